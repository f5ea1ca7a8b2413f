import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Dispatcher } from "undici";
import { PROTOCOL, PROTOCOL_HEADER } from "#shared/sync/protocol.ts";
import type { Answer, Refused } from "../portal-client.ts";
import type { Bucket } from "./bucket.ts";
import {
  IDLE,
  isBroken,
  lineRefused,
  ended,
  portalRefused,
  strange,
  type Whereto,
} from "./refusals.ts";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Bytes of an answer's JSON that are read at most. */
const MOST_JSON = 32 * 1024 * 1024;
/** Bodies smaller than this are sent as they are. */
const SMALL = 1024;
/** Events shrink to a fifth at any level; the low ones take half the time. */
const LEVEL = 3;
/** What of a body is handed to the line at once, in bytes. */
const SLICE = 16 * 1024;
/** Tries of one request over a line that breaks; everything may be asked again. */
const TRIES = 4;
const PAUSE_MS = 400;

export type ExchangeOptions = {
  line: Dispatcher;
  /** The portal's address, as it was joined. */
  url: URL;
  token: string | null;
  bucket: Bucket;
  proxy: string;
  /** Ends everything that is under way. */
  signal: AbortSignal;
  /** A request is given up after so many milliseconds in which no byte has moved. */
  idleMs: number;
  random: () => number;
};

export type Sent = {
  method: "GET" | "POST" | "HEAD" | "PATCH";
  /** Path below the portal's address, with its query. */
  path: string;
  headers?: Record<string, string>;
  body?: Uint8Array;
  /** Told as the body goes out. */
  onSent?: (bytes: number) => void;
};
export type Received = { status: number; header(name: string): string | null };

export type Exchange = ReturnType<typeof createExchange>;

/** Requests to one portal: the token, the limit of bandwidth, patience and tries. */
export function createExchange(options: ExchangeOptions) {
  const { line, url, token, bucket, proxy, signal, idleMs, random } = options;
  const whereto: Whereto = { host: url.host, proxy };
  const base = url.pathname.replace(/\/+$/, "");

  /**
   * One request and its answer. `read` gets the body's parts as they come; without it they are
   * gathered. Refused where no whole answer came; a status is not looked at.
   */
  async function once(
    sent: Sent,
    read?: (part: Uint8Array, received: Received) => Promise<void>,
  ): Promise<Answer<{ received: Received; body: Buffer }>> {
    const ending = new AbortController();
    const idle = setTimeout(() => {
      ending.abort(Object.assign(new Error("no byte has moved"), { code: IDLE }));
    }, idleMs);
    const both = AbortSignal.any([signal, ending.signal]);
    try {
      signal.throwIfAborted();
      const { statusCode, headers, body } = await line.request({
        origin: url.origin,
        path: base + sent.path,
        method: sent.method,
        headers: headersOf(sent),
        body: sent.body === undefined ? null : flow(slices(sent.body, sent.onSent)),
        signal: both,
      });
      const received: Received = {
        status: statusCode,
        header: (name) => {
          const value = headers[name];
          return (Array.isArray(value) ? value[0] : value) ?? null;
        },
      };
      const parts: Uint8Array[] = [];
      let size = 0;
      for await (const part of body as AsyncIterable<Uint8Array>) {
        idle.refresh();
        await bucket.take(part.byteLength, both);
        idle.refresh();
        if (read !== undefined && statusCode < 300) {
          await read(part, received);
          continue;
        }
        size += part.byteLength;
        if (size > MOST_JSON) return strange(statusCode, whereto);
        parts.push(part);
      }
      return { ok: true, value: { received, body: Buffer.concat(parts) } };
    } catch (error) {
      // What its reader refused, such as a full disk, is not the line's.
      if (error instanceof ReaderFailed) throw error.cause;
      if (signal.aborted) return ended();
      return lineRefused(both.aborted ? both.reason : error, whereto);
    } finally {
      clearTimeout(idle);
    }

    /** The body, as fast as the limit allows; what moves keeps the request alive. */
    async function* slices(bytes: Uint8Array, onSent?: (bytes: number) => void) {
      for (let at = 0; at < bytes.byteLength; at += SLICE) {
        const slice = bytes.subarray(at, at + SLICE);
        await bucket.take(slice.byteLength, both);
        idle.refresh();
        yield slice;
        onSent?.(Math.min(at + SLICE, bytes.byteLength));
      }
    }
  }

  function headersOf({ headers, body }: Sent): Record<string, string> {
    return {
      accept: "application/json",
      [PROTOCOL_HEADER]: String(PROTOCOL),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-length": String(body.byteLength) }),
      ...headers,
    };
  }

  /**
   * JSON there and back; refused with what the portal says when its status is 400 or above. `onSent`
   * is told once all of the body is on its way.
   */
  async function json(
    method: "GET" | "POST",
    path: string,
    body?: unknown,
    onSent?: () => void,
  ): Promise<Answer<unknown>> {
    const plain = body === undefined ? null : Buffer.from(JSON.stringify(body));
    const small = plain === null || plain.byteLength < SMALL;
    const bytes = plain === null ? undefined : small ? plain : await pack(plain, { level: LEVEL });
    const answer = await retrying(() =>
      once({
        method,
        path,
        headers: {
          "accept-encoding": "gzip",
          ...(bytes === undefined ? {} : { "content-type": "application/json" }),
          ...(small ? {} : { "content-encoding": "gzip" }),
        },
        ...(bytes === undefined ? {} : { body: bytes }),
        onSent: (sent) => {
          if (sent === bytes?.byteLength) onSent?.();
        },
      }),
    );
    if (!answer.ok) return answer;
    const { received } = answer.value;
    const said = await parse(answer.value.body, received);
    if (received.status >= 400) return refused(received, said);
    if (said === undefined || received.status >= 300) return strange(received.status, whereto);
    return { ok: true, value: said };
  }

  /** Asks again a few times where the line broke in between; at once, then later and later. */
  async function retrying<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
    for (let left = TRIES - 1; ; left -= 1) {
      const answer = await ask();
      if (answer.ok || left <= 0 || signal.aborted || !isBroken(answer)) return answer;
      await nap((TRIES - left) * PAUSE_MS * (0.5 + random()));
    }
  }

  async function nap(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  /** What an answer of 400 or above says. */
  function refused(received: Received, body: unknown): Refused {
    return portalRefused(received.status, body, retryAfter(received), whereto);
  }

  return {
    once,
    json,
    retrying,
    refused,
    parse,
    strange: (status: number) => strange(status, whereto),
    base: url,
  };
}

const flow = (slices: AsyncIterable<Uint8Array>): Readable =>
  Readable.from(slices, { objectMode: false });

/** A failure of whoever reads a body as it comes; not of the line. */
export class ReaderFailed extends Error {}

/** The JSON of a body, or undefined when it is none. */
async function parse(body: Buffer, received: Received): Promise<unknown> {
  try {
    const packed = received.header("content-encoding") === "gzip";
    const plain = packed ? await unpack(body, { maxOutputLength: MOST_JSON }) : body;
    return JSON.parse(plain.toString("utf8")) as unknown;
  } catch {
    return undefined; // whoever asked says that it is no answer of a portal
  }
}

/** Milliseconds of `Retry-After` in seconds, at most an hour; a date is not understood. */
function retryAfter(received: Received): number | null {
  const seconds = Number(received.header("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) * 1000 : null;
}

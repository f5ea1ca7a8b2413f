import { createReadStream } from "node:fs";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { type Dispatcher, request } from "undici";
import { openEnvelope, type Reply } from "./envelope.ts";
import type { Answer, FileToSend } from "./open-data-portal.ts";
import { createQuiet } from "./quiet.ts";
import { refuse } from "./refusals.ts";

/** Milliseconds: until an answer begins, between two pieces of it, and for all of it. */
const HEAD_MS = 45_000;
const PIECE_MS = 20_000;
const WHOLE_MS = 120_000;
/** How many times that an upload may stand still, and its answer may take. */
const STILL = 3;
/** Bytes of an answer; a page of the catalogue that is larger is asked for in smaller pieces. */
const MOST_BYTES = 24 * 1024 * 1024;

export type ApiOptions = {
  /** Address of the portal without a trailing stroke. */
  url: string;
  token: string;
  line: Dispatcher;
  /** Milliseconds; shorter in tests. */
  patience?: number;
};

export type Api = ReturnType<typeof createApi>;

/** Calls of CKAN's action API: bounded in time and size, and ended by a signal. */
export function createApi({ url, token, line, patience = HEAD_MS }: ApiOptions) {
  const headers = {
    accept: "application/json",
    "user-agent": "Lajur",
    ...(token !== "" && { authorization: token }),
  };

  /** The time in the reply's head, ISO; null where it has none. */
  let time: string | null = null;

  async function send(
    path: string,
    options: {
      method: "GET" | "POST";
      headers?: Record<string, string>;
      body?: string | Readable;
    },
    signal: AbortSignal,
    /** What else ends it: the usual time without. */
    bound: AbortSignal = AbortSignal.timeout(WHOLE_MS),
  ): Promise<Answer<unknown>> {
    const limit = AbortSignal.any([signal, bound]);
    try {
      const answer = await request(`${url}/api/3/action/${path}`, {
        ...options,
        headers: { ...headers, ...options.headers },
        dispatcher: line,
        signal: limit,
        headersTimeout: options.body instanceof Readable ? 0 : patience,
        bodyTimeout: Math.min(PIECE_MS, patience),
      });
      const date = Date.parse(String(answer.headers["date"] ?? ""));
      time = Number.isNaN(date) ? null : new Date(date).toISOString();
      const text = await readWhole(answer.body);
      if (text === null) return refuse("ckan_answer_large");
      const reply: Reply = {
        status: answer.statusCode,
        type: String(answer.headers["content-type"] ?? ""),
        text,
      };
      return openEnvelope(reply);
    } catch (error) {
      return refusalOf(error, signal);
    } finally {
      if (options.body instanceof Readable) options.body.destroy();
    }
  }

  return {
    /** What the portal's clock said in the last answer. */
    time: (): string | null => time,
    read(action: string, params: Record<string, string | number | boolean>, signal: AbortSignal) {
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries(params)) query.set(key, String(value));
      const asked = query.size === 0 ? action : `${action}?${query.toString()}`;
      return send(asked, { method: "GET" }, signal);
    },
    write(action: string, body: unknown, signal: AbortSignal) {
      return send(
        action,
        {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        },
        signal,
      );
    },
    /** Fields and one file, as a form with a length: many servers before CKAN take no other. */
    async upload(
      action: string,
      fields: Record<string, string>,
      file: FileToSend,
      onBytes: (done: number) => void,
      signal: AbortSignal,
    ) {
      const boundary = `lajur-${randomUUID()}`;
      const head = Buffer.from(formHead(boundary, fields, file.name));
      const foot = Buffer.from(`\r\n--${boundary}--\r\n`);
      const quiet = createQuiet(patience * STILL);
      const told = (done: number): void => {
        quiet.touch();
        onBytes(done);
      };
      const sent = send(
        action,
        {
          method: "POST",
          headers: {
            "content-type": `multipart/form-data; boundary=${boundary}`,
            "content-length": String(head.length + file.size + foot.length),
          },
          body: Readable.from(formBody(head, file.path, foot, told), { objectMode: false }),
        },
        signal,
        quiet.signal,
      );
      return sent.finally(quiet.close);
    },
    close: (): Promise<void> => line.destroy(),
  };
}

function formHead(boundary: string, fields: Record<string, string>, name: string): string {
  const parts = Object.entries(fields).map(
    ([key, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  // A quote or a line break would end the header's value (RFC 7578, WHATWG's form encoding).
  const safe = name.replace(/"/g, "%22").replace(/[\r\n]+/g, " ");
  return `${parts.join("")}--${boundary}\r\ncontent-disposition: form-data; name="upload"; filename="${safe}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
}

async function* formBody(
  head: Buffer,
  path: string,
  foot: Buffer,
  onBytes: (done: number) => void,
): AsyncGenerator<Buffer> {
  yield head;
  let done = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    yield piece;
    done += piece.length;
    onBytes(done);
  }
  yield foot;
}

/** The text of an answer; null when it is larger than one may be. */
async function readWhole(body: Dispatcher.ResponseData["body"]): Promise<string | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_BYTES) {
      body.destroy();
      return null;
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** Why no answer came, from what undici and Node throw. */
function refusalOf(error: unknown, signal: AbortSignal): Answer<never> {
  if (signal.aborted) return refuse("ckan_stopped");
  const { name = "", code = "", message = "" } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (name === "TimeoutError" || code.endsWith("_TIMEOUT")) return refuse("ckan_slow");
  if (/CERT|SELF_SIGNED|SIGNATURE|ISSUER/.test(code)) return refuse("ckan_certificate");
  return refuse("ckan_offline", { detail: LINE_WORDS[code] ?? (code === "" ? message : code) });
}

/** What the usual failures of a line are in words. */
const LINE_WORDS: Record<string, string> = {
  ECONNREFUSED: "tidak ada yang menjawab di alamat itu",
  ENOTFOUND: "alamat tidak dikenal, atau tidak ada internet",
  EAI_AGAIN: "tidak ada internet",
  ENETUNREACH: "tidak ada internet",
  EHOSTUNREACH: "PC portal tidak terjangkau",
  ECONNRESET: "sambungan terputus",
  EPIPE: "sambungan terputus",
  UND_ERR_SOCKET: "sambungan terputus",
};

import { ok, type Result } from "#shared/errors.ts";
import { API, protocol } from "#shared/sync/protocol.ts";
import type { z } from "zod";
import type { Answer, PortalClient } from "../portal-client.ts";
import { createBucket } from "./bucket.ts";
import { downloadTo } from "./download.ts";
import { createExchange } from "./exchange.ts";
import { type LineSettings, openLine } from "./line.ts";
import { createUploader } from "./tus.ts";

/** Without a byte moving for so long, a request is given up. */
const IDLE_MS = 90_000;

export type HttpClientOptions = {
  url: string;
  /** Null before joining. */
  token: string | null;
  settings: LineSettings;
  /** Bytes a second, asked anew for every part; null for no limit. */
  limit: () => number | null;
  random: () => number;
  idleMs?: number;
};

/** The portal over HTTP. Answers `authority_unreadable` when it cannot even be set up. */
export function createHttpClient(options: HttpClientOptions): Result<PortalClient> {
  const { url, token, settings, limit, random, idleMs = IDLE_MS } = options;
  const line = openLine(settings);
  if (!line.ok) return line;
  const ending = new AbortController();
  const exchange = createExchange({
    line: line.value,
    url: new URL(url),
    token,
    bucket: createBucket(limit),
    proxy: settings.proxy,
    signal: ending.signal,
    idleMs,
    random,
  });

  /** JSON by the protocol: what does not fit its shape is no portal's answer. */
  async function ask<S extends z.ZodType>(
    { method, path, response }: { method: "GET" | "POST"; path: string; response: S },
    { body, query = "", onSent }: { body?: unknown; query?: string; onSent?: () => void } = {},
  ): Promise<Answer<z.infer<S>>> {
    const answer = await exchange.json(method, API + path + query, body, onSent);
    if (!answer.ok) return answer;
    const parsed = response.safeParse(answer.value);
    return parsed.success ? ok(parsed.data) : exchange.strange(200);
  }

  /** The part of an answer that the caller wants. */
  const part = <T, R>(answer: Answer<T>, pick: (value: T) => R): Answer<R> =>
    answer.ok ? ok(pick(answer.value)) : answer;

  return ok({
    join: (body) => ask(protocol.join, { body }),
    state: (seen = "0") =>
      ask(
        protocol.state,
        seen === "0" ? {} : { query: `?${new URLSearchParams({ seen }).toString()}` },
      ),
    push: (epoch, events, onSent = () => {}) =>
      ask(protocol.push, { body: { epoch, events }, onSent }),
    feed: (after, epoch, bytes) => {
      const query = new URLSearchParams({ after, epoch, bytes: String(bytes) });
      return ask(protocol.feed, { query: `?${query.toString()}` });
    },
    heads: () => ask(protocol.heads),
    fetch: async (events) =>
      part(await ask(protocol.fetch, { body: { events } }), (value) => value.events),
    snapshot: (sink, etag, onBytes) =>
      downloadTo(exchange, API + protocol.snapshot.path, sink, etag, onBytes),
    missing: async (files) =>
      part(await ask(protocol.missing, { body: { files } }), (value) => value.missing),
    upload: createUploader(exchange),
    download: async (sha256, sink, onBytes) => {
      const path = `${API}${protocol.files.path}/${sha256}`;
      return part(await downloadTo(exchange, path, sink, null, onBytes), () => null);
    },
    send: async (messages) =>
      part(await ask(protocol.send, { body: { messages } }), (value) => value.refused),
    offices: async () => part(await ask(protocol.offices), (value) => value.offices),
    devices: async () => part(await ask(protocol.devices), (value) => value.devices),
    invite: () => ask(protocol.invite, { body: {} }),
    revoke: async (device) =>
      part(await exchange.json("POST", API + protocol.revoke.path, { device }), () => null),
    close: async () => {
      ending.abort();
      await line.value.destroy();
    },
  });
}

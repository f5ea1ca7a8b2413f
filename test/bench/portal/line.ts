import { gunzipSync } from "node:zlib";
import { Pool } from "undici";
import type { Tally } from "./tally.ts";

/** A line to one node: keeps its connections and notes how long each request took. */
export type Line = ReturnType<typeof openLine>;

export type Asked = {
  /** What it is counted as. */
  kind: string;
  method?: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** When it should have been sent, by `performance.now()`; its time runs from there. */
  due: number;
};

const CONNECTIONS = 100;

export function openLine(url: string, tally: Tally) {
  const pool = new Pool(url, {
    connections: CONNECTIONS,
    keepAliveTimeout: 30_000,
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
  });

  /** The text of an answer with status 200; null, and an error in the tally, for anything else. */
  async function ask(asked: Asked): Promise<string | null> {
    const { kind, method = "GET", path, headers = {}, body, due } = asked;
    try {
      const answer = await pool.request({
        method,
        path,
        headers: { "accept-encoding": "gzip", ...headers },
        ...(body === undefined ? {} : { body }),
      });
      const bytes = Buffer.from(await answer.body.arrayBuffer());
      tally.add(kind, performance.now() - due);
      if (answer.statusCode !== 200) {
        tally.fault(`${kind}: ${answer.statusCode}`);
        return null;
      }
      const zipped = answer.headers["content-encoding"] === "gzip";
      return (zipped ? gunzipSync(bytes) : bytes).toString();
    } catch (error) {
      tally.fault(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  return { ask, close: () => pool.close() };
}

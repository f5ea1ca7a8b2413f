import type { Answer, OnBytes, Sink } from "../portal-client.ts";
import { type Exchange, type Received, ReaderFailed } from "./exchange.ts";
import { isBroken } from "./refusals.ts";

/** Breaks in a row in which nothing arrived before a download waits for the next round. */
const VAIN = 4;

/**
 * Reads `path` into the sink, from where the sink stands. Goes on by Range; with `etag` only as long
 * as it is the same. Answers the tag of what was read, empty without one.
 */
export async function downloadTo(
  exchange: Exchange,
  path: string,
  sink: Sink,
  etag: string | null,
  onBytes: OnBytes,
): Promise<Answer<{ etag: string }>> {
  let tag = etag;
  for (let vain = 0; ;) {
    const from = sink.size;
    let begun = false;
    let total = 0;
    const answer = await exchange.once(
      { method: "GET", path, headers: rangeOf(from, tag) },
      async (part, received) => {
        try {
          if (!begun) {
            begun = true;
            // The whole instead of what is lacking: it is another one, or ranges are not known.
            if (received.status !== 206 && sink.size > 0) await sink.restart();
            tag = received.header("etag");
            if (tag !== null) await sink.began?.(tag);
            total = sink.size + Number(received.header("content-length") ?? 0);
          }
          await sink.append(part);
          onBytes(sink.size, Math.max(total, sink.size));
        } catch (error) {
          throw new ReaderFailed("sink", { cause: error });
        }
      },
    );
    if (answer.ok) return finish(answer.value);
    if (!isBroken(answer)) return answer;
    vain = sink.size > from ? 0 : vain + 1;
    if (vain >= VAIN) return answer;
  }

  async function finish(answer: {
    received: Received;
    body: Buffer;
  }): Promise<Answer<{ etag: string }>> {
    const { received, body } = answer;
    // Nothing lies behind its end: all of it is here already.
    if (received.status === 416 && sink.size > 0) return { ok: true, value: { etag: tag ?? "" } };
    if (received.status >= 400) {
      return exchange.refused(received, await exchange.parse(body, received));
    }
    if (received.status >= 300) return exchange.strange(received.status);
    return { ok: true, value: { etag: tag ?? "" } };
  }
}

/** Nothing is packed on the way: parts of it would not fit together. */
function rangeOf(from: number, tag: string | null): Record<string, string> {
  if (from === 0) return { "accept-encoding": "identity" };
  return {
    "accept-encoding": "identity",
    range: `bytes=${from}-`,
    ...(tag === null || tag === "" ? {} : { "if-range": tag }),
  };
}

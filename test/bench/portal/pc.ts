import { API, type Feed, PROTOCOL, PROTOCOL_HEADER } from "#shared/sync/protocol.ts";
import { createWriter } from "../../support/wire-events.ts";
import type { Line } from "./line.ts";

/** What one PC asks of the portal, as far as the portal sees it. */
export type Pc = ReturnType<typeof createPc>;

/** Events of one push: a step was done, with its notes. */
const A_PUSH = 5;

export function createPc(line: Line, { token, epoch }: { token: string; epoch: string }) {
  const headers = { authorization: `Bearer ${token}`, [PROTOCOL_HEADER]: String(PROTOCOL) };
  const writer = createWriter();
  let cursor = "0";

  return {
    state: async (due: number): Promise<void> => {
      const path = `${API}/state?seen=${cursor}`;
      await line.ask({ kind: "GET /state", path, headers, due });
    },
    /** What came in since the last time, page by page. */
    async feed(due: number): Promise<void> {
      for (let [more, from] = [true, due]; more; from = performance.now()) {
        const path = `${API}/feed?after=${cursor}&epoch=${epoch}`;
        const text = await line.ask({ kind: "GET /feed", path, headers, due: from });
        if (text === null) return;
        const page = JSON.parse(text) as Feed;
        cursor = page.cursor;
        more = page.more;
      }
    },
    /** Answers how many events the portal took. */
    async push(due: number): Promise<number> {
      const text = await line.ask({
        kind: "POST /events",
        method: "POST",
        path: `${API}/events`,
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify({ epoch, events: writer.some(A_PUSH) }),
        due,
      });
      return text === null ? 0 : A_PUSH;
    },
  };
}

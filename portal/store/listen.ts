import pg from "pg";
import type { News } from "./news.ts";

/** Milliseconds before a broken connection is made anew. */
const AGAIN_AFTER = 1000;

/**
 * Hears the other nodes' news over one connection of its own, made anew when it breaks; whoever
 * waits is woken then, since something may have been missed.
 */
export function listen(config: pg.ClientConfig, news: News, onError: (error: Error) => void) {
  let closed = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let connecting = connect();

  async function connect(): Promise<void> {
    const made = new pg.Client({ ...config, application_name: "lajur-portal news" });
    client = made;
    made.on("notification", ({ payload }) => news.wake(payload ?? ""));
    made.on("error", onError);
    made.on("end", () => {
      if (client === made) again();
    });
    try {
      await made.connect();
      await made.query("listen lajur_news");
      news.wakeAll();
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      if (client === made) again();
    }
  }

  function again(): void {
    if (closed || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      connecting = connect();
    }, AGAIN_AFTER);
    timer.unref();
  }

  return {
    async close(): Promise<void> {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await connecting;
      await client?.end();
    },
  };
}

import type { ServiceContext } from "../context.ts";
import type { Answer } from "./answer.ts";
import type { Caller } from "./callers.ts";
import { type FeedPage, type FeedQuery, readFeed } from "./feed.ts";

/**
 * What stands in the feed after a cursor, waiting up to `wait` milliseconds for the first news. An
 * aborted signal ends the waiting with what there is.
 */
export async function waitForFeed(
  ctx: ServiceContext,
  caller: Caller,
  query: FeedQuery,
  wait: number,
  signal: AbortSignal,
): Promise<Answer<FeedPage>> {
  if (wait === 0) return readFeed(ctx, caller, query);
  let isOver = signal.aborted;
  let wake = (): void => {};
  const end = (): void => {
    isOver = true;
    wake();
  };
  const deaf = ctx.store.onNews(caller.office.id, () => wake());
  const timer = setTimeout(end, wait);
  signal.addEventListener("abort", end, { once: true });
  try {
    for (;;) {
      // Listening comes before looking: what arrives between the two is not missed.
      const woken = Promise.withResolvers<void>();
      wake = woken.resolve;
      const page = await readFeed(ctx, caller, query);
      // Whoever is woken for nothing goes on waiting.
      if (!page.ok || page.value.items.length > 0 || isOver) return page;
      await woken.promise;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
    deaf();
  }
}

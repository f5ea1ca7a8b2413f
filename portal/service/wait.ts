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
  const { promise: over, resolve } = Promise.withResolvers<void>();
  // Listening comes before looking: what arrives between the two is not missed.
  const deaf = ctx.store.onNews(caller.office.id, resolve);
  const timer = setTimeout(resolve, wait);
  const end = (): void => resolve();
  signal.addEventListener("abort", end, { once: true });
  try {
    const page = await readFeed(ctx, caller, query);
    if (!page.ok || page.value.items.length > 0 || signal.aborted) return page;
    await over;
    return await readFeed(ctx, caller, query);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
    deaf();
  }
}

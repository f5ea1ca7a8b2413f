import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PortalContext } from "../context.ts";
import { erase } from "./erase.ts";
import { sweepUploads } from "./store/uploads.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Milliseconds after which a form that was not sent is given up with its files. */
const UNSENT = 2 * DAY;
/** Days after which a request goes that nobody has touched, though the office never ended it. */
const FORGOTTEN_DAYS = 730;
const AT_ONCE = 100;

export type Swept = { requests: number; uploads: number };

/**
 * Deletes personal data whose time on the portal is over. One node at a time; null when another one
 * is at it.
 */
export async function sweep(ctx: PortalContext, spool: string): Promise<Swept | null> {
  const swept: Swept = { requests: 0, uploads: 0 };
  const now = ctx.now().getTime();
  const ago = (ms: number): string => new Date(now - ms).toISOString();
  const done = await ctx.store.onlyOne("public", async () => {
    swept.uploads = await ctx.store.transact((tx) => sweepUploads(tx, ago(UNSENT)));
    await clearSpool(spool, now - HOUR);
    let numbers = await due(ctx, ago(ctx.config.publicDays * DAY), ago(FORGOTTEN_DAYS * DAY));
    while (numbers.length > 0 && !ctx.stopping.aborted) {
      for (const number of numbers) {
        await ctx.store.transact((tx) => erase(tx, number, ctx.now().toISOString()));
        swept.requests += 1;
      }
      numbers = await due(ctx, ago(ctx.config.publicDays * DAY), ago(FORGOTTEN_DAYS * DAY));
    }
  });
  return done ? swept : null;
}

/** Ended or withdrawn, quiet for long enough, and without an answer that may still be fetched. */
async function due(ctx: PortalContext, ended: string, forgotten: string): Promise<string[]> {
  const today = ctx.now().toISOString().slice(0, 10);
  const rows = await ctx.store.db
    .selectFrom("public_request")
    .select("number")
    .where("erased", "is", null)
    .where((row) =>
      row.or([
        row.and([
          row("changed", "<", ended),
          row.or([row("ended", "is not", null), row("withdrawn", "is not", null)]),
        ]),
        row("changed", "<", forgotten),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("public_release as answer")
            .select("answer.number")
            .whereRef("answer.number", "=", "public_request.number")
            .where("answer.expires", ">=", today),
        ),
      ),
    )
    .limit(AT_ONCE)
    .execute();
  return rows.map(({ number }) => number);
}

/** What a crash left behind of posts that were being read. */
async function clearSpool(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < before) await rm(path, { force: true });
  }
}

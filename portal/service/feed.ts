import { BATCH_LIMITS } from "#shared/sync/protocol.ts";
import type { ServiceContext } from "../context.ts";
import type { FeedRow } from "../store/migrations/0001-core.ts";
import type { Store } from "../store/store.ts";
import { type Answer, refuse, taken } from "./answer.ts";
import type { Caller } from "./callers.ts";
import { type Place, readCursor, writeCursor } from "./cursors.ts";

/** Things of one answer at most; the bytes end it sooner as a rule. */
const MOST_ITEMS = 2000;

/** `items` are feed items as JSON texts: they go out as they were kept. */
export type FeedPage = { items: string[]; cursor: string; more: boolean };

export type FeedQuery = { after: string; epoch: string; bytes?: number };

/**
 * What stands in the caller's feed after a cursor. `cursor_unknown` and `epoch_changed` say that the
 * portal lost what the PC had read up to.
 */
export async function readFeed(
  ctx: ServiceContext,
  caller: Caller,
  { after, epoch, bytes }: FeedQuery,
): Promise<Answer<FeedPage>> {
  if (epoch !== caller.epoch) return refuse("epoch_changed");
  const from = readCursor(after);
  const page = await readPage(ctx.store, caller.office.id, from, {
    bytes: Math.min(bytes ?? BATCH_LIMITS.bytes, BATCH_LIMITS.grown),
  });
  if (page === null) return refuse("cursor_unknown");
  const { items, end } = page;
  // The office may have grown since the caller was looked up; then there is more than it says.
  const more = end.n < caller.office.end;
  // Noted at the end of a long reading, not at every page of it.
  if (!more && from.n !== caller.device.fetched) {
    await ctx.store.db
      .updateTable("device")
      .set({ fetched_n: from.n })
      .where("id", "=", caller.device.id)
      .execute();
  }
  return taken({ items, cursor: writeCursor(end), more });
}

/** Whether the caller's feed still has what a cursor says; by one query, none at its very end. */
export async function standsAt(
  { store }: Pick<ServiceContext, "store">,
  { office }: Caller,
  cursor: string,
): Promise<boolean> {
  const { n, check } = readCursor(cursor);
  if (n === 0 || (n === office.end && check === office.check)) return true;
  const row = await store.db
    .selectFrom("feed")
    .select("check_digits")
    .where("office", "=", office.id)
    .where("n", "=", n)
    .executeTakeFirst();
  return row?.check_digits === check;
}

export type Page = { items: string[]; end: Place };

/**
 * One page of an office's feed, by one query that begins at the cursor's own row; null for a cursor
 * that does not fit. `last` is the highest place to read, `bytes` the most of JSON; the first one goes
 * whatever it weighs.
 */
export async function readPage(
  store: Store,
  office: string,
  from: Place,
  {
    last = Number.MAX_SAFE_INTEGER,
    bytes = BATCH_LIMITS.grown,
  }: { last?: number; bytes?: number } = {},
): Promise<Page | null> {
  const rows = await store.db
    .selectFrom("feed")
    .select(["n", "kind", "check_digits", "json", "identities"])
    .where("office", "=", office)
    .where("n", ">=", from.n)
    .where("n", "<=", Math.min(last, from.n + MOST_ITEMS))
    .where((row) => {
      const start = row
        .selectFrom("feed as start")
        .select("start.upto")
        .where("start.office", "=", office)
        .where("start.n", "=", from.n);
      const most = row(row.fn.coalesce(start, row.val(0)), "+", bytes);
      return row.or([row("n", "<=", from.n + 1), row("upto", "<=", most)]);
    })
    .orderBy("n")
    .execute();
  if (from.n > 0) {
    const start = rows.shift();
    if (start?.n !== from.n || start.check_digits !== from.check) return null;
  }
  const tail = rows.at(-1);
  const end = tail === undefined ? from : { n: tail.n, check: tail.check_digits };
  return { items: rows.map(itemText), end };
}

type Stored = Pick<FeedRow, "json" | "identities">;

/** A feed item as it goes out. */
const itemText = ({ kind, ...row }: Stored & Pick<FeedRow, "kind">): string =>
  `{"${kind}":${eventText(row)}}`;

/** An event with the identities beside it; the same for what has none. */
export const eventText = ({ json, identities }: Stored): string =>
  identities === null ? json : `${json.slice(0, -1)},"identities":${identities}}`;

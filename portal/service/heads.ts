import { BATCH_LIMITS, type Head } from "#shared/sync/protocol.ts";
import type { ServiceContext } from "../context.ts";
import type { Caller } from "./callers.ts";
import { eventText } from "./feed.ts";

/** The version vector of the caller's office. */
export async function readHeads(
  { store }: ServiceContext,
  caller: Caller,
): Promise<{ epoch: string; heads: Head[] }> {
  const heads = await store.db
    .selectFrom("writer")
    .select(["id as writer", "seq", "hash"])
    .where("office", "=", caller.office.id)
    .execute();
  return { epoch: caller.epoch, heads };
}

/**
 * Single events of the caller's office as JSON texts, in the order asked for. What it does not have,
 * and what would make the answer too long, is left out.
 */
export async function fetchEvents(
  { store }: ServiceContext,
  caller: Caller,
  wanted: readonly { writer: string; seq: number }[],
): Promise<string[]> {
  const found: string[] = [];
  let bytes = 0;
  for (const { writer, seq } of wanted) {
    const row = await store.db
      .selectFrom("feed")
      .select(["json", "identities"])
      .where("writer", "=", writer)
      .where("seq", "=", seq)
      .where("office", "=", caller.office.id)
      .where("kind", "=", "event")
      .executeTakeFirst();
    if (row === undefined) continue;
    const text = eventText(row);
    bytes += text.length;
    if (found.length > 0 && bytes > BATCH_LIMITS.most) break;
    found.push(text);
  }
  return found;
}

import type { WireEvent } from "#shared/sync/wire.ts";
import type { Tx } from "../store/store.ts";

/** Forks that are kept of one office; more say no more. */
const MOST_FORKS = 1000;

/** Keeps another content for an id that is taken, once, for people to look at. */
export async function keepFork(
  tx: Tx,
  office: string,
  device: string,
  event: WireEvent,
  at: string,
): Promise<void> {
  const { count } = await tx
    .selectFrom("fork")
    .where("office", "=", office)
    .select((row) => row.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (count >= MOST_FORKS) return;
  const { identities: _, ...bare } = event;
  const { writer, seq, hash } = event;
  await tx
    .insertInto("fork")
    .values({ office, writer, seq, hash, json: JSON.stringify(bare), device, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

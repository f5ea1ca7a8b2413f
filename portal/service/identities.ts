import type { WireEvent, WireIdentity } from "#shared/sync/wire.ts";
import type { Tx } from "../store/store.ts";

/**
 * The identities beside an event that may be kept: those that it names by their digest, as long as
 * the request's were not erased. Null for none.
 */
export function keepableIdentities(event: WireEvent, erased: boolean): WireIdentity[] | null {
  if (erased || event.identities === undefined) return null;
  const named = event.identities.filter(({ digest }) => event.body.includes(`"${digest}"`));
  return named.length === 0 ? null : named;
}

/** Deletes what stands beside the events of these streams, for good: UU 27/2022. */
export async function eraseIdentities(
  tx: Tx,
  office: string,
  streams: ReadonlySet<string>,
): Promise<void> {
  if (streams.size === 0) return;
  for (const stream of streams) {
    await tx
      .updateTable("feed")
      .set({ identities: null })
      .where("office", "=", office)
      .where("stream", "=", stream)
      .where("identities", "is not", null)
      .execute();
    await tx.updateTable("stream").set({ erased: 1 }).where("id", "=", stream).execute();
  }
  await tx
    .updateTable("office")
    .set((row) => ({ erasures: row("erasures", "+", 1) }))
    .where("id", "=", office)
    .execute();
}

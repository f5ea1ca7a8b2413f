import type { WireEvent } from "#shared/sync/wire.ts";
import type { Tx } from "../store/store.ts";

/** Every office has one of this name. */
export const OFFICE_STREAM = "office";

export type StreamOwner = { office: string; erased: boolean; fresh: boolean };

/** Values in one statement, far below what either database takes. */
const MOST_VALUES = 1000;

/** Whose the streams of a batch are, for those that are known. */
export async function findStreams(
  tx: Tx,
  events: readonly WireEvent[],
): Promise<Map<string, StreamOwner>> {
  const ids = [...new Set(events.map(({ stream }) => stream))];
  const owners = new Map<string, StreamOwner>();
  for (let from = 0; from < ids.length; from += MOST_VALUES) {
    const some = ids.slice(from, from + MOST_VALUES);
    const rows = await tx.selectFrom("stream").selectAll().where("id", "in", some).execute();
    for (const { id, office, erased } of rows) {
      owners.set(id, { office, erased: erased !== 0, fresh: false });
    }
  }
  return owners;
}

/** Makes the new streams of a batch the office's own. */
export async function claimStreams(
  tx: Tx,
  office: string,
  streams: ReadonlyMap<string, StreamOwner>,
): Promise<void> {
  const fresh = [...streams].flatMap(([id, owner]) => (owner.fresh ? [{ id, office }] : []));
  for (let from = 0; from < fresh.length; from += MOST_VALUES) {
    await tx
      .insertInto("stream")
      .values(fresh.slice(from, from + MOST_VALUES))
      .execute();
  }
}

import type { Tx } from "../store/store.ts";

/** Whose a writer is and where its chain ends; no hash for one that has sent nothing yet. */
export type WriterHead = { office: string; seq: number; hash: string | null };

/** Those writers of a batch that are known. */
export async function findWriters(
  tx: Tx,
  events: readonly { writer: string }[],
): Promise<Map<string, WriterHead>> {
  const ids = [...new Set(events.map(({ writer }) => writer))];
  const rows = await tx.selectFrom("writer").selectAll().where("id", "in", ids).execute();
  return new Map(rows.map(({ id, ...head }) => [id, head]));
}

/** Keeps the office's heads as they are now. */
export async function moveWriters(
  tx: Tx,
  office: string,
  writers: ReadonlyMap<string, WriterHead>,
): Promise<void> {
  for (const [id, { office: owner, seq, hash }] of writers) {
    if (owner !== office || hash === null) continue;
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("writer")
      .values({ id, office, seq, hash })
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet({ seq, hash }).where("writer.office", "=", office),
      )
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) throw new Error("the writer became another office's");
  }
}

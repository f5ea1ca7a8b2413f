import type { WireEvent } from "#shared/sync/wire.ts";
import type { Tx } from "../store/store.ts";
import type { WriterHead } from "./writers.ts";

export type Known = { hash: string; refused: string | null };

export const keyOf = ({ writer, seq }: { writer: string; seq: number }): string =>
  `${seq}:${writer}`;

/** What the office's feed holds under the ids of a batch, for those that a writer's head covers. */
export async function findKnown(
  tx: Tx,
  office: string,
  events: readonly WireEvent[],
  writers: ReadonlyMap<string, WriterHead>,
): Promise<Map<string, Known>> {
  const ranges = new Map<string, { from: number; to: number }>();
  for (const { writer, seq } of events) {
    const head = writers.get(writer);
    if (head === undefined || head.office !== office || seq > head.seq) continue;
    const range = ranges.get(writer) ?? { from: seq, to: seq };
    ranges.set(writer, { from: Math.min(range.from, seq), to: Math.max(range.to, seq) });
  }
  const known = new Map<string, Known>();
  const wanted = new Set(events.map(keyOf));
  for (const [writer, { from, to }] of ranges) {
    const seqs = events.filter((event) => event.writer === writer).map(({ seq }) => seq);
    // A batch that jumps about is asked for one by one, not by everything between.
    const rows = await tx
      .selectFrom("feed")
      .select(["seq", "hash", "refused"])
      .where("writer", "=", writer)
      .where("office", "=", office)
      .$call((query) =>
        to - from < 2 * seqs.length
          ? query.where("seq", ">=", from).where("seq", "<=", to)
          : query.where("seq", "in", seqs),
      )
      .execute();
    for (const { seq, hash, refused } of rows) {
      if (seq === null || hash === null) continue;
      const key = keyOf({ writer, seq });
      if (wanted.has(key)) known.set(key, { hash, refused });
    }
  }
  return known;
}

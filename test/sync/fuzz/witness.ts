import type { FuzzPc } from "./pc.ts";
import type { FuzzPortal } from "./portal.ts";

/** What is known of an event that was confirmed to whoever wrote it. */
export type Confirmed = {
  hash: string;
  stream: string;
  /** Ids of the stream's events that were on the PC when it was written. */
  known: ReadonlySet<string>;
};

/**
 * Stands beside it and writes down what every PC confirmed. What is lost by going back to a backup,
 * since nobody else had it, is lost by the one who went back.
 */
export function createWitness(pcs: readonly FuzzPc[], portal: FuzzPortal) {
  const confirmed = new Map<string, Confirmed>();
  /** Of every id that was ever given, what it said. */
  const said = new Map<string, string>();
  const gone = new Set<string>();

  const idsOf = ({ archive }: FuzzPc, stream: string): Set<string> =>
    new Set(
      archive.db
        .prepare(
          `SELECT writer.uuid || ':' || event.seq FROM event JOIN writer ON writer.id = event.writer
           WHERE stream = ?`,
        )
        .pluck()
        .all(stream) as string[],
    );

  const newSince = ({ archive }: FuzzPc, rowid: number) =>
    archive.db
      .prepare(
        `SELECT writer.uuid || ':' || event.seq AS id, stream, lower(hex(event.hash)) AS hash
         FROM event JOIN writer ON writer.id = event.writer WHERE event.rowid > ? ORDER BY event.rowid`,
      )
      .all(rowid) as { id: string; stream: string; hash: string }[];

  return {
    confirmed,
    said,
    /** Lost by going back; another backup may have brought one back all the same. */
    gone,
    /** Runs a save and writes down what it confirmed. */
    watch(pc: FuzzPc, save: () => void): void {
      const before = pc.archive.db.prepare("SELECT max(rowid) FROM event").pluck().get() as
        | number
        | null;
      const streams = new Map<string, Set<string>>();
      save();
      for (const { id, stream, hash } of newSince(pc, before ?? 0)) {
        const there = streams.get(stream) ?? idsOf(pc, stream);
        streams.set(stream, there);
        const known = new Set([...there].filter((one) => one !== id && !isLater(one, id)));
        const other = said.get(id);
        if (other !== undefined && other !== hash) throw new Error(`${id} says two things`);
        said.set(id, hash);
        confirmed.set(id, { hash, stream, known });
      }
    },
    /** Somebody goes back to a backup: what then is nowhere any more was lost by that. */
    async goBack(work: () => Promise<boolean>): Promise<void> {
      if (!(await work())) return;
      const there = await portal.events();
      for (const pc of pcs) {
        const rows = newSince(pc, 0);
        for (const { id, hash } of rows) there.set(id, hash);
      }
      for (const id of confirmed.keys()) {
        if (!there.has(id)) gone.add(id);
      }
    },
  };
}

/** Whether both are of one writer, and `one` came after `other`. */
function isLater(one: string, other: string): boolean {
  const [writer, seq] = one.split(":");
  const [otherWriter, otherSeq] = other.split(":");
  return writer === otherWriter && Number(seq) > Number(otherSeq);
}

import type { Db } from "./database.ts";

export type KnownWriter = {
  id: number;
  uuid: string;
  seq: number;
  hash: Buffer | null;
  own: 0 | 1;
};

/**
 * The next event written here gets a new writer, since another archive goes on under this one's name
 * or may do so: no number of a writer is ever used twice.
 */
export const leaveOwnWriter = (db: Db): void =>
  void db.prepare("UPDATE writer SET own = 0 WHERE own = 1").run();

/** The writers and how far each is known, while a batch of others' events comes in. */
export function createWriters(db: Db, now: () => string) {
  const find = db.prepare("SELECT id, uuid, seq, hash, own FROM writer WHERE uuid = ?");
  const add = db.prepare("INSERT INTO writer (uuid, created, own) VALUES (?, ?, 0)");
  const move = db.prepare("UPDATE writer SET seq = ?, hash = ? WHERE id = ?");
  const known = new Map<string, KnownWriter>();
  const moved = new Set<KnownWriter>();

  const look = (uuid: string): KnownWriter | undefined => {
    const found = known.get(uuid) ?? (find.get(uuid) as KnownWriter | undefined);
    if (found !== undefined) known.set(uuid, found);
    return found;
  };

  /** From now on another writer goes on here, if this one did: somebody else writes as it, too. */
  function leave(writer: KnownWriter): void {
    if (writer.own === 0) return;
    leaveOwnWriter(db);
    writer.own = 0;
  }

  return {
    of(uuid: string): KnownWriter {
      const found = look(uuid);
      if (found !== undefined) return found;
      add.run(uuid, now());
      const added = find.get(uuid) as KnownWriter;
      known.set(uuid, added);
      return added;
    },
    /** 0 for an unknown one. */
    seqOf: (uuid: string): number => look(uuid)?.seq ?? 0,
    move(writer: KnownWriter, seq: number, hash: Buffer): void {
      leave(writer);
      writer.seq = seq;
      writer.hash = hash;
      moved.add(writer);
    },
    leave,
    flush(): void {
      for (const { id, seq, hash } of moved) move.run(seq, hash, id);
      moved.clear();
    },
  };
}

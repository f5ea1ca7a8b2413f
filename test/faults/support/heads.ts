import Database from "better-sqlite3";
import { join } from "node:path";

/** The last event of an archive: whoever finds it again in a sound chain has all before it too. */
export type Head = { writer: string; seq: number; hash: string };

const HEADS = `SELECT writer.uuid AS writer, event.seq AS seq, hex(event.hash) AS hash
  FROM event JOIN writer ON writer.id = event.writer`;

/** Looks at the archive's database from aside, with a connection of its own. */
export function aside<T>(folder: string, look: (db: Database.Database) => T): T {
  const db = new Database(join(folder, "archive.sqlite"), { fileMustExist: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

export const lastHead = (db: Database.Database): Head | null =>
  (db.prepare(`${HEADS} ORDER BY event.rowid DESC LIMIT 1`).get() as Head | undefined) ?? null;

/** All events in the order in which they were written. */
export const allHeads = (db: Database.Database): Head[] =>
  db.prepare(`${HEADS} ORDER BY event.rowid`).all() as Head[];

/** Those of `told` that the archive does not hold as they were told. */
export function missingOf(db: Database.Database, told: readonly Head[]): Head[] {
  const there = new Set(allHeads(db).map(keyOf));
  return told.filter((head) => !there.has(keyOf(head)));
}

const keyOf = ({ writer, seq, hash }: Head): string => `${writer}:${seq}:${hash}`;

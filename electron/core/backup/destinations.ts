import type { Failure } from "#shared/errors.ts";
import type { Archive } from "../archive/archive.ts";
import { putMeta, readMeta } from "../archive/meta.ts";

/** A folder that backups go to, as this PC knows it. */
export type Destination = {
  id: string;
  folder: string;
  otherDisk: boolean;
  identity: string | null;
  keyFile: Uint8Array | null;
  dropPlain: boolean;
  /** ISO instants. */
  lastGood: string | null;
  lastTried: string | null;
  failure: Failure | null;
};

type Row = {
  id: string;
  folder: string;
  other_disk: number;
  identity: string | null;
  key_file: Uint8Array | null;
  drop_plain: number;
  last_good: string | null;
  last_tried: string | null;
  failure: string | null;
};

export function createDestinations({ sql }: Pick<Archive, "sql">) {
  const read = (row: Row): Destination => ({
    id: row.id,
    folder: row.folder,
    otherDisk: row.other_disk === 1,
    identity: row.identity,
    keyFile: row.key_file,
    dropPlain: row.drop_plain === 1,
    lastGood: row.last_good,
    lastTried: row.last_tried,
    failure: row.failure === null ? null : (JSON.parse(row.failure) as Failure),
  });

  return {
    list: (): Destination[] =>
      (sql("SELECT * FROM backup_destination ORDER BY added, id").all() as Row[]).map(read),
    find(id: string): Destination | null {
      const row = sql("SELECT * FROM backup_destination WHERE id = ?").get(id) as Row | undefined;
      return row === undefined ? null : read(row);
    },
    add(id: string, folder: string, otherDisk: boolean, at: string): void {
      sql("INSERT INTO backup_destination (id, folder, other_disk, added) VALUES (?, ?, ?, ?)").run(
        id,
        folder,
        otherDisk ? 1 : 0,
        at,
      );
    },
    remove(id: string): void {
      sql("DELETE FROM backup_destination WHERE id = ?").run(id);
    },
    /** Null takes the passphrase away; points that were locked stay so. */
    protect(
      id: string,
      key: { identity: string; keyFile: Uint8Array } | null,
      dropPlain: boolean,
    ): void {
      sql(
        "UPDATE backup_destination SET identity = ?, key_file = ?, drop_plain = ? WHERE id = ?",
      ).run(key?.identity ?? null, key?.keyFile ?? null, dropPlain ? 1 : 0, id);
    },
    succeeded(id: string, at: string): void {
      sql(
        `UPDATE backup_destination SET last_good = ?, last_tried = ?, failure = NULL,
           drop_plain = 0 WHERE id = ?`,
      ).run(at, at, id);
    },
    failed(id: string, at: string, failure: Failure): void {
      sql("UPDATE backup_destination SET last_tried = ?, failure = ? WHERE id = ?").run(
        at,
        JSON.stringify(failure),
        id,
      );
    },
    /** A point that lies there is newer than what is known, such as after a restore. */
    found(id: string, at: string): void {
      sql(
        `UPDATE backup_destination SET last_good = ? WHERE id = ? AND
           (last_good IS NULL OR last_good < ?)`,
      ).run(at, id, at);
    },
  };
}

const ARCHIVE_ID = "archive_id";

/** The archive's own id, the same in all its backups; minted when it is first asked for. */
export function archiveId({ db, safeMode }: Archive, newId: () => string): string {
  const known = readMeta(db, ARCHIVE_ID);
  if (known !== undefined || safeMode !== null) return known ?? "";
  const id = newId();
  putMeta(db, ARCHIVE_ID, id);
  return id;
}

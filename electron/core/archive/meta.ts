import type { Db } from "./database.ts";

/** Facts about this copy of the archive itself, beside the log: one value a key. */

export const readMeta = (db: Db, key: string): string | undefined =>
  db.prepare("SELECT value FROM meta WHERE key = ?").pluck().get(key) as string | undefined;

export function putMeta(db: Db, key: string, value: string): void {
  db.prepare(
    `INSERT INTO meta (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(key, value);
}

export function dropMeta(db: Db, key: string): void {
  db.prepare("DELETE FROM meta WHERE key = ?").run(key);
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/**
 * What is written to a database's WAL while it is watched: pages, and commits. A reader keeps the
 * log from being begun anew.
 */
export function watchWal(folder: string) {
  const file = join(folder, "archive.sqlite");
  const reader = new Database(file);
  reader.pragma("wal_checkpoint(TRUNCATE)");
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM request").get();
  let seen = frames().length;

  /** Frames in the log: the page, and the size of the database at a commit's last frame, else 0. */
  function frames(): { page: number; size: number }[] {
    const log = readFileSync(`${file}-wal`);
    const HEADER = 32;
    const pageSize = log.length < HEADER ? 4096 : log.readUInt32BE(8);
    const found: { page: number; size: number }[] = [];
    for (let at = HEADER; at + 24 + pageSize <= log.length; at += 24 + pageSize) {
      found.push({ page: log.readUInt32BE(at), size: log.readUInt32BE(at + 4) });
    }
    return found;
  }

  /** Tables and indexes by the pages they stand on now. */
  function owners(): Map<number, string> {
    const db = new Database(file, { readonly: true });
    const rows = db.prepare("SELECT pageno, name FROM dbstat").raw().all() as [number, string][];
    db.close();
    return new Map(rows);
  }

  return {
    /** Pages, whose they are, and commits since the last call. */
    written(): { pages: number; commits: number; names: string[] } {
      const all = frames();
      const fresh = all.slice(seen);
      seen = all.length;
      const names = owners();
      return {
        pages: fresh.length,
        commits: fresh.filter(({ size }) => size > 0).length,
        names: [...new Set(fresh.map(({ page }) => names.get(page) ?? ""))].sort(),
      };
    },
    close: (): void => void reader.close(),
  };
}

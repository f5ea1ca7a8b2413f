import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, realpathSync } from "node:fs";
import { renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Db } from "./database.ts";

/**
 * Whether a database is the one that was closed here last, or a copy of it that somebody carried
 * here, went back to, or that a power cut left behind. A token in the database has a twin outside
 * of the archive's folder; both are new at every start, so that a copy never has the twin's. Only
 * where both agree, and the archive was closed in order, does its writer go on; else a new writer
 * is minted with its first event, and no number of a writer is ever used twice.
 */
export type Incarnation = {
  /** It was closed in order the last time, or is new. */
  clean: boolean;
  /** Marks it as closed in order. Call right before the database is closed. */
  close(): void;
};

const TOKEN = "incarnation";
/** There while the archive is open; what is left of it tells of a power cut or a copy. */
const OPEN = "open";

/** `twins` is this PC's folder of twins; one that cannot be written means a new writer every time. */
export function openIncarnation(
  db: Db,
  { folder, twins, newId }: { folder: string; twins: string; newId: () => string },
): Incarnation {
  const find = db.prepare("SELECT value FROM meta WHERE key = ?").pluck();
  const put = db.prepare(
    "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  );
  const file = twinFile(twins, folder);
  const known = find.get(TOKEN) as string | undefined;
  const clean = find.get(OPEN) === undefined;
  const same = known !== undefined && clean && known === readTwin(file);
  const token = newId();
  db.transaction(() => {
    if (!same) db.prepare("UPDATE writer SET own = 0 WHERE own = 1").run();
    put.run(TOKEN, token);
    put.run(OPEN, "1");
  }).immediate();
  // After the database: between the two the tokens differ, which only costs a new writer.
  writeTwin(twins, file, token);
  return {
    clean,
    close: () => void db.prepare("DELETE FROM meta WHERE key = ?").run(OPEN),
  };
}

/** One file an archive, named by where the archive lies, so that a copy elsewhere has none. */
const twinFile = (twins: string, folder: string): string =>
  join(twins, createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 32));

function readTwin(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null; // none was written on this PC, or it cannot be read: the same as another one
  }
}

function writeTwin(twins: string, file: string, token: string): void {
  try {
    mkdirSync(twins, { recursive: true, mode: 0o700 });
    const written = `${file}.new`;
    const handle = openSync(written, "w", 0o600);
    try {
      writeSync(handle, token);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(written, file);
  } catch (error) {
    console.error(error); // the next start mints a writer, and nothing is lost
  }
}

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { replaceNow } from "../files/replace-now.ts";
import type { Db } from "./database.ts";
import { dropMeta, putMeta, readMeta } from "./meta.ts";
import { leaveOwnWriter } from "./writers.ts";

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

/** There from when a copy was opened until a sync has said what it does not know of itself. */
const COPY = "copy";

/** Random tag of an archive that is a copy, or went back to an earlier day; null for none. */
export const copyTag = (db: Db): string | null => readMeta(db, COPY) ?? null;

/** All that the portal has of this office is here now. */
export const knowsItself = (db: Db): void => dropMeta(db, COPY);

type Opening = {
  folder: string;
  twins: string;
  newId: () => string;
  /** A backup was put in its place by this very start; it may be of the same run as the twin. */
  restored?: boolean;
};

/** `twins` is this PC's folder of twins; one that cannot be written means a new writer every time. */
export function openIncarnation(
  db: Db,
  { folder, twins, newId, restored = false }: Opening,
): Incarnation {
  const file = twinFile(twins, folder);
  const known = readMeta(db, TOKEN);
  const clean = readMeta(db, OPEN) === undefined;
  const twin = readTwin(file);
  const same = known !== undefined && clean && known === twin;
  const token = newId();
  db.transaction(() => {
    if (!same) leaveOwnWriter(db);
    // After a power cut both still agree, and nothing that was confirmed is lost.
    if (restored || (known !== undefined && known !== twin)) putMeta(db, COPY, newId());
    putMeta(db, TOKEN, token);
    putMeta(db, OPEN, "1");
  }).immediate();
  // After the database: between the two the tokens differ, which only costs a new writer.
  writeTwin(twins, file, token);
  return {
    clean,
    close: () => dropMeta(db, OPEN),
  };
}

/** One file an archive, named by where the archive lies, so that a copy elsewhere has none. */
export const twinFile = (twins: string, folder: string): string =>
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
    replaceNow(file, token);
  } catch (error) {
    console.error(error); // the next start mints a writer, and nothing is lost
  }
}

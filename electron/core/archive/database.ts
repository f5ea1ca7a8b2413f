import { existsSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { failure, type Result } from "#shared/errors.ts";
import { diskFailure } from "../failure-of.ts";
import { initial } from "./migrations/0001-initial.ts";
import { sopLibrary } from "./migrations/0002-sop-library.ts";
import { clocks } from "./migrations/0003-clocks.ts";
import { letters } from "./migrations/0004-letters.ts";
import { archive } from "./migrations/0005-archive.ts";
import { syncing } from "./migrations/0006-sync.ts";
import { searchDue } from "./migrations/0007-search-due.ts";

export type Db = Database.Database;

/** Numbered from 1; `user_version` is how many have run. A published one never changes. */
const MIGRATIONS = [initial, sopLibrary, clocks, letters, archive, syncing, searchDue];

/** Number of the last migration; the `user_version` that this version of Lajur works on. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** The index that the list's words are sought in, of 100,000 requests, twice over. */
const CACHE_KIB = 32_000;

/** Older ones lose writes of a WAL reset (https://sqlite.org/changes.html, 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * Opens the archive's database and brings it to this version. `migrated` runs in the transaction of
 * the last migration, so that a projection of another shape is never seen half made. Answers
 * `archive_newer`, `archive_broken` or what the disk refused, without having changed anything.
 */
export function openDatabase(file: string, migrated: (db: Db) => void): Result<Db> {
  let db: Db | null = null;
  try {
    if (versionIn(file) > MIGRATIONS.length) return { ok: false, error: failure("archive_newer") };
    db = new Database(file);
    assertVersion(db);
    const found = db.pragma("user_version", { simple: true }) as number;
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("secure_delete = ON");
    db.pragma(`cache_size = -${CACHE_KIB}`);
    migrate(db, found, migrated);
    return { ok: true, value: db };
  } catch (error) {
    db?.close();
    const detail = error instanceof Error ? error.message : String(error);
    const broken = failure("archive_broken", { detail });
    return { ok: false, error: diskFailure(error, dirname(file)) ?? broken };
  }
}

/** Looked at without the right to write: closing one that may write would tidy up behind itself. */
function versionIn(file: string): number {
  if (!existsSync(file)) return 0;
  const db = new Database(file, { readonly: true });
  try {
    return db.pragma("user_version", { simple: true }) as number;
  } finally {
    db.close();
  }
}

function assertVersion(db: Db): void {
  const version = db.prepare("SELECT sqlite_version()").pluck().get() as string;
  const parts = version.split(".").map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > oldest) return;
    if (part < oldest) throw new Error(`SQLite ${version} < ${OLDEST_SQLITE.join(".")}`);
  }
}

function migrate(db: Db, found: number, migrated: (db: Db) => void): void {
  if (found === MIGRATIONS.length) return;
  db.transaction(() => {
    for (const sql of MIGRATIONS.slice(found)) db.exec(sql);
    if (found > 0) migrated(db);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  }).immediate();
}

import type { Failure } from "#shared/errors.ts";
import type { Db } from "../archive/database.ts";
import { dropMeta, putMeta, readMeta } from "../archive/meta.ts";

/** In `meta` while copies of an erased word may lie in parts of pages that nothing uses. */
const DUE = "privacy.tidy";

/**
 * The largest database that is written anew at closing, in bytes: some seconds on a slow disk. In a
 * larger one such a copy stays until its page is used again.
 */
const MOST = 96 * 1024 * 1024;

/** Asks for `tidyPages`. Call in the transaction of an erasure. */
export function askForTidying(db: Db): void {
  putMeta(db, DUE, "1");
}

/**
 * Writes the database anew after an erasure. What is deleted is overwritten at once, but when a page
 * is filled or split, SQLite moves its rows and leaves their old bytes in the unused middle. Call
 * when nothing else is at work.
 */
export function tidyPages({ db, safeMode }: { db: Db; safeMode: Failure | null }): void {
  if (safeMode !== null || !db.open) return;
  try {
    if (readMeta(db, DUE) === undefined) return;
    const pages = db.pragma("page_count", { simple: true }) as number;
    const size = db.pragma("page_size", { simple: true }) as number;
    if (pages * size > MOST) return;
    db.exec("VACUUM");
    dropMeta(db, DUE);
  } catch (error) {
    // A full disk must not keep Lajur from closing; the next closing tries again.
    console.error(error);
  }
}

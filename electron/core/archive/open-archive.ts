import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { failure, ok, type Result } from "#shared/errors.ts";
import { applyRestore } from "../backup/apply-restore.ts";
import { diskFailure } from "../failure-of.ts";
import { headsHold } from "../maintenance/heads.ts";
import { type Archive, type ArchiveOptions, createArchive } from "./archive.ts";
import { openDatabase } from "./database.ts";
import { openIncarnation } from "./incarnation.ts";
import { takeLock } from "./lock.ts";

/**
 * Opens the archive in `folder`, making it when there is none. Answers `archive_held`,
 * `archive_newer` or `archive_broken`; nothing has been changed then.
 */
export function openArchive(options: ArchiveOptions): Result<Archive> {
  const undo: (() => void)[] = [];
  try {
    const opened = openLocked(options, undo);
    if (!opened.ok) release(undo);
    return opened;
  } catch (error) {
    release(undo);
    const detail = error instanceof Error ? error.message : String(error);
    const unwritable = failure("archive_unwritable", { detail });
    return { ok: false, error: diskFailure(error, options.folder) ?? unwritable };
  }
}

/** `undo` gathers how to let go of what has been taken so far. */
function openLocked(options: ArchiveOptions, undo: (() => void)[]): Result<Archive> {
  const { folder, holder, rescue } = options;
  mkdirSync(folder, { recursive: true });
  const lock = takeLock(folder, holder);
  if (!lock.ok) return lock;
  undo.push(lock.value.release);
  const applied = applyRestore(folder);
  if (!applied.ok) return applied;
  const restored = applied.value === "applied";
  const file = rescue === null ? join(folder, "archive.sqlite") : ":memory:";
  const db = openDatabase(file, (migrated) => {
    createArchive(migrated, options, null, () => {}).rebuild("later");
  });
  if (!db.ok) return db;
  undo.push(() => db.value.close());
  const sound = headsHold(db.value) ? null : failure("archive_damaged");
  const safeMode = rescue ?? options.safeMode ?? sound;
  const incarnation =
    safeMode === null ? openIncarnation(db.value, { ...options, restored }) : null;
  const archive = createArchive(db.value, options, incarnation, () => release(undo));
  if (safeMode !== null) archive.enterSafeMode(safeMode);
  return ok(archive);
}

/** Last taken, first let go. */
function release(undo: (() => void)[]): void {
  for (const one of undo.splice(0).reverse()) one();
}

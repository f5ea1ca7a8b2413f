import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { failure, ok, type Result } from "#shared/errors.ts";
import { syncFolderNow } from "../files/replace-now.ts";
import { mergeErasures } from "../privacy/erasures.ts";
import { messageOf } from "./failures.ts";
import { readyFile, RESTORE, type Ready, STAGED } from "./staged.ts";

/** The database and what SQLite keeps beside it, the log of writes before what it belongs to. */
const DATABASE = ["archive.sqlite-wal", "archive.sqlite-shm", "archive.sqlite"] as const;

/**
 * Carries out the restore that is staged in the archive's folder, if one is ready. Call under the
 * lock, before the database is opened. The old database is moved aside, never deleted. Every step
 * is a rename, and what is done already is skipped, so that a start after a power cut anywhere in
 * between ends with the same.
 */
export function applyRestore(archive: string): Result<"none" | "applied"> {
  const staging = join(archive, RESTORE);
  try {
    const ready = readReady(archive);
    if (ready === null) {
      // What an unfinished restore left; nothing refers to it.
      rmSync(staging, { recursive: true, force: true });
      return ok("none");
    }
    const staged = join(staging, STAGED);
    if (existsSync(staged)) {
      // Of a file that is not the one that was verified nothing is put in place.
      if (statSync(staged).size !== ready.size) return halfStaged(staging);
      setAside(archive, join(archive, ready.aside));
      renameSync(staged, join(archive, "archive.sqlite"));
      syncFolderNow(staging);
      syncFolderNow(archive);
    }
    mergeErasures(archive, ready.erasures);
    rmSync(staging, { recursive: true, force: true });
    return ok("applied");
  } catch (error) {
    return { ok: false, error: failure("archive_unwritable", { detail: messageOf(error) }) };
  }
}

function halfStaged(staging: string): Result<"none"> {
  rmSync(staging, { recursive: true, force: true });
  return ok("none");
}

function readReady(archive: string): Ready | null {
  try {
    const ready = JSON.parse(readFileSync(readyFile(archive), "utf8")) as Ready;
    return ready.format === 1 && /^before-restore-[\dTZ-]+$/.test(ready.aside) ? ready : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function setAside(archive: string, aside: string): void {
  mkdirSync(aside, { recursive: true });
  for (const name of DATABASE) {
    const from = join(archive, name);
    if (!existsSync(from)) continue;
    renameSync(from, join(aside, name));
    // In this order on the disk too: a log of writes must never meet another database.
    syncFolderNow(aside);
    syncFolderNow(archive);
  }
}

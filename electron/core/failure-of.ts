import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Failure, failure } from "#shared/errors.ts";

/** What the disk says when it cannot be written, or is not there any more. */
const UNWRITABLE = new Set(["EROFS", "EACCES", "EPERM", "EIO", "ENODEV", "ENOENT", "ENOTDIR"]);

/**
 * The sentence for what the disk or the database said while the archive in `folder` was opened or
 * worked on; null for an error that none of them made.
 */
export function diskFailure(error: unknown, folder: string): Failure | null {
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (code === "SQLITE_FULL" || code === "ENOSPC" || code === "EDQUOT") return failure("disk_full");
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    return failure("archive_broken", { detail });
  }
  if (code.startsWith("SQLITE_BUSY")) return failure("archive_busy");
  if (!/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM|NOLFS|AUTH)/.test(code) && !UNWRITABLE.has(code)) {
    return null;
  }
  // Moved away, or pulled out with the stick that it lies on.
  if (code.includes("DBMOVED") || !existsSync(join(folder, "archive.sqlite"))) {
    return failure("archive_gone", { folder });
  }
  return failure("archive_unwritable", { detail });
}

/** What the system or SQLite calls the error; empty for one that neither of them made. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

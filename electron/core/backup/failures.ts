import { fail, failure, type Failure, type Result } from "#shared/errors.ts";
import { codeOf } from "../failure-of.ts";

/** What a disk says when it, or the line to it, went away in the middle. */
const CUT = new Set([
  "EIO",
  "ENODEV",
  "ENXIO",
  "ESTALE",
  "ENOTCONN",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ENETUNREACH",
  "ETIMEDOUT",
  "ECONNRESET",
  "ENOENT",
  "ENOTDIR",
  "EBADF",
  "UNKNOWN",
]);
const REFUSED = new Set(["EACCES", "EPERM", "EROFS"]);
const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG", "SQLITE_FULL"]);

/** Ends a task with a sentence for people; run-task.ts carries only a message over. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(refused: Failure) {
    super(refused.message);
    this.failure = refused;
  }
}

export const refuse = (...of: Parameters<typeof failure>): Refusal => new Refusal(failure(...of));

/** The refusal in what a backup threw; anything that no disk says is thrown on. */
export function backupFailure(error: unknown, path: string): { ok: false; error: Failure } {
  if (error instanceof Refusal) return { ok: false, error: error.failure };
  const code = codeOf(error);
  if (FULL.has(code)) return fail("backup_no_room", { path, needed: "lebih banyak", free: "0 MB" });
  if (REFUSED.has(code)) return fail("backup_unwritable", { path });
  if (CUT.has(code) || code.startsWith("SQLITE_IOERR")) return fail("backup_cut", { path });
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    return fail("backup_source_damaged", { detail: messageOf(error) });
  }
  throw error;
}

/** The refusal in what a restore threw; `path` is where the backup lies. */
export function restoreFailure(error: unknown): Result<never> {
  if (error instanceof Refusal) return { ok: false, error: error.failure };
  const code = codeOf(error);
  if (FULL.has(code)) return fail("disk_full");
  if (code !== "") return fail("backup_restore_failed", { detail: messageOf(error) });
  throw error;
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

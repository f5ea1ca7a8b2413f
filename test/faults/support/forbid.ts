import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, statSync } from "node:fs";

/**
 * Takes away the right to write to a file, or to make files in a folder; answers what gives it back.
 * Root may write to anything that is not marked as never changing.
 */
export function forbidWriting(path: string): () => void {
  if (process.getuid?.() === 0) {
    execFileSync("chattr", ["+i", path]);
    return () => void execFileSync("chattr", ["-i", path]);
  }
  const { mode } = statSync(path);
  chmodSync(path, mode & 0o555);
  return () => {
    // SQLite gives its files beside a database the rights of the database.
    for (const suffix of ["", "-wal", "-shm"]) {
      if (existsSync(path + suffix)) chmodSync(path + suffix, mode);
    }
  };
}

/** Why rights cannot be taken away here; null where they can. */
export const noForbidding: string | null = forbiddingFails();

function forbiddingFails(): string | null {
  if (process.platform === "win32") return "rights are other ones on Windows";
  if (process.getuid?.() !== 0) return null;
  try {
    execFileSync("lsattr", ["-d", "/tmp"], { stdio: "ignore" });
    return null;
  } catch {
    return "root, and no chattr on this disk";
  }
}

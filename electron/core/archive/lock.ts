import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { failure, type Result } from "#shared/errors.ts";

/**
 * One process holds an archive at a time. The lock is SQLite's own on a file of its own, so the
 * system lets go of it when the process dies, however it dies; the text beside it names the holder.
 */
export type Lock = { release(): void };

export function takeLock(folder: string, holder: string): Result<Lock> {
  const name = join(folder, "holder.json");
  const lock = new Database(join(folder, "lock.sqlite"), { timeout: 0 });
  try {
    lock.pragma("journal_mode = DELETE");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    return { ok: false, error: failure("archive_held", { holder: nameOfHolder(name) }) };
  }
  try {
    writeFileSync(name, JSON.stringify({ holder, pid: process.pid }));
  } catch (error) {
    lock.close();
    throw error;
  }
  return { ok: true, value: { release: () => lock.close() } };
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

function nameOfHolder(file: string): string {
  try {
    const found = JSON.parse(readFileSync(file, "utf8")) as { holder: string; pid: number };
    return `${found.holder}, proses ${found.pid}`;
  } catch {
    return "program lain"; // the holder has not written its name yet
  }
}

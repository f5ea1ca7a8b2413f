import type { Archive } from "../archive/archive.ts";

/** The writer under which this archive goes on; null before its first event. */
export function ownWriter({ sql }: Pick<Archive, "sql">): { uuid: string; seq: number } | null {
  const row = sql("SELECT uuid, seq FROM writer WHERE own = 1 ORDER BY id DESC LIMIT 1").get();
  return (row as { uuid: string; seq: number } | undefined) ?? null;
}

/**
 * The next event gets a new writer: another archive has gone on under the one that was used here,
 * such as before a restore, and no number of a writer is ever used twice.
 */
export function mintWriter({ sql }: Pick<Archive, "sql">): void {
  sql("UPDATE writer SET own = 0 WHERE own = 1").run();
}

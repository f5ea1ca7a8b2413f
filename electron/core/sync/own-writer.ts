import type { Archive } from "../archive/archive.ts";

/** The writer under which this archive goes on; null before its first event. */
export function ownWriter({ sql }: Pick<Archive, "sql">): { uuid: string; seq: number } | null {
  const row = sql("SELECT uuid, seq FROM writer WHERE own = 1 ORDER BY id DESC LIMIT 1").get();
  return (row as { uuid: string; seq: number } | undefined) ?? null;
}

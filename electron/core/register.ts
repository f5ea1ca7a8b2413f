import type { Running } from "#shared/request/events.ts";
import type { Archive } from "./archive/archive.ts";

/** The next running number of a register in a year. Call in the transaction that uses it. */
export function nextRunning(archive: Archive, name: string, year: number): Running {
  const last = archive
    .sql("SELECT last FROM register WHERE name = ? AND year = ?")
    .pluck()
    .get(name, year) as number | undefined;
  return { year, value: (last ?? 0) + 1 };
}

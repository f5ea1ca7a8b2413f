import type { Archive } from "../archive/archive.ts";

/**
 * The last running number of a counter in a year that nobody else may give any more, 0 before the
 * first: of those that papers bear, of blocks set apart, and of those that an event gave a paper
 * whose other number holds.
 */
export function lastValue(archive: Archive, counter: string, year: number): number {
  const last = archive
    .sql("SELECT last FROM register WHERE name = ? AND year = ?")
    .pluck()
    .get(counter, year) as number | undefined;
  return Math.max(last ?? 0, lastGiven(archive, counter, year, { from: 1, to: MOST }));
}

const MOST = Number.MAX_SAFE_INTEGER;

/** The highest number of this stretch that any event gave; 0 for none. */
export const lastGiven = (
  archive: Archive,
  counter: string,
  year: number,
  { from, to }: { from: number; to: number },
): number =>
  (archive
    .sql(
      "SELECT max(value) FROM number_given WHERE name = ? AND year = ? AND value BETWEEN ? AND ?",
    )
    .pluck()
    .get(counter, year, from, to) as number | null) ?? 0;

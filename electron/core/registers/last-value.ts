import type { Archive } from "../archive/archive.ts";

/** The last running number that a register gave in a year, 0 before the first. */
export const lastValue = (archive: Archive, name: string, year: number): number =>
  (archive.sql("SELECT last FROM register WHERE name = ? AND year = ?").pluck().get(name, year) as
    | number
    | undefined) ?? 0;

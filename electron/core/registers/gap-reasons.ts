import type { GapReason } from "#shared/register/gaps.ts";
import { pcName } from "#shared/register/words.ts";
import type { Archive } from "../archive/archive.ts";
import { blocksOf } from "./holding.ts";

export type Stretch = {
  /** Name under which the numbers are counted. */
  counter: string;
  year: number;
  from: number;
  to: number;
};

/**
 * Why numbers of this stretch have no paper, by value and ascending: as somebody has said; as the
 * log shows, where two PCs gave one paper a number each; or as they lie in a block of another PC.
 */
export function gapReasons(archive: Archive, stretch: Stretch, today: string): GapReason[] {
  const reasons = new Map<number, GapReason>();
  for (const block of blocksOf(archive, stretch.counter, stretch.year)) {
    const ended = stretch.year !== 0 && stretch.year < Number(today.slice(0, 4));
    const open = block.closed === null && !ended;
    const reason = open ? set(block.name) : unused(block.name, block.closed, stretch.year);
    const to = Math.min(block.to, stretch.to);
    for (let value = Math.max(block.from, stretch.from); value <= to; value += 1) {
      reasons.set(value, { value, reason, open });
    }
  }
  for (const value of givenIn(archive, stretch)) reasons.set(value, { value, reason: GIVEN });
  for (const said of saidOf(archive, stretch)) reasons.set(said.value, said);
  return [...reasons.values()].sort((one, other) => one.value - other.value);
}

const set = (name: string): string => `Disediakan untuk ${pcName(name)}`;

function unused(name: string, closed: string | null, year: number): string {
  if (closed === null)
    return `Sisa blok nomor ${pcName(name)}, tidak terpakai sampai akhir ${year}`;
  return `Sisa blok nomor ${pcName(name)}, ditutup: ${closed}`;
}

const GIVEN =
  "Sudah diberikan pada surat yang bersamaan mendapat nomor lain di PC lain, jadi tidak dipakai lagi";

const givenIn = (archive: Archive, { counter, year, from, to }: Stretch): number[] =>
  archive
    .sql(
      `SELECT DISTINCT value FROM number_given
       WHERE name = ? AND year = ? AND value BETWEEN ? AND ?`,
    )
    .pluck()
    .all(counter, year, from, to) as number[];

const saidOf = (archive: Archive, { counter, year, from, to }: Stretch): GapReason[] =>
  archive
    .sql(
      `SELECT value, reason FROM register_gap
       WHERE register = ? AND year = ? AND value BETWEEN ? AND ? ORDER BY value`,
    )
    .all(counter, year, from, to) as GapReason[];

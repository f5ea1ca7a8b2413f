import { firstNumber, registerSettings } from "#shared/letter/number.ts";
import type { Office } from "#shared/office.ts";
import type { RegisterGap } from "#shared/register/contract.ts";
import { explained, type ExplainedGap, missing } from "#shared/register/gaps.ts";
import { counterOf } from "#shared/register/series.ts";
import type { Archive } from "../archive/archive.ts";
import { type Counted, valuesOf, type YearOf } from "./entries.ts";
import { gapReasons } from "./gap-reasons.ts";

/**
 * The numbers passed over in one year of a register, with the reasons that were given or that follow
 * from the blocks of other PCs. Where numbers never start anew, what is missing since the last
 * year's end belongs to this year.
 */
export function gapsOf(
  archive: Archive,
  office: Office | null,
  of: YearOf,
  today: string,
): RegisterGap[] {
  const values = valuesOf(archive, of);
  const sequences = new Map(values.map((one) => [`${one.series} ${one.year}`, one]));
  return [...sequences.values()].flatMap(({ series, year }) => {
    const own = values
      .filter((one) => one.series === series && one.year === year)
      .map(({ value }) => value);
    const counter = counterOf(of.register, series);
    const first = firstOf(archive, office, of, { series, year, value: own[0] ?? 1 });
    const last = lastOf(archive, of, { series, year, value: own.at(-1) ?? 0 });
    // Numbers dated in another year are no gaps in this one.
    const taken = year === 0 ? takenBetween(archive, of, series, first, last) : own;
    const reasons = gapReasons(archive, { counter, year, from: first, to: last }, today);
    const gaps = explained(missing([...taken, last + 1], first), reasons);
    return withPlaces(gaps, values, { series, year });
  });
}

/** Where a year begins: with what the office set, or after the last number of the years before. */
function firstOf(
  archive: Archive,
  office: Office | null,
  { register, year: shown }: YearOf,
  { series, year, value: lowest }: Counted,
): number {
  const own = office === null || series !== "";
  const set = own ? 1 : firstNumber(registerSettings(office, register), year);
  if (year !== 0) return Math.min(set, lowest);
  const before = archive
    .sql(
      `SELECT max(value) FROM register_entry
       WHERE register = ? AND series = ? AND year = 0 AND date < ?`,
    )
    .pluck()
    .get(register, series, `${shown}-01-01`) as number | null;
  return before === null ? Math.min(set, lowest) : before + 1;
}

/** Where it ends: with its last paper, or with the last number that was set apart or left out. */
function lastOf(
  archive: Archive,
  { register, year: shown }: YearOf,
  { series, year, value: highest }: Counted,
): number {
  if (year === 0) {
    const later = archive
      .sql("SELECT 1 FROM register_entry WHERE register = ? AND series = ? AND date > ? LIMIT 1")
      .get(register, series, `${shown}-12-31`);
    if (later !== undefined) return highest;
  }
  const last = archive
    .sql("SELECT last FROM register WHERE name = ? AND year = ?")
    .pluck()
    .get(counterOf(register, series), year) as number | undefined;
  return Math.max(highest, last ?? 0);
}

const takenBetween = (
  archive: Archive,
  { register }: YearOf,
  series: string,
  first: number,
  last: number,
): number[] =>
  archive
    .sql(
      `SELECT value FROM register_entry
       WHERE register = ? AND series = ? AND year = 0 AND value BETWEEN ? AND ? ORDER BY value`,
    )
    .pluck()
    .all(register, series, first, last) as number[];

/** How many of the year's entries, which ascend, stand before each gap. */
function withPlaces(
  gaps: readonly ExplainedGap[],
  values: readonly Counted[],
  { series, year }: Omit<Counted, "value">,
): RegisterGap[] {
  let before = 0;
  const stands = (one: Counted | undefined, gap: { from: number }): boolean => {
    if (one === undefined) return false;
    if (one.series !== series) return one.series < series;
    return one.year < year || (one.year === year && one.value < gap.from);
  };
  return gaps.map((gap) => {
    while (stands(values[before], gap)) before += 1;
    return { ...gap, series, year, before };
  });
}

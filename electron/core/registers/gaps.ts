import { firstNumber, registerSettings } from "#shared/letter/number.ts";
import type { Office } from "#shared/office.ts";
import type { RegisterGap } from "#shared/register/contract.ts";
import { explained, missing } from "#shared/register/gaps.ts";
import type { Archive } from "../archive/archive.ts";
import { valuesOf, type YearOf } from "./entries.ts";

/**
 * The numbers passed over in one year of a register, with the reasons that were given. Where numbers
 * never start anew, what is missing since the last year's end belongs to this year.
 */
export function gapsOf(archive: Archive, office: Office | null, of: YearOf): RegisterGap[] {
  const values = valuesOf(archive, of);
  return [...new Set(values.map(({ year }) => year))].flatMap((year) => {
    const own = values.filter((one) => one.year === year).map(({ value }) => value);
    const first = firstOf(archive, office, of, year, own[0] ?? 1);
    const last = own.at(-1) ?? 0;
    // Numbers dated in another year are no gaps in this one.
    const taken = year === 0 ? takenBetween(archive, of, first, last) : own;
    const gaps = explained(missing(taken, first), reasonsOf(archive, of, year, first, last));
    return withPlaces(gaps, values, year);
  });
}

/** Where a year begins: with what the office set, or after the last number of the years before. */
function firstOf(
  archive: Archive,
  office: Office | null,
  { register, year: shown }: YearOf,
  year: number,
  lowest: number,
): number {
  const set = office === null ? 1 : firstNumber(registerSettings(office, register), year);
  if (year !== 0) return Math.min(set, lowest);
  const before = archive
    .sql("SELECT max(value) FROM register_entry WHERE register = ? AND year = 0 AND date < ?")
    .pluck()
    .get(register, `${shown}-01-01`) as number | null;
  return before === null ? Math.min(set, lowest) : before + 1;
}

const takenBetween = (archive: Archive, { register }: YearOf, first: number, last: number) =>
  archive
    .sql(
      `SELECT value FROM register_entry WHERE register = ? AND year = 0 AND value BETWEEN ? AND ?
       ORDER BY value`,
    )
    .pluck()
    .all(register, first, last) as number[];

const reasonsOf = (
  archive: Archive,
  { register }: YearOf,
  year: number,
  first: number,
  last: number,
) =>
  archive
    .sql(
      `SELECT value, reason FROM register_gap
       WHERE register = ? AND year = ? AND value BETWEEN ? AND ? ORDER BY value`,
    )
    .all(register, year, first, last) as { value: number; reason: string }[];

/** How many of the year's entries, which ascend, stand before each gap. */
function withPlaces(
  gaps: ReturnType<typeof explained>,
  values: readonly { year: number; value: number }[],
  year: number,
): RegisterGap[] {
  let before = 0;
  const stands = (one: { year: number; value: number } | undefined, gap: { from: number }) =>
    one !== undefined && (one.year < year || (one.year === year && one.value < gap.from));
  return gaps.map((gap) => {
    while (stands(values[before], gap)) before += 1;
    return { ...gap, year, before };
  });
}

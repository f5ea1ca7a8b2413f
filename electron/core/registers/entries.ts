import type { RegisterId } from "#shared/letter/register.ts";
import type { RegisterEntry } from "#shared/register/contract.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";

/** Reads a register from the projection, in its order: running numbers, then those outside them. */

type Row = Omit<RegisterEntry, "request" | "by" | "double"> & {
  double: number;
  request: string | null;
  requestNumber: string | null;
  actor: string;
};

/** A year's entries are those counted under it, and those of a sequence without end dated in it. */
const OF_YEAR = `register = @register AND
  (year = @year OR (year = 0 AND date >= @from AND date <= @to))`;
const ORDER = "value IS NULL, series, year, value, suffix, date, at, number, id";
const COLUMNS = `id, series, year, value, suffix, number, date, reference, subject, party, letter, at, inserted,
  voided, actor, request,
  (SELECT request.number FROM request WHERE request.id = register_entry.request) AS requestNumber,
  EXISTS (
    SELECT 1 FROM register_entry AS other
    WHERE other.register = register_entry.register AND other.number = register_entry.number
      AND other.year = register_entry.year AND other.id <> register_entry.id
      AND other.voided = '' AND register_entry.voided = ''
  ) AS double`;

export type YearOf = { register: RegisterId; year: number };

/** Parameters of `OF_YEAR`. */
export const spanOf = ({ register, year }: YearOf) => ({
  register,
  year,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

function narrowed(words: string): { sql: string; values: Record<string, string> } {
  const values: Record<string, string> = {};
  const conditions = words
    .split(/\s+/)
    .filter(Boolean)
    .map((word, at) => {
      values[`word${at}`] = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      const like = ["number", "subject", "party", "reference"].map(
        (column) => `${column} LIKE @word${at} ESCAPE '\\'`,
      );
      return `AND (${like.join(" OR ")})`;
    });
  return { sql: conditions.join(" "), values };
}

export function countEntries(archive: Archive, of: YearOf, words: string): number {
  const { sql, values } = narrowed(words);
  return archive.db
    .prepare(`SELECT count(*) FROM register_entry WHERE ${OF_YEAR} ${sql}`)
    .pluck()
    .get({ ...spanOf(of), ...values }) as number;
}

/** A page of a year's entries; all of them with a limit of -1. */
export function listEntries(
  archive: Archive,
  of: YearOf,
  words: string,
  { offset, limit }: { offset: number; limit: number },
): RegisterEntry[] {
  const { sql, values } = narrowed(words);
  const rows = archive.db
    .prepare(
      `SELECT ${COLUMNS} FROM register_entry WHERE ${OF_YEAR} ${sql}
       ORDER BY ${ORDER} LIMIT @limit OFFSET @offset`,
    )
    .all({ ...spanOf(of), ...values, offset, limit }) as Row[];
  const person = peopleOf(archive);
  return rows.map((row) => toEntry(row, person));
}

/** The latest entry with this number, or the one of two with this id; null for none. */
export function findEntry(
  archive: Archive,
  { register, year }: YearOf,
  number: string,
  entry = "",
): RegisterEntry | null {
  const row = archive
    .sql(
      `SELECT ${COLUMNS} FROM register_entry
       WHERE register = ? AND year = ? AND number = ? AND (? = '' OR id = ?)
       ORDER BY at DESC, id`,
    )
    .get(register, year, number, entry, entry) as Row | undefined;
  return row === undefined ? null : toEntry(row, peopleOf(archive));
}

/** A running number, the year under which it was counted, and the letter of the PC that did. */
export type Counted = { series: string; year: number; value: number };

/** Running numbers of a year in order. */
export const valuesOf = (archive: Archive, of: YearOf): Counted[] =>
  archive
    .sql(
      `SELECT series, year, value FROM register_entry WHERE ${OF_YEAR} AND value IS NOT NULL
       ORDER BY series, year, value`,
    )
    .all(spanOf(of)) as Counted[];

/** Years that have entries, latest first, and how many entries there are in all. */
export function sizeOf(archive: Archive, register: RegisterId): { years: number[]; count: number } {
  const rows = archive
    .sql(
      `SELECT CAST(substr(date, 1, 4) AS INTEGER) AS year, count(*) AS count FROM register_entry
       WHERE register = ? GROUP BY 1 ORDER BY 1 DESC`,
    )
    .all(register) as { year: number; count: number }[];
  return {
    years: rows.map(({ year }) => year),
    count: rows.reduce((sum, { count }) => sum + count, 0),
  };
}

function toEntry(
  { request, requestNumber, actor, double, ...row }: Row,
  person: ReturnType<typeof peopleOf>,
): RegisterEntry {
  return {
    ...row,
    double: double === 1,
    request: request === null ? null : { id: request, number: requestNumber ?? "" },
    by: person(actor),
  };
}

import { z } from "zod";
import { day as daySchema, optionalLine } from "#shared/text.ts";
import type { Holiday, HolidayKind } from "./calendar.ts";
import { MOST_HOLIDAYS } from "./check-calendar.ts";

/** A year's holidays read from a file: what was understood, and what was not. */

export type HolidayFindingCode =
  | "file_unreadable"
  | "file_empty"
  | "file_too_large"
  | "date_invalid"
  | "kind_unknown"
  | "name_invalid"
  /** The same day stands twice; the first one holds. */
  | "day_twice"
  /** A day of another year than the file says. */
  | "other_year"
  | "too_many"
  /** iCalendar: an event without a whole day, or one that repeats by a rule. */
  | "event_without_day"
  | "event_repeats"
  | "event_too_long";

export type HolidayFinding = {
  code: HolidayFindingCode;
  /** Row or event in the file, from 1; null for the file as a whole. */
  row: number | null;
  /** What stands there. */
  detail: string;
};

export type ReadHolidays = { holidays: Holiday[]; decree: string; findings: HolidayFinding[] };

/** One row as a file gives it; `kind` in the words of the decree or of this program. */
export type HolidayRow = { row: number; day: string; kind: string; name: string };

/** Longest list or file that is read. */
const MOST_ROWS = 20_000;
const MOST_TEXT = 5_000_000;

const KINDS: Record<string, HolidayKind> = {
  national: "national",
  joint_leave: "joint_leave",
  other: "other",
  "libur nasional": "national",
  "hari libur nasional": "national",
  nasional: "national",
  "cuti bersama": "joint_leave",
  lainnya: "other",
  lain: "other",
};

export const failed = (code: HolidayFindingCode, detail = ""): ReadHolidays => ({
  holidays: [],
  decree: "",
  findings: [{ code, row: null, detail }],
});

/** Whether a file is worth reading; null when it is. */
export function unreadable(text: string): ReadHolidays | null {
  if (text.length > MOST_TEXT) return failed("file_too_large");
  return text.trim() === "" ? failed("file_empty") : null;
}

/** The shape of `resources/holidays/*.json` and of a file that an office imports. */
const fileSchema = z.looseObject({
  year: z.int().min(1900).max(2200),
  decree: optionalLine(400),
  holidays: z
    .array(
      z.looseObject({
        day: z.string(),
        kind: z.string().default(""),
        name: z.string().default(""),
      }),
    )
    .max(MOST_ROWS),
});

/** Reads `{year, decree, holidays: [{day, kind, name?}]}`; whatever is not understood is told. */
export function readHolidaysJson(text: string): ReadHolidays {
  const refused = unreadable(text);
  if (refused !== null) return refused;
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) return failed("file_unreadable", parsed.error.issues[0]?.path.join("."));
  const { year, decree, holidays } = parsed.data;
  const rows = holidays.map((one, at) => ({ row: at + 1, ...one }));
  return { ...collectHolidays(rows, year), decree };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}

/** Holidays of rows from a file or a sheet, in order of days; `year` refuses days of others. */
export function collectHolidays(
  rows: readonly HolidayRow[],
  year: number | null = null,
): Omit<ReadHolidays, "decree"> {
  const findings: HolidayFinding[] = [];
  const holidays = new Map<string, Holiday>();
  for (const one of rows.slice(0, MOST_ROWS)) {
    const problem = rowProblem(one, year, holidays);
    if (problem !== null) {
      findings.push({ code: problem, row: one.row, detail: `${one.day} ${one.name}`.trim() });
      continue;
    }
    const kind = kindOf(one.kind) ?? "national";
    holidays.set(one.day, { day: one.day, kind, name: one.name.trim() });
  }
  if (holidays.size === 0 && findings.length === 0) {
    findings.push({ code: "file_empty", row: null, detail: "" });
  }
  return {
    holidays: [...holidays.values()].toSorted((a, b) => a.day.localeCompare(b.day)),
    findings: [...findings, ...crowded([...holidays.keys()])],
  };
}

function rowProblem(
  { day, kind, name }: HolidayRow,
  year: number | null,
  known: ReadonlyMap<string, Holiday>,
): HolidayFindingCode | null {
  if (!daySchema.safeParse(day).success) return "date_invalid";
  if (year !== null && Number(day.slice(0, 4)) !== year) return "other_year";
  if (kindOf(kind) === null) return "kind_unknown";
  if (!optionalLine(160).safeParse(name.trim()).success) return "name_invalid";
  return known.has(day) ? "day_twice" : null;
}

/** The kind where only a title tells it: calendars write cuti bersama into the day's name. */
export const kindOfTitle = (title: string): HolidayKind =>
  /cuti bersama|joint holiday|collective leave/iu.test(title) ? "joint_leave" : "national";

/** Whether a word names a kind, as the decree or this program writes it. */
export const isKindWord = (word: string): boolean => word.trim() !== "" && kindOf(word) !== null;

/** An empty kind is a libur nasional. */
const kindOf = (word: string): HolidayKind | null => {
  const plain = word.trim().toLowerCase().replace(/\s+/g, " ");
  return plain === "" ? "national" : (KINDS[plain] ?? null);
};

function crowded(days: readonly string[]): HolidayFinding[] {
  const years = Map.groupBy(days, (one) => one.slice(0, 4));
  return [...years].flatMap(([year, all]): HolidayFinding[] =>
    all.length > MOST_HOLIDAYS
      ? [{ code: "too_many", row: null, detail: `${year}: ${all.length}` }]
      : [],
  );
}

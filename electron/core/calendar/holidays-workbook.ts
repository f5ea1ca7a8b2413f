import { ok, type Result } from "#shared/errors.ts";
import { WEEKDAY_WORDS } from "#shared/time/calendar-words.ts";
import {
  collectHolidays,
  type HolidayRow,
  isKindWord,
  kindOfTitle,
  type ReadHolidays,
} from "#shared/time/holidays.ts";
import { readDay } from "../workbook/days.ts";
import type { Cell, Grid } from "../workbook/grid.ts";
import { readGrids } from "../workbook/read-grids.ts";

/**
 * Reads a list of holidays from a workbook, as the decree's table or an office writes it: every row
 * with a day, and beside it, in any order, its kind and its name. A row without a day is a heading;
 * "Cuti Bersama" as a heading holds for the rows below it.
 */
export function readHolidaysWorkbook(bytes: Uint8Array): Result<ReadHolidays> {
  const grids = readGrids(bytes);
  if (!grids.ok) return grids;
  return ok({ decree: "", ...collectHolidays(grids.value.flatMap(rowsOf)) });
}

function rowsOf(grid: Grid): HolidayRow[] {
  let heading = "";
  const rows: HolidayRow[] = [];
  for (const [row, cells] of [...grid.rows].sort(([a], [b]) => a - b)) {
    const all = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    const day = all.find((cell) => dayOf(cell) !== null) ?? all.find(isMeantAsDay);
    const words = all.filter((cell) => cell !== day).map((cell) => bare(cell.text));
    const written = words.find(isKindWord);
    if (day === undefined) {
      heading = written ?? heading;
      continue;
    }
    const name = words.find((word) => isName(word) && word !== written) ?? "";
    const kind = written ?? (heading === "" ? kindOfTitle(name) : heading);
    rows.push({ row, day: dayOf(day) ?? day.text.trim(), kind, name });
  }
  return rows;
}

/** A day that the cell shows, or that somebody typed in words or figures. */
const dayOf = ({ day, text }: Cell): string | null => {
  const read = day ?? readDay(text);
  // A month alone is a heading.
  return read?.length === "YYYY-MM-DD".length ? read : null;
};

/** "32 Agustus 2027" is told as a day that does not exist, not passed over as a heading. */
const isMeantAsDay = ({ text }: Cell): boolean =>
  /^\d{1,2}[\s/.-]+\p{L}*\d*[\s/.-]+\d{4}$/u.test(text.trim());

/** Without the letter or figure that numbers a heading: "B. Cuti Bersama". */
const bare = (text: string): string => text.trim().replace(/^[A-Z0-9]{1,3}\.\s*/, "");

const DAY_NAMES = new Set([...Object.values(WEEKDAY_WORDS), "Jum'at", "Jumat"]);

const isName = (word: string): boolean => /\p{L}/u.test(word) && !DAY_NAMES.has(word);

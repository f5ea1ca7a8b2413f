import type { Notes } from "../fitting/notes.ts";
import { type Area, cellAt, type Grid, placeOf } from "../../workbook/grid.ts";

/** Reads cells of one sheet and notes what stood there that is no plain text. */
export type Reading = {
  grid: Grid;
  /** What the cell holds, without blanks around it; "" for an empty one. */
  text(row: number, column: number): string;
  place(row: number, column: number): string;
};

/** More notes about merged cells of one sheet tell nothing new. */
const MOST_MERGE_NOTES = 50;

export function createReading(grid: Grid, notes: Notes): Reading {
  const place = (row: number, column: number) => placeOf(grid, row, column);
  return {
    grid,
    place,
    text(row, column) {
      const cell = cellAt(grid, row, column);
      if (cell === undefined) return "";
      const text = cell.text.trim();
      if (cell.isError)
        notes.add("not_taken", place(row, column), "Sel yang berisi kesalahan rumus");
      else if (cell.isFormula) notes.add("formula", place(row, column), text);
      return text;
    },
  };
}

/** Notes merged areas that reach below the headings. */
export function noteMerges(grid: Grid, below: number, notes: Notes): void {
  const met = grid.merges.filter((area) => area.bottom > below && holds(grid, area));
  for (const area of met.slice(0, MOST_MERGE_NOTES)) {
    const at = placeOf(grid, area.top, area.left);
    notes.add("merged", at, at);
  }
}

const holds = (grid: Grid, { top, left }: Area): boolean => cellAt(grid, top, left) !== undefined;

/** Filled rows below `after`, in order. */
export const rowsAfter = (grid: Grid, after: number): number[] =>
  [...grid.rows.keys()].filter((row) => row > after).sort((a, b) => a - b);

/** A sheet as it was read: cells that hold something, by row and column, both from 1. */
export type Cell = {
  text: string;
  /** A day as YYYY-MM-DD where the cell shows one. */
  day?: string;
  isFormula: boolean;
  /** An error such as #REF! stands in it instead of a value. */
  isError: boolean;
};
export type Area = { top: number; left: number; bottom: number; right: number };
export type Grid = {
  name: string;
  rows: Map<number, Map<number, Cell>>;
  merges: Area[];
};

/** Cells further down or right are never looked at. */
export const LAST_ROW = 10_000;
export const LAST_COLUMN = 200;

export function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

/** "Langkah!D7". */
export const placeOf = (grid: Grid, row: number, column: number): string =>
  `${grid.name}!${letters(column)}${row}`;

/** Column and row of "D7"; null when it is no such reference. */
export function refOf(text: string): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (found === null) return null;
  let column = 0;
  for (const letter of (found[1] ?? "").toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return { column, row: Number(found[2]) };
}

export function areaOf(text: string): Area | null {
  const [from, to] = text.split(":");
  const start = refOf(from ?? "");
  const end = to === undefined ? start : refOf(to);
  if (start === null || end === null) return null;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

export const cellAt = (grid: Grid, row: number, column: number): Cell | undefined =>
  grid.rows.get(row)?.get(column);

/** What stands in a cell, with its line breaks, without blanks around it. */
export const textAt = (grid: Grid, row: number, column: number): string =>
  cellAt(grid, row, column)?.text.trim() ?? "";

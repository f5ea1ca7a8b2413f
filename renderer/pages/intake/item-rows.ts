import type { ParamsIn } from "#shared/contract.ts";

export type ItemRow = Required<NonNullable<ParamsIn<"request.create">["items"]>[number]>;

export const COLUMNS = ["name", "period", "unit", "format"] as const;
export type Column = (typeof COLUMNS)[number];

export const blankRow = (): ItemRow => ({ name: "", period: "", unit: "", format: "" });

export const isBlank = (row: ItemRow): boolean => COLUMNS.every((key) => row[key].trim() === "");

/**
 * Puts pasted rows (lines of cells, as Excel copies them) over the table from one cell on. A first
 * line that only repeats the headings is left out. Null when it is no table but a plain text.
 */
export function pasteRows(
  rows: readonly ItemRow[],
  row: number,
  column: number,
  pasted: string,
): ItemRow[] | null {
  const lines = pastedCells(pasted);
  if (lines.length < 2 && (lines[0]?.length ?? 0) < 2) return null;
  const body = isHeading(lines[0] ?? []) ? lines.slice(1) : lines;
  const result = rows.map((one) => ({ ...one }));
  for (const [index, cells] of body.entries()) {
    const target = (result[row + index] ??= blankRow());
    for (const [offset, cell] of cells.entries()) {
      const key = COLUMNS[column + offset];
      if (key !== undefined) target[key] = cell;
    }
  }
  return result;
}

const isHeading = (cells: readonly string[]): boolean =>
  /^(no\.?|nama( data)?|data)$/i.test(cells[0]?.trim() ?? "") &&
  cells.slice(1).some((cell) => /^(nama( data)?|periode|tahun|satuan|format)$/i.test(cell.trim()));

/** A cell as Excel copies it: quoted, with doubled quotes inside, when it holds a line break. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;

/** Cells of tab-separated lines; a line break within a quoted cell becomes a blank. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const normal = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  for (const [, quoted, bare = "", end] of normal.matchAll(CELL)) {
    const cell = quoted === undefined ? bare : quoted.replaceAll('""', '"');
    rows.at(-1)?.push(cell.replace(/\s*\n\s*/g, " ").trim());
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}

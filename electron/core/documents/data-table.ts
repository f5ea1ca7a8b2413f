import type { ContentTable, CustomTableLayout } from "pdfmake/interfaces.js";
import type { Column } from "#shared/letter/types.ts";
import { columnWidths } from "./column-widths.ts";
import { isLow } from "./heights.ts";
import { roomOf } from "./page.ts";
import { GRID, LINE, PADDING } from "./parts.ts";
import type { Press } from "./press.ts";

/** A row that may be higher than this share of a page goes on over pages. */
const WHOLE = 0.4;

/** Tables of many columns are set in smaller letters, nearer to their lines. */
function densityOf(size: number, columns: number): { size: number; padding: number } {
  if (columns < 7) return { size, padding: PADDING.left };
  return columns < 9
    ? { size: size - 1, padding: 3 }
    : { size: Math.min(8, size - 1), padding: 2.5 };
}

/**
 * A table whose heading repeats on every page and whose rows stay whole. With `part` only these
 * rows of it: the last one alone stands right below the others, without heading.
 */
export function dataTable(
  press: Press,
  columns: readonly Column[],
  rows: readonly string[][],
  part: "all" | "but last" | "last" = "all",
): ContentTable {
  const { typeset, look, page } = press;
  const { size, padding } = densityOf(look.table, columns.length);
  const free = page.measure - columns.length * (2 * padding + LINE) - LINE;
  const widths = columnWidths(press, columns, rows, { free, size });
  const limit = roomOf(page) * WHOLE;
  const isWhole = (row: readonly string[], bold: boolean): boolean =>
    row.every((text, index) =>
      isLow(press, text, { size, width: widths[index] ?? free, bold }, limit),
    );
  const cellsOf = (row: readonly string[]) =>
    columns.map(({ align }, index) => ({
      text: typeset(row[index] ?? "", widths[index]),
      alignment: align ?? ("left" as const),
    }));
  const headings = columns.map((column) => column.heading);
  const head = cellsOf(headings).map((cell) => ({
    ...cell,
    bold: true,
    alignment: "center" as const,
  }));
  const hasHead = part !== "last";
  const shown = part === "all" ? rows : part === "last" ? rows.slice(-1) : rows.slice(0, -1);
  const repeats = hasHead && isWhole(headings, true);
  const layout: CustomTableLayout = {
    ...GRID,
    paddingLeft: () => padding,
    paddingRight: () => padding,
    fillColor: (row) => (row === 0 && hasHead ? "#eeeeee" : null),
  };
  return {
    fontSize: size,
    layout,
    table: {
      headerRows: repeats ? 1 : 0,
      keepWithHeaderRows: repeats && isWhole(shown[0] ?? [], false) ? 1 : 0,
      dontBreakRows: repeats === hasHead && shown.every((row) => isWhole(row, false)),
      widths,
      body: [...(hasHead ? [head] : []), ...shown.map(cellsOf)],
    },
  };
}

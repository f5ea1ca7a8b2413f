import type { Content, TableCell } from "pdfmake/interfaces.js";
import type { Paper } from "#shared/request/model.ts";
import { mm, type Page, PAPER_SIZES } from "./page.ts";
import { GRID } from "./parts.ts";
import type { Press } from "./press.ts";

/** Lists of many columns: on paper that lies on its side, in small print. */

const SIZE = 9;
/** Points that the padding and the line of one column take, and the last line. */
const COLUMN_EDGES = 8.6;
const LAST_EDGE = 0.6;

/** A page on its side: a row is long. */
export function lyingPage(paper: Paper): Page {
  const { width: height, height: width } = PAPER_SIZES[paper];
  const side = mm(15);
  return { width, height, margins: [side, side, side, mm(18)], measure: width - 2 * side };
}

/** `share` is the column's part of the width, against those of the others. */
export type LongColumn = { heading: string; share: number };

/** A table with its headings on every page; `cellsOf` gets the columns' widths in points. */
export function longTable<Row>(
  press: Press,
  columns: readonly LongColumn[],
  rows: readonly Row[],
  cellsOf: (row: Row, widths: readonly number[], index: number) => TableCell[],
): Content {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const free = press.page.measure - columns.length * COLUMN_EDGES - LAST_EDGE;
  const widths = columns.map(({ share }) => (share / shares) * free);
  return {
    fontSize: SIZE,
    layout: { ...GRID, fillColor: (row) => (row === 0 ? "#eeeeee" : null) },
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [
        columns.map(({ heading }) => ({ text: heading, bold: true, alignment: "center" as const })),
        ...rows.map((row, index) => cellsOf(row, widths, index)),
      ],
    },
  };
}

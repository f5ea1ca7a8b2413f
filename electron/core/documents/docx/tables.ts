import {
  BorderStyle,
  HeightRule,
  type ITableCellOptions,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { twips } from "./units.ts";

/** What stands in a document or a cell. */
export type Part = Paragraph | Table;

export type Cell = Pick<ITableCellOptions, "borders" | "columnSpan"> & {
  parts: readonly Part[];
  shaded?: boolean;
  middle?: boolean;
};

export type Row = {
  cells: readonly Cell[];
  /** Repeated on every page. */
  heading?: boolean;
  /** Least height in points. */
  height?: number;
  /** Whether it may go on over a page. */
  breaks?: boolean;
};

/** Inner edges of cells with lines around them, in points. */
export type Padding = { left: number; right: number; top: number; bottom: number };
export const PADDING: Padding = { left: 4, right: 4, top: 2.5, bottom: 2.5 };
const NO_PADDING: Padding = { left: 0, right: 0, top: 0, bottom: 0 };

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const LINE = { style: BorderStyle.SINGLE, size: 5, color: "000000" };

/**
 * A table of fixed widths in points, so that no long word widens it; with lines where it has a
 * padding. Two tables that follow each other become one in Word: put a `gap` between them.
 */
export function table(
  widths: readonly number[],
  rows: readonly Row[],
  { padding, indent = 0 }: { padding?: Padding; indent?: number } = {},
): Table {
  const line = padding === undefined ? NO_LINE : LINE;
  const { left, right, top, bottom } = padding ?? NO_PADDING;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: width(widths),
    ...(indent > 0 && { indent: width([indent]) }),
    columnWidths: widths.map(twips),
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    margins: { left: twips(left), right: twips(right), top: twips(top), bottom: twips(bottom) },
    rows: rows.map((row) => tableRow(widths, row)),
  });
}

function tableRow(widths: readonly number[], { cells, heading, height, breaks }: Row): TableRow {
  let column = 0;
  return new TableRow({
    cantSplit: breaks !== true,
    ...(heading === true && { tableHeader: true }),
    ...(height !== undefined && { height: { value: twips(height), rule: HeightRule.ATLEAST } }),
    children: cells.map(({ parts, shaded, middle, ...cell }) => {
      const spanned = widths.slice(column, column + (cell.columnSpan ?? 1));
      column += spanned.length;
      return new TableCell({
        ...cell,
        width: width(spanned),
        ...(shaded === true && { shading: { type: ShadingType.CLEAR, fill: "EEEEEE" } }),
        ...(middle === true && { verticalAlign: VerticalAlignTable.CENTER }),
        children: closed(parts),
      });
    }),
  });
}

const width = (widths: readonly number[]) => ({
  size: twips(widths.reduce((sum, one) => sum + one, 0)),
  type: WidthType.DXA,
});

/** A cell ends with a paragraph, or Word takes the file for damaged. */
const closed = (parts: readonly Part[]): Part[] =>
  parts.at(-1) instanceof Paragraph ? [...parts] : [...parts, gap(1)];

/** Room between two parts, in points; `held`: on the page of what follows. */
export const gap = (height: number, held = false): Paragraph =>
  new Paragraph({
    ...(held && { keepNext: true }),
    spacing: { before: 0, after: 0, line: twips(height), lineRule: LineRuleType.EXACT },
    run: { size: 2 },
  });

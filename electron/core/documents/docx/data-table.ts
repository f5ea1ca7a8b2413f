import { AlignmentType } from "docx";
import type { Column } from "#shared/letter/types.ts";
import { columnWidths } from "./column-widths.ts";
import type { Layout } from "./layout.ts";
import { gap, PADDING, type Part, type Row, table } from "./tables.ts";
import { textParagraph } from "./text.ts";

/** Tables of many columns are set in smaller letters. */
const sizeOf = (size: number, columns: number): number =>
  columns < 7 ? size : columns < 9 ? size - 1 : Math.min(8, size - 1);

/**
 * A table whose heading repeats on every page and whose rows stay whole; the heading never stands
 * without a row. `held`: its last row on one page with what follows.
 */
export function dataTable(
  { page, look }: Layout,
  columns: readonly Column[],
  rows: readonly string[][],
  held = false,
): Part[] {
  if (columns.length === 0) return [];
  const size = sizeOf(look.table, columns.length);
  const inside = PADDING.left + PADDING.right + 1;
  const widths = columnWidths(columns, rows, { width: page.measure, inside, size });
  const heading: Row = {
    heading: true,
    cells: columns.map((column) => ({
      shaded: true,
      middle: true,
      parts: [
        textParagraph(
          column.heading,
          { size, bold: true },
          {
            alignment: AlignmentType.CENTER,
            keepNext: true,
          },
        ),
      ],
    })),
  };
  const body = rows.map((row, at): Row => ({
    cells: columns.map(({ align }, index) => ({
      parts: [
        textParagraph(
          row[index] ?? "",
          { size },
          {
            alignment: align === "center" ? AlignmentType.CENTER : AlignmentType.LEFT,
            keepNext: held && at === rows.length - 1,
          },
        ),
      ],
    })),
  }));
  return [table(widths, [heading, ...body], { padding: PADDING }), gap(10, held)];
}

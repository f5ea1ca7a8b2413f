import type { Column } from "#shared/letter/types.ts";
import { measureArial } from "#shared/sheet/arial.ts";
import { balanced, keptWords, LOOKED_AT, total } from "../column-widths.ts";

/**
 * Shares of a table's width in points; a column whose words would be broken gets more, from those
 * that have room to spare. `inside` is what a cell loses to its padding.
 */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly string[][],
  { width, inside, size }: { width: number; inside: number; size: number },
): number[] {
  const all = total(columns.map((column) => column.share));
  const given = columns.map(({ share }) => (all > 0 ? share / all : 1 / columns.length) * width);
  const wanted = columns.map(
    ({ heading }, index) =>
      inside +
      Math.max(
        widestWord(heading, size, true),
        ...rows.slice(0, LOOKED_AT).map((row) => widestWord(row[index] ?? "", size, false)),
      ),
  );
  if (total(wanted) > width) return given;
  return balanced(given, wanted, width);
}

const widestWord = (text: string, size: number, bold: boolean): number =>
  Math.max(0, ...keptWords(text).map((word) => measureArial(word, { size, bold }) + 1));

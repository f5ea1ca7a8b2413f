import type { Column } from "#shared/letter/types.ts";
import { measureArial } from "#shared/sheet/arial.ts";

/** Longer words are broken, as are those of rows after these. */
const LONGEST_WORD = 16;
const LOOKED_AT = 300;

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
  const widths = given.map((one, index) => Math.max(one, wanted[index] ?? 0));
  const spare = widths.map((one, index) => one - (wanted[index] ?? 0));
  // What narrow columns gain, the others give in proportion to what they can spare.
  const part = total(spare) > 0 ? (total(widths) - width) / total(spare) : 0;
  return widths.map((one, index) => one - (spare[index] ?? 0) * part);
}

const total = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one, 0);

/** A line may break at a space and after a hyphen or a stroke. */
const widestWord = (text: string, size: number, bold: boolean): number =>
  Math.max(
    0,
    ...text
      .split(/\s+|(?<=[-/–—])/u)
      .filter((word) => word.length <= LONGEST_WORD)
      .map((word) => measureArial(word, { size, bold }) + 1),
  );

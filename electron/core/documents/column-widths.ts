import type { Column } from "#shared/letter/types.ts";
import type { Press } from "./press.ts";

/** Least width of a column in points, where the table has room for it. */
const NARROWEST = 15;
/** Longer words are broken, as are those of rows after these. */
const LONGEST_WORD = 16;
export const LOOKED_AT = 300;
/** Room for the rounding of widths. */
const SLACK = 0.5;

/**
 * Shares of the free width in points; a column whose words would be broken gets more, from those
 * that have room to spare.
 */
export function columnWidths(
  press: Press,
  columns: readonly Column[],
  rows: readonly string[][],
  { free, size }: { free: number; size: number },
): number[] {
  const least = Math.min(NARROWEST, free / columns.length);
  const words = longestWords(press, columns, rows, size);
  const shares = columns.map((column) => (column.share > 0 ? column.share : 0));
  const all = total(shares);
  const given = shares.map((share) => (all > 0 ? (share / all) * free : 0));
  const wanted = words.map((width) => Math.max(least, width));
  const needed = total(wanted) <= free ? wanted : wanted.map(() => least);
  return balanced(given, needed, free);
}

export const total = (widths: readonly number[]): number =>
  widths.reduce((sum, one) => sum + one, 0);

/** What narrow columns gain, the others give in proportion to what they can spare. */
export function balanced(
  given: readonly number[],
  needed: readonly number[],
  free: number,
): number[] {
  const widths = given.map((width, index) => Math.max(width, needed[index] ?? 0));
  const spare = widths.map((width, index) => width - (needed[index] ?? 0));
  const part = total(spare) > 0 ? (total(widths) - free) / total(spare) : 0;
  return widths.map((width, index) => width - (spare[index] ?? 0) * part);
}

/** The words that are kept whole; a line may break at a space and after a hyphen or a stroke. */
export const keptWords = (text: string): string[] =>
  text.split(/\s+|(?<=[-/–—])/u).filter((word) => word.length <= LONGEST_WORD);

function longestWords(
  { fonts, look }: Press,
  columns: readonly Column[],
  rows: readonly string[][],
  size: number,
): number[] {
  const known = new Map<string, number>();
  const widthOf = (word: string, bold: boolean): number => {
    const width = known.get(word) ?? fonts.widthOf(word, size, bold, look.face) + SLACK;
    known.set(word, width);
    return width;
  };
  const longest = columns.map(({ heading }) =>
    Math.max(0, ...keptWords(heading).map((word) => widthOf(word, true))),
  );
  known.clear();
  for (const row of rows.slice(0, LOOKED_AT)) {
    columns.forEach((_, index) => {
      for (const word of keptWords(row[index] ?? "")) {
        longest[index] = Math.max(longest[index] ?? 0, widthOf(word, false));
      }
    });
  }
  return longest;
}

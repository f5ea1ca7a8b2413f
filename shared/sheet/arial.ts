import type { Measure } from "./types.ts";

/**
 * Widths of Arial and the fonts made to its measure (Liberation Sans, Arimo), in thousandths of
 * the font's size, for the characters 32 to 126.
 */
const REGULAR = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const;
const BOLD = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
  611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
  278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
] as const;

/** Characters beyond those that office texts use. */
const OTHERS: Record<string, number> = {
  "\u00a0": 278,
  "·": 333,
  "×": 584,
  "•": 350,
  "–": 556,
  "—": 1000,
  "‘": 278,
  "’": 278,
  "“": 500,
  "”": 500,
  "…": 1000,
};

/** A character of no known width is taken to be as wide as the font is high. */
const UNKNOWN = 1000;

export const measureArial: Measure = (text, font) => {
  const table = font.bold ? BOLD : REGULAR;
  let sum = 0;
  for (const char of text) {
    sum += table[char.charCodeAt(0) - 32] ?? OTHERS[char] ?? UNKNOWN;
  }
  return (sum * font.size) / 1000;
};

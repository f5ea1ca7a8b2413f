import { DEFAULT_STYLE, type LetterStyle } from "#shared/office.ts";
import type { Paper } from "#shared/request/model.ts";

/** Sizes in points (1/72 inch), as PDF counts; the norms give them in millimetres. */

const POINTS_PER_MM = 72 / 25.4;
export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM;

export const PAPER_SIZES: Record<Paper, { width: number; height: number }> = {
  A4: { width: mm(210), height: mm(297) },
  F4: { width: mm(215), height: mm(330) },
};

export type Page = {
  width: number;
  height: number;
  /** Left, top, right, bottom. */
  margins: [number, number, number, number];
  /** Width between the margins. */
  measure: number;
};

/** Margins in millimetres. */
export function letterPage(paper: Paper, margins: LetterStyle["margins"]): Page {
  const size = PAPER_SIZES[paper];
  const { left, top, right, bottom } = margins;
  return {
    ...size,
    margins: [mm(left), mm(top), mm(right), mm(bottom)],
    measure: size.width - mm(left) - mm(right),
  };
}

/** The lembar disposisi is a form on the upper half of the page. */
export const formPage = (paper: Paper): Page =>
  letterPage(paper, { left: 20, top: 11, right: 20, bottom: 20 });

/** Books and annexes: the usual margins of letters. */
export const uprightPage = (paper: Paper): Page => letterPage(paper, DEFAULT_STYLE.margins);

/** Height between the margins. */
export const roomOf = ({ height, margins }: Page): number => height - margins[1] - margins[3];

/** How the texts of a document look; sizes in points. */
export type Look = {
  face: "text" | "serif";
  size: number;
  table: number;
  small: number;
  /** Line height of the running text, as a multiple of the font's own. */
  spacing: number;
  /** That of everything else: kop, tables, signatures. */
  tight: number;
};

const TIGHT = 1.12;

export const lookOf = ({ font, size, spacing }: Omit<LetterStyle, "paper" | "margins">): Look => ({
  face: font === "serif" ? "serif" : "text",
  size,
  table: size - 1,
  small: size - 2,
  spacing,
  tight: Math.min(spacing, TIGHT),
});

export const DEFAULT_LOOK: Look = lookOf(DEFAULT_STYLE);

/** Sizes of papers that have no style of their own: forms, sheets and books. */
export const TABLE_SIZE = DEFAULT_LOOK.table;
export const SMALL_SIZE = DEFAULT_LOOK.small;

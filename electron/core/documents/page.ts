import type { DocumentKind, Paper } from "#shared/request/model.ts";

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

/** Letters keep the norms' margins; the lembar disposisi is a form on the upper half of the page. */
export function pageOf(kind: DocumentKind, paper: Paper): Page {
  const size = PAPER_SIZES[paper];
  const margins: Page["margins"] =
    kind === "disposition" ? [mm(20), mm(11), mm(20), mm(20)] : [mm(30), mm(25), mm(25), mm(25)];
  return { ...size, margins, measure: size.width - margins[0] - margins[2] };
}

/** Books and annexes: the margins of letters. */
export const uprightPage = (paper: Paper): Page => pageOf("receipt", paper);

/** Font sizes in points. */
export const TEXT_SIZE = 11;
export const TABLE_SIZE = 10;
export const SMALL_SIZE = 9;

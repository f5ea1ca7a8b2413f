import type { Font, TextColumn } from "./types.ts";

type TextStyle = Font & { line: number };
const text = (size: number, line: number, bold = false): TextStyle => ({ size, line, bold });

/** Sizes of the sheet's parts in its units. Screen and paper draw with the same ones. */
export const STYLE = {
  text: text(12.5, 17),
  head: text(12, 16, true),
  laneHead: text(11, 14, true),
  annotation: text(11.5, 15),
  label: text(11, 13, false),
  cell: { padX: 6, padTime: 4, padY: 7, minHeight: 46 },
  headCell: { padX: 4, padY: 6 },
  symbol: { min: 36, max: 72, height: 30, diamond: 40 },
  /** Distance of parallel lines, and of a line from whatever it passes. */
  track: 7,
  /** Lines in a roomy lane stand this far from the symbol. */
  trackMax: 12,
  arrowHead: { length: 8, width: 7 },
  /** Free height over a symbol's head for the last piece of an arrow, and under its foot. */
  overHead: 11,
  underFoot: 8,
  /** The short line and the small capsule of a decision's way that ends. */
  stub: { length: 9, width: 20, height: 11 },
  /** Widest label of a branch before its words break. */
  labelMax: 64,
  dot: 3.5,
} as const;

/** Widths of the text columns: the least that can be read, and what looks well. */
export const TEXT_WIDTHS = {
  no: { min: 28, ideal: 34 },
  activity: { min: 118, ideal: 206 },
  requirements: { min: 84, ideal: 136 },
  time: { min: 72, ideal: 92 },
  outputs: { min: 78, ideal: 136 },
  note: { min: 78, ideal: 110 },
} as const;

/** The column Waktu when a run's dates stand in it: "16 Nov 09.12" on one line. */
export const ANNOTATED_TIME = { min: 80, ideal: 100 } as const;

export const LANE_WIDTHS = { ideal: 108, most: 150 } as const;

/** Room for text in a cell `width` wide. */
export const roomIn = (key: TextColumn, width: number): number =>
  Math.max(1, width - 2 * (key === "time" ? STYLE.cell.padTime : STYLE.cell.padX));

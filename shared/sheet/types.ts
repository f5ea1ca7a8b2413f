import type { Outcome, StepKind } from "#shared/sop/definition.ts";

/**
 * The geometry of an SOP sheet. One unit is one CSS pixel on the screen; paper scales the whole
 * drawing. The origin is the sheet's top left corner, y grows downwards.
 */

export type Point = { x: number; y: number };
export type Box = Point & { width: number; height: number };

export type Font = { size: number; bold: boolean };
/** Width of `text` in the sheet's units. */
export type Measure = (text: string, font: Font) => number;

/**
 * `hyphen`: the last word goes on in the next line, a hyphen is drawn after the text. `indent`:
 * the line continues an item of a list and stands under its first word.
 */
export type Line = { text: string; hyphen: boolean; indent?: number };

export const TEXT_COLUMNS = ["no", "activity", "requirements", "time", "outputs", "note"] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** `lane` is the lane's index for key `lane`, else null. */
export type Column = { key: TextColumn | "lane"; lane: number | null; x: number; width: number };

export type HeadKey = TextColumn | "lane" | "lanes" | "quality";
export type HeadLevel = 1 | 2 | 3;
/**
 * A heading's cell; `lanes` (Pelaksana) and `quality` (Mutu Baku) span the columns under them. Level 3
 * is the row of column numbers that some papers have.
 */
export type HeadCell = Box & { key: HeadKey; lane: number | null; level: HeadLevel; lines: Line[] };

export type Row = {
  /** Number of the step. */
  step: number;
  y: number;
  height: number;
  cells: Record<TextColumn, Line[]>;
  /** Lines under the planned time, one list for each annotation given for the step. */
  annotations: Line[][];
};

export type SymbolKind = "capsule" | "box" | "diamond";
export type SheetSymbol = {
  step: number;
  kind: SymbolKind;
  of: StepKind;
  lane: number;
  cx: number;
  cy: number;
  width: number;
  height: number;
};

export type Label = Box & { lines: Line[] };

export type Arrow = {
  from: number;
  to: number;
  /** A decision's words for this way. */
  branch: string | null;
  /** Orthogonal, from the border of its symbol to the head of its target. */
  points: Point[];
  label: Label | null;
};

/**
 * Where a run ends without an arrow into a row of its own. A decision's way has a short line
 * (`points`) to a small capsule; a process that ends has neither, only its words.
 */
export type EndMark = {
  step: number;
  branch: string | null;
  outcome: Outcome;
  points: Point[];
  capsule: Box | null;
  label: Label | null;
};

/** A lane that is also involved in a step. */
export type Dot = Point & { step: number; lane: number };

export type SheetLayout = {
  width: number;
  height: number;
  /** Height of all heading rows together, and of the first. */
  headHeight: number;
  headSplit: number;
  columns: Column[];
  heads: HeadCell[];
  rows: Row[];
  symbols: SheetSymbol[];
  arrows: Arrow[];
  ends: EndMark[];
  dots: Dot[];
};

export type Annotation = { text: string; bold?: boolean };

export type SheetOptions = {
  /** Width asked for; a sheet that cannot be as narrow gets wider. */
  width: number;
  measure: Measure;
  /** Lines about a run that stand under a step's planned time, by the step's number. */
  annotations?: ReadonlyMap<number, readonly Annotation[]>;
  /** The column Keterangan: only when a step has a note, or always (as on paper). */
  noteColumn?: "auto" | "always";
  /** The row of column numbers, where the office's paper has one. */
  columnNumbers?: boolean;
};

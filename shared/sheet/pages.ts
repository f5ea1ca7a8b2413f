import { breakRows } from "./breaks.ts";
import { type Connector, placeStrip } from "./connectors.ts";
import {
  connectorsOf,
  type CutWay,
  type Part,
  partsOf,
  type Span,
  TURN,
  turnsUnder,
  type Way,
  waysOf,
} from "./cuts.ts";
import type { Arrow, Dot, EndMark, Label, Row, SheetLayout, SheetSymbol } from "./types.ts";

/**
 * A sheet cut into pages. Rows stay whole and the headings stand on every page. An arrow that goes
 * on elsewhere ends in a pentagon (PermenPAN-RB 35/2012) and begins again from one with the same
 * letter on the page of its target; pages in between show nothing of it.
 */
export type PageArrow = Omit<Arrow, "label"> & {
  /** Whether its tip is on this page. */
  tip: boolean;
};

export type SheetPage = Pick<
  SheetLayout,
  "width" | "headHeight" | "headSplit" | "columns" | "heads"
> & {
  /** From 1. */
  number: number;
  /** Height that is drawn on; more than was asked for only when one row alone is higher. */
  height: number;
  /** Between them are the rows; connectors stand in the strips above and below. */
  rowsTop: number;
  rowsBottom: number;
  rows: Row[];
  symbols: SheetSymbol[];
  arrows: PageArrow[];
  labels: Label[];
  ends: EndMark[];
  dots: Dot[];
  connectors: Connector[];
};

/** Cuts `layout` into as few pages of at most `height` units as its rows allow, evenly filled. */
export function pageSheet(layout: SheetLayout, { height }: { height: number }): SheetPage[] {
  const ways = waysOf(layout);
  const frames = breakRows(layout, ways, height).map((span) => frameOf(layout, ways, span));
  const parts = frames.map(({ span, edges }) => partsOf(ways, span, edges));
  const cuts = connectorsOf(parts);
  return frames.map((frame, at) => pageOf(layout, frame, at, parts[at] ?? [], cuts[at] ?? []));
}

/** A page's rows, and the edges between which they and their ways are drawn. */
type Frame = { span: Span; rows: Row[]; edges: { top: number; bottom: number } };

function frameOf(layout: SheetLayout, ways: readonly Way[], span: Span): Frame {
  const rows = layout.rows.slice(span.from, span.until);
  const top = rows[0]?.y ?? 0;
  const end = rows.reduce((y, row) => y + row.height, top);
  const turn = span.until < layout.rows.length && turnsUnder(ways, span.until, end) ? TURN : 0;
  return { span, rows, edges: { top, bottom: end + turn } };
}

function pageOf(
  layout: SheetLayout,
  { rows, edges }: Frame,
  at: number,
  parts: readonly Part[],
  cuts: readonly CutWay[],
): SheetPage {
  const lanes = layout.columns.filter((column) => column.lane !== null);
  const last = lanes.at(-1);
  const between = { left: lanes[0]?.x ?? 0, right: (last?.x ?? 0) + (last?.width ?? 0) };
  const stripAt = (edge: CutWay["edge"]) =>
    placeStrip(
      cuts.filter((cut) => cut.edge === edge),
      between,
    );
  const above = stripAt("top");
  const below = stripAt("bottom");
  const rowsTop = layout.headHeight + above.height;
  const dy = rowsTop - edges.top;
  const bottom = edges.bottom + dy;
  const move = <T extends { y: number }>(one: T): T => ({ ...one, y: one.y + dy });
  const steps = new Set(rows.map((row) => row.step));
  const own = <T extends { step: number }>(all: readonly T[]): T[] =>
    all.filter(({ step }) => steps.has(step));

  return {
    number: at + 1,
    width: layout.width,
    height: bottom + below.height,
    headHeight: layout.headHeight,
    headSplit: layout.headSplit,
    columns: layout.columns,
    heads: layout.heads,
    rowsTop,
    rowsBottom: rows.reduce((y, row) => y + row.height, rowsTop),
    rows: rows.map(move),
    symbols: own(layout.symbols).map((symbol) => ({ ...symbol, cy: symbol.cy + dy })),
    arrows: parts.map(({ arrow: { from, to, branch }, points, tip }) => ({
      from,
      to,
      branch,
      tip,
      points: points.map(move),
    })),
    labels: layout.arrows.flatMap(({ from, label }) =>
      steps.has(from) && label !== null ? [move(label)] : [],
    ),
    ends: own(layout.ends).map((end) => ({
      ...end,
      points: end.points.map(move),
      capsule: end.capsule && move(end.capsule),
      label: end.label && move(end.label),
    })),
    dots: own(layout.dots).map(move),
    connectors: [
      ...above.connectors.map((one) => overRows(one, rowsTop)),
      ...below.connectors.map((one) => underRows(one, bottom)),
    ],
  };
}

/** Strips are laid out downwards from the rows' edge. */
const underRows = (one: Connector, edge: number): Connector => ({
  ...one,
  y: edge + one.y,
  points: one.points.map(({ x, y }) => ({ x, y: edge + y })),
});
const overRows = (one: Connector, edge: number): Connector => ({
  ...one,
  edge: "top",
  y: edge - one.y - one.height,
  points: one.points.map(({ x, y }) => ({ x, y: edge - y })),
});

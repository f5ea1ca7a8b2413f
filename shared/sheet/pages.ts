import { type Connector, placeStrip, stripHeight, type StripWay } from "./connectors.ts";
import type { Arrow, Dot, EndMark, Label, Point, Row, SheetLayout, SheetSymbol } from "./types.ts";

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
  /** Where the rows end and, with connectors below them, the table goes on. */
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

/** A page's rows as indices into the layout's rows, `until` not included. */
type Span = { from: number; until: number };

/** Cuts `layout` into as few pages of at most `height` units as its rows allow, evenly filled. */
export function pageSheet(layout: SheetLayout, { height }: { height: number }): SheetPage[] {
  const ways = crossingsOf(layout);
  const spans = evenly(layout, ways, height);
  const cuts = cutsOf(ways, spans);
  return spans.map((span, at) => pageOf(layout, span, at, cuts));
}

/** One upright line that ways share into one target, with the rows it runs between. */
type Crossing = {
  key: string;
  x: number;
  target: number;
  arrows: { arrow: Arrow; source: number }[];
};

function crossingsOf(layout: SheetLayout): Crossing[] {
  const place = new Map(layout.rows.map((row, at) => [row.step, at]));
  const found = new Map<string, Crossing>();
  for (const arrow of layout.arrows) {
    const source = place.get(arrow.from) ?? 0;
    const target = place.get(arrow.to) ?? 0;
    if (source === target) continue;
    const x = uprightOf(arrow.points);
    const key = `${target}:${x}`;
    const crossing = found.get(key) ?? { key, x, target, arrows: [] };
    crossing.arrows.push({ arrow, source });
    found.set(key, crossing);
  }
  return [...found.values()];
}

/** Where the longest upright piece of a way stands: the one that goes from row to row. */
function uprightOf(points: readonly Point[]): number {
  let best = points[0]?.x ?? 0;
  let longest = -1;
  points.slice(1).forEach((point, at) => {
    const before = points[at] as Point;
    const length = Math.abs(point.y - before.y);
    if (point.x === before.x && length > longest) {
      longest = length;
      best = point.x;
    }
  });
  return best;
}

const passes = ({ target, arrows }: Crossing, row: number): boolean =>
  arrows.some(({ source }) => Math.min(source, target) < row && Math.max(source, target) >= row);

/** Room for the connectors above `row`, whatever the pages will be. */
const roomAt = (ways: readonly Crossing[], row: number): number =>
  stripHeight(ways.filter((way) => passes(way, row)).map((way) => way.x));

/** The fewest pages, then the lowest height that keeps as few, so that no page is left nearly empty. */
function evenly(layout: SheetLayout, ways: readonly Crossing[], height: number): Span[] {
  const rooms = layout.rows.map((_, row) => (row === 0 ? 0 : roomAt(ways, row)));
  const best = fill(layout, rooms, height);
  let low = layout.headHeight;
  let high = height;
  for (let round = 0; round < 12 && high - low > 4; round += 1) {
    const middle = (low + high) / 2;
    if (fill(layout, rooms, middle).length === best.length) high = middle;
    else low = middle;
  }
  return fill(layout, rooms, high);
}

function fill(layout: SheetLayout, rooms: readonly number[], height: number): Span[] {
  const spans: Span[] = [];
  const count = layout.rows.length;
  for (let from = 0; from < count;) {
    let used = layout.headHeight + (rooms[from] ?? 0);
    let until = from;
    while (until < count) {
      const row = layout.rows[until]?.height ?? 0;
      const foot = until + 1 < count ? (rooms[until + 1] ?? 0) : 0;
      // A row that fits on no page has one of its own.
      if (until > from && used + row + foot > height) break;
      used += row;
      until += 1;
    }
    spans.push({ from, until: backTo(layout, rooms, from, until, height) });
    from = spans.at(-1)?.until ?? count;
  }
  return spans;
}

/** Gives rows back while the connectors below the last one would not fit. */
function backTo(
  layout: SheetLayout,
  rooms: readonly number[],
  from: number,
  until: number,
  height: number,
): number {
  let last = until;
  while (last - from > 1) {
    const rows = layout.rows.slice(from, last).reduce((sum, row) => sum + row.height, 0);
    const foot = last < layout.rows.length ? (rooms[last] ?? 0) : 0;
    if (layout.headHeight + (rooms[from] ?? 0) + rows + foot <= height) break;
    last -= 1;
  }
  return last;
}

/** A way that is cut at a page's edge: over its first row or under its last one. */
type Cut = StripWay & { page: number; edge: "top" | "bottom"; crossing: Crossing };

function cutsOf(ways: readonly Crossing[], spans: readonly Span[]): Cut[] {
  const pageOfRow = (row: number) => spans.findIndex(({ until }) => row < until);
  const cuts: Cut[] = [];
  let letters = 0;
  for (const crossing of ways) {
    const home = pageOfRow(crossing.target);
    const away = new Set(crossing.arrows.map(({ source }) => pageOfRow(source)));
    away.delete(home);
    if (away.size === 0) continue;
    const letter = letterOf(letters);
    letters += 1;
    const pages = [...away].sort((a, b) => a - b);
    const add = (page: number, other: number, direction: "in" | "out", others: number[]) => {
      const edge = other < page ? "top" : "bottom";
      const to = others.map((one) => one + 1);
      cuts.push({ page, edge, crossing, x: crossing.x, letter, direction, pages: to });
    };
    for (const page of pages) add(page, home, "out", [home]);
    const before = pages.filter((page) => page < home);
    const after = pages.filter((page) => page > home);
    if (before.length > 0) add(home, before[0] ?? 0, "in", before);
    if (after.length > 0) add(home, after[0] ?? 0, "in", after);
  }
  return cuts;
}

/** A to Z, then A1, B1 and so on. */
const letterOf = (at: number): string =>
  String.fromCharCode(65 + (at % 26)) + (at < 26 ? "" : String(Math.floor(at / 26)));

function pageOf(layout: SheetLayout, span: Span, at: number, cuts: readonly Cut[]): SheetPage {
  const rows = layout.rows.slice(span.from, span.until);
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) throw new Error("a page without rows");
  const lanes = layout.columns.filter((column) => column.lane !== null);
  const within = {
    left: lanes[0]?.x ?? 0,
    right: (lanes.at(-1)?.x ?? 0) + (lanes.at(-1)?.width ?? layout.width),
  };
  const own = cuts.filter((cut) => cut.page === at);
  const top = placeStrip(
    own.filter((cut) => cut.edge === "top"),
    within,
  );
  const bottom = placeStrip(
    own.filter((cut) => cut.edge === "bottom"),
    within,
  );
  const rowsTop = layout.headHeight + top.height;
  const dy = rowsTop - first.y;
  const rowsBottom = last.y + last.height + dy;
  const edges = { top: first.y, bottom: last.y + last.height };

  const steps = new Set(rows.map((row) => row.step));
  const move = (points: readonly Point[]): Point[] => points.map(({ x, y }) => ({ x, y: y + dy }));
  const arrows = layout.arrows.flatMap((arrow): PageArrow[] => {
    const begins = steps.has(arrow.from);
    const ends = steps.has(arrow.to);
    if (!begins && !ends) return [];
    const points = clip(arrow.points, edges, begins, ends);
    return [{ ...arrow, points: move(points), tip: ends }];
  });
  return {
    number: at + 1,
    width: layout.width,
    height: rowsBottom + bottom.height,
    headHeight: layout.headHeight,
    headSplit: layout.headSplit,
    columns: layout.columns,
    heads: layout.heads,
    rowsTop,
    rowsBottom,
    rows: rows.map((row) => ({ ...row, y: row.y + dy })),
    symbols: layout.symbols
      .filter((symbol) => steps.has(symbol.step))
      .map((symbol) => ({ ...symbol, cy: symbol.cy + dy })),
    arrows,
    labels: layout.arrows.flatMap(({ from, label }) =>
      steps.has(from) && label !== null ? [{ ...label, y: label.y + dy }] : [],
    ),
    ends: layout.ends
      .filter((end) => steps.has(end.step))
      .map((end) => ({
        ...end,
        points: move(end.points),
        capsule: end.capsule && { ...end.capsule, y: end.capsule.y + dy },
        label: end.label && { ...end.label, y: end.label.y + dy },
      })),
    dots: layout.dots
      .filter((dot) => steps.has(dot.step))
      .map((dot) => ({ ...dot, y: dot.y + dy })),
    connectors: [
      ...top.connectors.map((one) => above(one, rowsTop)),
      ...bottom.connectors.map((one) => below(one, rowsBottom)),
    ],
  };
}

/** Strips are laid out downwards from the rows' edge. */
const below = (one: Connector, edge: number): Connector => ({
  ...one,
  y: edge + one.y,
  points: one.points.map(({ x, y }) => ({ x, y: edge + y })),
});
const above = (one: Connector, edge: number): Connector => ({
  ...one,
  edge: "top",
  y: edge - one.y - one.height,
  points: one.points.map(({ x, y }) => ({ x, y: edge - y })),
});

/** The part of a way on its page: from its beginning to the edge, or from the edge to its end. */
function clip(
  points: readonly Point[],
  { top, bottom }: { top: number; bottom: number },
  begins: boolean,
  ends: boolean,
): Point[] {
  if (begins && ends) return [...points];
  const order = begins ? [...points] : [...points].reverse();
  const kept: Point[] = [];
  for (const point of order) {
    const before = kept.at(-1);
    const outside = point.y < top || point.y > bottom;
    if (outside && before !== undefined) {
      kept.push({ x: before.x, y: point.y < top ? top : bottom });
      break;
    }
    kept.push(point);
  }
  return begins ? kept : kept.reverse();
}

import type { StripWay } from "./connectors.ts";
import { STYLE } from "./style.ts";
import type { Arrow, Point, SheetLayout } from "./types.ts";

/** Where ways are cut when rows come to stand on different pages. */

/** A page's rows as indices into the layout's rows, `until` not included. */
export type Span = { from: number; until: number };

/** A way with the rows of its ends. */
export type Way = { arrow: Arrow; source: number; target: number };

export function waysOf({ rows, arrows }: SheetLayout): Way[] {
  const place = new Map(rows.map((row, at) => [row.step, at]));
  return arrows.map((arrow) => ({
    arrow,
    source: place.get(arrow.from) ?? 0,
    target: place.get(arrow.to) ?? 0,
  }));
}

/** What a page shows of a way, and where it is cut; `cut` is null for one that stays on its page. */
export type Part = Way & {
  points: Point[];
  /** Whether its tip is on the page. */
  tip: boolean;
  cut: { edge: "top" | "bottom"; x: number } | null;
};

/**
 * A way back out of the last row's foot first runs down to where the next row would begin: the page
 * keeps as much room under that row.
 */
export const TURN = STYLE.track + 1;

/** Whether a way of the row before `row` turns back only under it. */
export const turnsUnder = (ways: readonly Way[], row: number, edge: number): boolean =>
  ways.some(
    ({ arrow, source, target }) =>
      source === row - 1 && target < row && arrow.points.some((point) => point.y > edge),
  );

/** Where ways cross the edge between `row` and the row before it. */
export function crossingsAt(ways: readonly Way[], row: number, edge: number): number[] {
  const found = new Set<number>();
  for (const { arrow, source, target } of ways) {
    if (Math.min(source, target) >= row || Math.max(source, target) < row) continue;
    arrow.points.slice(1).forEach((point, at) => {
      const before = arrow.points[at] as Point;
      if (Math.min(before.y, point.y) <= edge && edge <= Math.max(before.y, point.y)) {
        found.add(point.x);
      }
    });
  }
  return [...found];
}

/** The parts of the ways that begin or end in a page's rows, which stand from `top` to `bottom`. */
export function partsOf(
  ways: readonly Way[],
  { from, until }: Span,
  { top, bottom }: { top: number; bottom: number },
): Part[] {
  const inside = (row: number) => from <= row && row < until;
  return ways.flatMap((way): Part[] => {
    const begins = inside(way.source);
    const tip = inside(way.target);
    if (!begins && !tip) return [];
    const { points } = way.arrow;
    if (begins && tip) return [{ ...way, points, tip, cut: null }];
    const clipped = clip(begins ? points : points.toReversed(), top, bottom);
    const end = clipped.at(-1) as Point;
    const cut = { edge: end.y === top ? ("top" as const) : ("bottom" as const), x: end.x };
    return [{ ...way, points: begins ? clipped : clipped.toReversed(), tip, cut }];
  });
}

/** The points of a way from its end on the page up to where it leaves the rows. */
function clip(points: readonly Point[], top: number, bottom: number): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    if (point.y < top || point.y > bottom) {
      kept.push({ x: point.x, y: point.y < top ? top : bottom });
      break;
    }
    kept.push(point);
  }
  return kept;
}

/** One connector's way over a page's edge. */
export type CutWay = StripWay & { edge: "top" | "bottom" };

/** The connectors that each page needs, in the order of `pages`. */
export function connectorsOf(pages: readonly (readonly Part[])[]): CutWay[][] {
  const letters = new Map<number, string>();
  const homes = new Map<number, number>();
  pages.forEach((parts, page) => {
    for (const { tip, target } of parts) if (tip) homes.set(target, page);
  });
  return pages.map((parts, page) => {
    const cuts = new Map<string, CutWay>();
    for (const { cut, tip, target, arrow } of sorted(parts)) {
      if (cut === null) continue;
      // One letter stands for one target, however many ways lead to it.
      const letter = letters.get(target) ?? letterOf(letters.size);
      letters.set(target, letter);
      const key = `${cut.edge}:${cut.x}:${target}`;
      const known = cuts.get(key) ?? {
        ...cut,
        letter,
        direction: tip ? ("in" as const) : ("out" as const),
        pages: [],
      };
      const other = tip
        ? pages.findIndex((one, at) => at !== page && one.some((part) => part.arrow === arrow))
        : (homes.get(target) ?? page);
      const others = new Set([...known.pages, other + 1]);
      cuts.set(key, { ...known, pages: [...others].sort((a, b) => a - b) });
    }
    return [...cuts.values()];
  });
}

/** As a reader comes to them: those at the top first, then from the left. */
const sorted = (parts: readonly Part[]): Part[] =>
  parts.toSorted(
    (a, b) =>
      Number(a.cut?.edge === "bottom") - Number(b.cut?.edge === "bottom") ||
      (a.cut?.x ?? 0) - (b.cut?.x ?? 0),
  );

/** A to Z, then A1, B1 and so on. */
const letterOf = (at: number): string =>
  String.fromCharCode(65 + (at % 26)) + (at < 26 ? "" : String(Math.floor(at / 26)));

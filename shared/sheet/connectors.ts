import type { Box, Point } from "./types.ts";

/** A pentagon that joins two pages; `points` lead from the rows' edge to it. */
export type Connector = Box & {
  letter: string;
  /** `out`: the way goes on elsewhere; `in`: it comes from elsewhere. */
  direction: "in" | "out";
  /** Over the first row of the page, or under its last one. */
  edge: "top" | "bottom";
  /** Pages of the other ends, from 1. */
  pages: number[];
  points: Point[];
};

/** A way that is cut at the edge, at `x`. */
export type StripWay = Pick<Connector, "letter" | "direction" | "pages"> & { x: number };

export type Strip = { height: number; connectors: Connector[] };

const PENTAGON = { width: 18, height: 17 };
/** Distance between two pentagons' middles at least. */
const APART = PENTAGON.width + 5;
/** A line's way down before it may bend, and from its bend to the pentagon. */
const STEM = 6;
/** Height of one more line that bends aside. */
const BEND = 5;
const MARGIN = 4;

/** Height that the connectors of `count` lines need at most. */
export const stripHeight = (count: number): number =>
  count === 0 ? 0 : STEM + BEND * count + PENTAGON.height + MARGIN;

/**
 * Places a pentagon for each way, in the order of their lines and clear of each other. Lines that
 * stand too close bend aside: the outermost first, so that none crosses another. Everything counts
 * downwards from the rows' edge.
 */
export function placeStrip(
  ways: readonly StripWay[],
  { left, right }: { left: number; right: number },
): Strip {
  if (ways.length === 0) return { height: 0, connectors: [] };
  const sorted = [...ways].sort((a, b) => a.x - b.x);
  const places = spread(
    sorted.map((way) => way.x),
    left + PENTAGON.width / 2 + 2,
    right - PENTAGON.width / 2 - 2,
  );
  const levels = levelsOf(
    sorted.map((way) => way.x),
    places,
  );
  const deepest = Math.max(0, ...levels);
  const y = STEM + BEND * (deepest + 1);
  const connectors = sorted.map((way, at): Connector => {
    const x = places[at] ?? way.x;
    const bend = STEM + BEND * (levels[at] ?? 0);
    const points =
      x === way.x
        ? [
            { x, y: 0 },
            { x, y },
          ]
        : [
            { x: way.x, y: 0 },
            { x: way.x, y: bend },
            { x, y: bend },
            { x, y },
          ];
    const { letter, direction, pages } = way;
    const { width, height } = PENTAGON;
    return { letter, direction, pages, edge: "bottom", x: x - width / 2, y, width, height, points };
  });
  return { height: y + PENTAGON.height + MARGIN, connectors };
}

/** Places near `xs`, at least `APART` from each other and within the borders where they fit. */
function spread(xs: readonly number[], left: number, right: number): number[] {
  const places = xs.map((x) => Math.max(left, Math.min(x, right)));
  // Clusters of places that touch are centred on the lines they belong to.
  type Cluster = { from: number; until: number; start: number };
  const clusters: Cluster[] = [];
  places.forEach((x, at) => {
    clusters.push({ from: at, until: at + 1, start: x });
    for (;;) {
      const last = clusters.at(-1);
      const before = clusters.at(-2);
      if (last === undefined || before === undefined) return;
      const end = before.start + (before.until - before.from) * APART;
      if (last.start >= end) return;
      clusters.splice(-2, 2, centred(places, before.from, last.until, left, right));
    }
  });
  return clusters.flatMap(({ from, until, start }) =>
    Array.from({ length: until - from }, (_, at) => Math.round(start + at * APART)),
  );
}

function centred(
  xs: readonly number[],
  from: number,
  until: number,
  left: number,
  right: number,
): { from: number; until: number; start: number } {
  const count = until - from;
  const middle = xs.slice(from, until).reduce((sum, x) => sum + x, 0) / count;
  const wide = (count - 1) * APART;
  const start = Math.max(left, Math.min(middle - wide / 2, right - wide));
  return { from, until, start };
}

/** How deep each line bends: those to the left from the left inwards, those to the right alike. */
function levelsOf(xs: readonly number[], places: readonly number[]): number[] {
  const levels = xs.map(() => 0);
  let depth = 0;
  xs.forEach((x, at) => {
    const goesLeft = (places[at] ?? x) < x;
    depth = goesLeft ? depth + 1 : 0;
    if (goesLeft) levels[at] = depth - 1;
  });
  depth = 0;
  for (let at = xs.length - 1; at >= 0; at -= 1) {
    const x = xs[at] ?? 0;
    const goesRight = (places[at] ?? x) > x;
    depth = goesRight ? depth + 1 : 0;
    if (goesRight) levels[at] = depth - 1;
  }
  return levels;
}

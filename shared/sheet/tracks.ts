import type { Route } from "./candidates.ts";
import * as grid from "./grid.ts";

/**
 * The upright lines of one gutter. Ways into one target share a line, as a careful person would
 * draw them; others that stand beside each other for a while get lines of their own, numbered from
 * the symbol outwards.
 */
export type Tracks = {
  /** How many lines the gutter holds. */
  count: number;
  /** Line of each target. */
  line: Map<number, number>;
};

type Upright = {
  target: number;
  top: number;
  bottom: number;
  /** Level pieces that end on this one: at which height, and whether they come from the right. */
  ends: { y: number; right: boolean }[];
};

/** The lines of every gutter in use, by the gutter's x on the grid. */
export function shareTracks(routes: readonly Route[]): Map<number, Tracks> {
  const gutters = new Map<number, Map<number, Upright>>();
  for (const route of routes) {
    if (route.gutter === null || route.exit.to === null) continue;
    const uprights = gutters.get(route.gutter) ?? new Map<number, Upright>();
    gutters.set(route.gutter, uprights);
    addTo(uprights, route, route.gutter, route.exit.to);
  }
  const shared = new Map<number, Tracks>();
  for (const [gutter, uprights] of gutters) {
    const lines = colour([...uprights.values()]);
    const order = bestOrder(lines, grid.readX(gutter).at === "left-gutter");
    const line = new Map<number, number>();
    order.forEach((from, at) => {
      for (const one of lines[from] ?? []) line.set(one.target, at);
    });
    shared.set(gutter, { count: lines.length, line });
  }
  return shared;
}

function addTo(uprights: Map<number, Upright>, route: Route, gutter: number, target: number): void {
  const at = route.points.findIndex((point) => point.x === gutter);
  const [start, end] = [route.points[at], route.points[at + 1]];
  const [before, after] = [route.points[at - 1], route.points[at + 2]];
  if (!start || !end || !before || !after) throw new Error("a gutter's piece has two neighbours");
  const known = uprights.get(target);
  const upright = known ?? { target, top: start.y, bottom: start.y, ends: [] };
  uprights.set(target, upright);
  upright.top = Math.min(upright.top, start.y, end.y);
  upright.bottom = Math.max(upright.bottom, start.y, end.y);
  upright.ends.push(
    { y: start.y, right: before.x > gutter },
    { y: end.y, right: after.x > gutter },
  );
}

/** Shorter ones first, each on the first line where it stands clear of the others. */
function colour(uprights: Upright[]): Upright[][] {
  const lines: Upright[][] = [];
  const order = uprights.sort(
    (a, b) => a.bottom - a.top - (b.bottom - b.top) || a.target - b.target,
  );
  for (const one of order) {
    const clear = lines.find((line) =>
      line.every((other) => one.bottom < other.top || other.bottom < one.top),
    );
    if (clear === undefined) lines.push([one]);
    else clear.push(one);
  }
  return lines;
}

/** Past this many lines the orders are too many to try, and shorter-inside stays. */
const TRIED = 5;

/** The order of lines, from the symbol outwards, with the fewest crossings. */
function bestOrder(lines: Upright[][], outwardsIsLeft: boolean): number[] {
  const first = lines.map((_, index) => index);
  if (lines.length < 2 || lines.length > TRIED) return first;
  let best = first;
  let least = Number.POSITIVE_INFINITY;
  for (const order of permutations(first)) {
    const leftToRight = outwardsIsLeft ? [...order].reverse() : order;
    let count = 0;
    leftToRight.forEach((a, at) => {
      for (const b of leftToRight.slice(at + 1)) count += crossed(lines[a] ?? [], lines[b] ?? []);
    });
    if (count < least) {
      least = count;
      best = order;
    }
  }
  return best;
}

/** Crossings when the line `a` stands left of the line `b`. */
function crossed(a: Upright[], b: Upright[]): number {
  let count = 0;
  for (const one of a) {
    for (const other of b) {
      count += one.ends.filter((end) => end.right && inside(end.y, other)).length;
      count += other.ends.filter((end) => !end.right && inside(end.y, one)).length;
    }
  }
  return count;
}

const inside = (y: number, upright: Upright) => upright.top < y && y < upright.bottom;

function permutations(items: number[]): number[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
  );
}

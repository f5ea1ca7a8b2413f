import { candidatesOf, type Free, freeOf, type Route, type Side } from "./candidates.ts";
import * as grid from "./grid.ts";
import type { Exit, Plan } from "./plan.ts";

/** What a route's faults weigh against each other; found by looking at the fifteen real sheets. */
const COST = { bend: 2, across: 0.25, down: 0.06, crossing: 3, line: 2.5, foot: 0.3, stubFoot: 2 };
/** Ways looked at for each side of a symbol before sets of ways are compared. */
const KEPT = 4;
const ROUNDS = 2;

/**
 * Chooses a route for every exit: first each symbol's set by itself, then twice again with all
 * others known. The routes of one symbol leave by different sides (see `capacity`).
 */
export function chooseRoutes(plan: Plan): Route[] {
  const free = freeOf(plan);
  const chosen = new Map<number, Route[]>();
  const sources = [...bySource(plan)].map(([row, exits]) => ({
    row,
    exits,
    ways: exits.map((exit) => candidatesOf(exit, plan, free)),
  }));
  // Straight ways first: they have no choice worth weighing, and the others must see them.
  const simple = sources.filter(({ exits }) => exits.length === 1 && isNear(exits[0], plan, free));
  const others = sources.filter((source) => !simple.includes(source));
  for (const { row, ways } of simple) chosen.set(row, (ways[0] ?? []).slice(0, 1));
  for (let round = 0; round <= ROUNDS; round += 1) {
    let changed = false;
    for (const { row, exits, ways } of others) {
      const before = chosen.get(row);
      chosen.delete(row);
      const placed = [...chosen.values()].flat();
      const after = bestSet(exits, ways, placed);
      chosen.set(row, after);
      changed ||= !after.every((route, at) => isSame(route, before?.[at]));
    }
    if (!changed) break;
  }
  return [...chosen.values()].flat().sort((a, b) => a.exit.id - b.exit.id);
}

const isSame = (a: Route, b: Route | undefined) =>
  a.side === b?.side && a.gutter === b.gutter && a.port === b.port && samePoints(a, b);
const samePoints = (a: Route, b: Route) =>
  a.points.length === b.points.length &&
  a.points.every((point, at) => point.x === b.points[at]?.x && point.y === b.points[at]?.y);

function bySource(plan: Plan): Map<number, Exit[]> {
  const found = new Map<number, Exit[]>();
  for (const exit of plan.exits) found.set(exit.from, [...(found.get(exit.from) ?? []), exit]);
  return found;
}

/** A single way to the next row: straight down, or out of the side and down. */
function isNear(exit: Exit | undefined, plan: Plan, free: Free): boolean {
  if (exit === undefined || exit.to === null || exit.to <= exit.from) return false;
  const lane = plan.rows[exit.to]?.lane ?? 0;
  const same = lane === plan.rows[exit.from]?.lane;
  return exit.to === exit.from + 1 || (same && free(lane, exit.from, exit.to));
}

/** How many ways may leave one side: one each while left, right and foot are enough. */
const capacity = (side: Side, exits: number) =>
  side === "foot" ? 1 : Math.max(1, Math.ceil((exits - 1) / 2));

function bestSet(exits: Exit[], ways: Route[][], placed: Route[]): Route[] {
  const weighed = ways.map((routes) =>
    shortlist(routes.map((route) => ({ route, cost: costOf(route, placed) }))),
  );
  let best: { routes: Route[]; cost: number } | null = null;
  const search = (at: number, taken: Route[], cost: number): void => {
    if (best !== null && cost >= best.cost) return;
    const options = weighed[at];
    if (options === undefined) {
      best = { routes: taken, cost };
      return;
    }
    // Past three ways the sets are too many to compare: the first that fits is taken.
    let tried = 0;
    for (const option of options) {
      if (exits.length > 3 && tried > 0) break;
      const port = taken.filter((one) => one.side === option.route.side).length;
      if (port >= capacity(option.route.side, exits.length)) continue;
      if (taken.some((one) => clash(one, option.route))) continue;
      tried += 1;
      const between = taken.reduce(
        (sum, one) => sum + grid.crossings(one.points, option.route.points) * COST.crossing,
        0,
      );
      search(at + 1, [...taken, atPort(option.route, port)], cost + option.cost + between);
    }
  };
  search(0, [], 0);
  const found = best as { routes: Route[] } | null;
  if (found === null) throw new Error(`no set of routes for row ${exits[0]?.from}`);
  return found.routes;
}

type Weighed = { route: Route; cost: number };

/** The best few of each side, cheapest first; ways that run into another are left out. */
function shortlist(routes: Weighed[]): Weighed[] {
  const sorted = routes.filter((one) => Number.isFinite(one.cost)).sort((a, b) => a.cost - b.cost);
  const kept: Record<Side, number> = { left: 0, right: 0, foot: 0 };
  return sorted.filter((one) => {
    kept[one.route.side] += 1;
    return kept[one.route.side] <= KEPT;
  });
}

function costOf(route: Route, placed: Route[]): number {
  if (route.exit.to === null) return stubCost(route, placed);
  let cost = (route.points.length - 2) * COST.bend;
  for (let i = 1; i < route.points.length; i += 1) {
    const a = route.points[i - 1] as grid.GridPoint;
    const b = route.points[i] as grid.GridPoint;
    cost += Math.abs(a.x - b.x) * COST.across + Math.abs(a.y - b.y) * COST.down;
  }
  let shares = false;
  const own = grid.extent(route.points);
  for (const other of placed) {
    if (!grid.apart(own, other.points)) {
      if (clash(other, route)) return Number.POSITIVE_INFINITY;
      cost += grid.crossings(route.points, other.points) * COST.crossing;
    }
    shares ||= other.gutter === route.gutter && other.exit.to === route.exit.to;
  }
  if (route.gutter !== null && !shares) cost += COST.line;
  if (route.side === "foot" && route.points.length > 2) cost += COST.foot;
  return cost;
}

/** A short line to an end: better at a side that no other line passes. */
function stubCost(route: Route, placed: Route[]): number {
  if (route.side === "foot") return COST.stubFoot;
  const at = route.points[0] as grid.GridPoint;
  const gutter = route.side === "left" ? at.x - 1 : at.x + 1;
  return placed.filter(
    (other) =>
      other.gutter === gutter &&
      Math.min(...other.points.map((p) => p.y)) < at.y &&
      Math.max(...other.points.map((p) => p.y)) > at.y,
  ).length;
}

const clash = (a: Route, b: Route) => a.exit.to !== b.exit.to && grid.overlap(a.points, b.points);

function atPort(route: Route, port: number): Route {
  if (port === 0) return route;
  const from = grid.middle(route.exit.from);
  const at = grid.middle(route.exit.from, port);
  return {
    ...route,
    port,
    points: route.points.map((point) => (point.y === from ? { ...point, y: at } : point)),
  };
}

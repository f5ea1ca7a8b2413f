import * as grid from "./grid.ts";
import type { Exit, Plan } from "./plan.ts";

export type Side = "left" | "right" | "foot";

/** A way drawn on the grid. `gutter` is the x of its upright piece in a gutter, if it has one. */
export type Route = {
  exit: Exit;
  side: Side;
  /** Which of the side's ways it is, from 0; more than one leave a side from the fourth way on. */
  port: number;
  points: grid.GridPoint[];
  gutter: number | null;
};

/** Tells whether no symbol stands in a lane between two rows, both left out. */
export type Free = (lane: number, after: number, before: number) => boolean;

export function freeOf(plan: Plan): Free {
  // For each row and lane: the row of the last symbol above, so that a look is one comparison.
  const last: number[][] = [];
  const seen: number[] = Array.from({ length: plan.lanes }, () => -1);
  for (const [at, row] of plan.rows.entries()) {
    last.push([...seen]);
    seen[row.lane] = at;
  }
  return (lane, after, before) => (last[before]?.[lane] ?? -1) <= after;
}

/**
 * The ways that a careful person might draw for one exit, all of which pass no symbol: straight
 * down; out of a side and down; out of the foot, across and down; out of a side or the foot, along
 * a gutter, across over the target and down.
 */
export function candidatesOf(exit: Exit, plan: Plan, free: Free): Route[] {
  const lane = plan.rows[exit.from]?.lane ?? 0;
  if (exit.to === null) return stubs(exit, lane);
  const to = exit.to;
  const target = plan.rows[to]?.lane ?? 0;
  const routes: Route[] = [];
  const add = (side: Side, gutter: number | null, points: [number, number][]) =>
    routes.push({ exit, side, port: 0, gutter, points: points.map(([x, y]) => ({ x, y })) });

  const from = { x: grid.centre(lane), foot: grid.foot(exit.from), middle: grid.middle(exit.from) };
  const into = { x: grid.centre(target), over: grid.arrival(to), head: grid.head(to) };
  const sideX = (side: "left" | "right") =>
    side === "left" ? grid.leftSide(lane) : grid.rightSide(lane);

  if (to > exit.from && free(target, exit.from, to)) {
    if (lane === target) {
      add("foot", null, [
        [from.x, from.foot],
        [into.x, into.head],
      ]);
    } else {
      const side = target < lane ? "left" : "right";
      add(side, null, [
        [sideX(side), from.middle],
        [into.x, from.middle],
        [into.x, into.head],
      ]);
      const across = to === exit.from + 1 ? into.over : grid.departure(exit.from + 1);
      add("foot", null, [
        [from.x, from.foot],
        [from.x, across],
        [into.x, across],
        [into.x, into.head],
      ]);
    }
  }
  if (to > exit.from + 1 && lane !== target && free(lane, exit.from, to)) {
    add("foot", null, [
      [from.x, from.foot],
      [from.x, into.over],
      [into.x, into.over],
      [into.x, into.head],
    ]);
  }
  for (const gutter of gutters(lane, target)) {
    const side = gutter < from.x ? "left" : "right";
    add(side, gutter, [
      [sideX(side), from.middle],
      [gutter, from.middle],
      [gutter, into.over],
      [into.x, into.over],
      [into.x, into.head],
    ]);
    if (to === exit.from + 1) continue;
    const below = grid.departure(exit.from + 1);
    add("foot", gutter, [
      [from.x, from.foot],
      [from.x, below],
      [gutter, below],
      [gutter, into.over],
      [into.x, into.over],
      [into.x, into.head],
    ]);
  }
  return routes;
}

/** The gutters of the lanes between two lanes, their outer ones too. */
function gutters(a: number, b: number): number[] {
  const found: number[] = [];
  for (let lane = Math.min(a, b); lane <= Math.max(a, b); lane += 1) {
    found.push(grid.leftGutter(lane), grid.rightGutter(lane));
  }
  return found;
}

/** A way that ends beside its symbol; it needs no gutter's line. */
function stubs(exit: Exit, lane: number): Route[] {
  const y = grid.middle(exit.from);
  const stub = (side: Side, points: grid.GridPoint[]) => ({
    exit,
    side,
    port: 0,
    gutter: null,
    points,
  });
  return [
    stub("right", [{ x: grid.rightSide(lane), y }]),
    stub("left", [{ x: grid.leftSide(lane), y }]),
    stub("foot", [{ x: grid.centre(lane), y: grid.foot(exit.from) }]),
  ];
}

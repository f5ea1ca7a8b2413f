import type { Route } from "./candidates.ts";
import { departure, leftGutter, readY, rightGutter } from "./grid.ts";
import type { LabelText } from "./label-text.ts";
import type { Plan } from "./plan.ts";
import { STYLE } from "./style.ts";
import type { Tracks } from "./tracks.ts";

/** Room asked for beyond what symbols and text take, in the sheet's units. */
export type Space = {
  /** Beside the symbol, before the gutter's first line, by the gutter's x on the grid. */
  slots: Map<number, number>;
  /** Over and under the symbol's middle or foot, by row: room for a label. */
  above: Map<number, number>;
  below: Map<number, number>;
};

/** The room that the short lines to an end and the words of ends need from the outset. */
export function firstSpace(plan: Plan, routes: Route[], texts: Map<number, LabelText>): Space {
  const space: Space = { slots: new Map(), above: new Map(), below: new Map() };
  const { stub, label } = STYLE;
  for (const route of routes) {
    if (route.exit.to !== null) continue;
    const row = route.exit.from;
    if (route.side === "foot") widen(space.below, row, stub.length + stub.height + 5);
    else widen(space.slots, gutterOf(plan, route), stub.length + stub.width + 3);
  }
  for (const mark of plan.marks) {
    const lines = texts.get(mark.id)?.narrow.lines.length ?? 0;
    if (lines > 0) widen(space.below, mark.from, lines * label.line + 6);
  }
  return space;
}

/**
 * Asks for the room in which the narrowest form of a route's label surely stands free (see
 * `keptPlace`). `dy` is the distance of the route's beginning from the symbol's middle.
 */
export function reserveLabel(
  space: Space,
  plan: Plan,
  route: Route,
  text: LabelText,
  dy: number,
): void {
  const { width, height } = text.narrow;
  if (route.side === "foot") {
    const lane = plan.rows[route.exit.from]?.lane ?? 0;
    widen(space.slots, rightGutter(lane), Math.max(0, width + 10 - STYLE.symbol.min / 2));
    widen(space.below, route.exit.from, height + 6);
  } else {
    const over = route.exit.to === null ? STYLE.stub.height / 2 + 2 : 3;
    widen(space.slots, gutterOf(plan, route), width + 6);
    widen(space.above, route.exit.from, height + over + 4 - dy);
  }
}

function gutterOf(plan: Plan, route: Route): number {
  const lane = plan.rows[route.exit.from]?.lane ?? 0;
  return route.side === "left" ? leftGutter(lane) : rightGutter(lane);
}

function widen(map: Map<number, number>, key: number, need: number): void {
  map.set(key, Math.max(map.get(key) ?? 0, need));
}

/** Least width of a gutter that holds its slot and its lines. */
export function gutterWidth(gutter: number, space: Space, tracks: Map<number, Tracks>): number {
  const slot = space.slots.get(gutter) ?? 0;
  const count = tracks.get(gutter)?.count ?? 0;
  const lines = count > 0 ? STYLE.track * (count + 1) : 0;
  return Math.max(STYLE.track, slot + lines);
}

/** Which level lines a row has over its symbol, and under it in the last row. */
export type RowLines = { departs: boolean; arrives: boolean; entered: boolean; under: boolean };

export function linesOfRows(plan: Plan, routes: Route[]): RowLines[] {
  const rows = plan.rows.map(() => ({
    departs: false,
    arrives: false,
    entered: false,
    under: false,
  }));
  for (const route of routes) {
    for (const point of route.points) {
      const at = readY(point.y);
      const row = rows[at.row];
      if (row !== undefined) {
        row.departs ||= at.at === "departure";
        row.arrives ||= at.at === "arrival";
        row.entered ||= at.at === "head";
      }
      const last = rows.at(-1);
      if (last !== undefined && point.y === departure(rows.length)) last.under = true;
    }
  }
  return rows;
}

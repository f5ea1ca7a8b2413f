import type { Route } from "./candidates.ts";
import type { Across } from "./columns.ts";
import * as grid from "./grid.ts";
import type { Plan } from "./plan.ts";
import { type RowPlace, symbolKind } from "./rows.ts";
import type { Space } from "./space.ts";
import { STYLE } from "./style.ts";
import type { Tracks } from "./tracks.ts";
import type { Box, Point, SheetSymbol } from "./types.ts";

/** Everything that turns a route on the grid into a line on the sheet. */
export type Frame = {
  plan: Plan;
  across: Across;
  places: RowPlace[];
  space: Space;
  tracks: Map<number, Tracks>;
  /** How many ways leave a side of a row's symbol, by `row:side`. */
  sides: Map<string, number>;
};

export function symbolOf(frame: Frame, row: number): SheetSymbol {
  const { step, kind, lane } = frame.plan.rows[row] as Plan["rows"][number];
  const place = frame.places[row] as RowPlace;
  return {
    step,
    kind: symbolKind(kind),
    of: kind,
    lane,
    cx: frame.across.lanes[lane]?.centre ?? 0,
    cy: place.middle,
    width: frame.across.symbol,
    height: place.symbol,
  };
}

/** The route's line, without points that lie on one piece with their neighbours. */
export function traceRoute(frame: Frame, route: Route): Point[] {
  const dy = portOffset(frame, route);
  const points = route.points.map(({ x, y }) => ({
    x: traceX(frame, x, route, dy),
    y: traceY(frame, y, dy),
  }));
  return points.filter((point, at) => {
    const before = points[at - 1];
    return before === undefined || before.x !== point.x || before.y !== point.y;
  });
}

/** The short line of a way that ends, and its small capsule. */
export function traceStub(frame: Frame, route: Route): { points: Point[]; capsule: Box } {
  const { length, width, height } = STYLE.stub;
  const dy = portOffset(frame, route);
  const grid0 = route.points[0] as Point;
  const from = { x: traceX(frame, grid0.x, route, dy), y: traceY(frame, grid0.y, dy) };
  if (route.side === "foot") {
    const to = { x: from.x, y: from.y + length };
    return { points: [from, to], capsule: { x: to.x - width / 2, y: to.y, width, height } };
  }
  // Measured from the symbol's outermost point, so that it stays in the slot kept for it.
  const symbol = symbolOf(frame, route.exit.from);
  const way = route.side === "left" ? -1 : 1;
  const to = { x: symbol.cx + way * (symbol.width / 2 + length), y: from.y };
  const x = way < 0 ? to.x - width : to.x;
  return { points: [from, to], capsule: { x, y: to.y - height / 2, width, height } };
}

/** How far under (or, negative, over) its symbol's middle a way out of a side begins. */
export function portOffset(frame: Frame, route: Route): number {
  if (route.side === "foot") return 0;
  const count = frame.sides.get(`${route.exit.from}:${route.side}`) ?? 1;
  const apart = frame.places[route.exit.from]?.ports ?? 0;
  return (route.port - (count - 1) / 2) * apart;
}

function traceX(frame: Frame, x: number, route: Route, dy: number): number {
  const { lane, at } = grid.readX(x);
  const place = frame.across.lanes[lane];
  if (place === undefined) throw new Error(`no lane ${lane}`);
  const half = frame.across.symbol / 2;
  switch (at) {
    case "centre":
      return place.centre;
    case "left":
      return place.centre - half * slope(frame, route, dy);
    case "right":
      return place.centre + half * slope(frame, route, dy);
    case "left-gutter":
      return place.centre - half - lineOffset(frame, x, route, place.centre - half - place.left);
    case "right-gutter":
      return place.centre + half + lineOffset(frame, x, route, place.right - place.centre - half);
    default:
      return at satisfies never;
  }
}

/** How far out a diamond's border is at `dy` from its middle, as a part of half its width. */
function slope(frame: Frame, route: Route, dy: number): number {
  const row = route.exit.from;
  const kind = symbolKind(frame.plan.rows[row]?.kind ?? "process");
  const half = (frame.places[row]?.symbol ?? 1) / 2;
  return kind === "diamond" ? 1 - Math.abs(dy) / half : 1;
}

/** Distance of a gutter's line from the symbol. */
function lineOffset(frame: Frame, gutter: number, route: Route, width: number): number {
  const tracks = frame.tracks.get(gutter);
  const line = tracks?.line.get(route.exit.to ?? -1);
  if (tracks === undefined || line === undefined) throw new Error(`no line in gutter ${gutter}`);
  const slot = frame.space.slots.get(gutter) ?? 0;
  const apart = Math.min(STYLE.trackMax, (width - slot) / (tracks.count + 1));
  return slot + Math.floor(apart * (line + 1));
}

function traceY(frame: Frame, y: number, dy: number): number {
  const { row, at } = grid.readY(y);
  const place = frame.places[row];
  if (place === undefined) {
    const last = frame.places.at(-1);
    if (last === undefined) throw new Error(`no row ${row}`);
    return last.under;
  }
  switch (at) {
    case "departure":
      return place.departure;
    case "arrival":
      return place.arrival;
    case "head":
      return place.middle - place.symbol / 2;
    case "middle":
      return place.middle + dy;
    case "foot":
      return place.middle + place.symbol / 2;
    default:
      return at satisfies never;
  }
}

import type { Diagram } from "../diagram.ts";
import { geometryOf, type Box, type Geometry, type Point } from "./geometry.ts";
import { labelSize, STUB, WORDS } from "./measures.ts";
import { type Place, placesOf } from "./places.ts";
import { type Route, routesOf } from "./routes.ts";

export type Shape = { id: string; box: Box; label: Box | null; isBand: boolean };
export type Edge = { id: string; points: Point[]; label: Box | null };
export type Drawing = { shapes: Shape[]; edges: Edge[] };

/** The diagram drawn in a pool with level lanes; arrows have only level and upright pieces. */
export function drawingOf(diagram: Diagram): Drawing {
  const grid = placesOf(diagram);
  const routes = routesOf(diagram.flows, grid);
  const geometry = geometryOf(grid, routes, diagram.lanes);
  const band = (id: string, box: Box): Shape => ({ id, box, label: null, isBand: true });
  const shapes = [
    band("Pool_1", geometry.pool),
    ...diagram.lanes.map((_, index) => band(`Lane_${index + 1}`, geometry.laneBox(index))),
    ...[...grid.places.values()].map((place) => shapeOf(place, geometry)),
  ];
  return { shapes, edges: routes.map((route) => edgeOf(route, geometry)) };
}

/** Labels stand over a gateway, whose foot has an arrow, and under an event. */
function shapeOf(place: Place, geometry: Geometry): Shape {
  const box = geometry.boxOf(place);
  const { label: size } = place;
  const y =
    size === null
      ? 0
      : place.node.kind === "gateway"
        ? box.y - size.height - 4
        : box.y + box.height + 4;
  const label =
    size === null ? null : { x: box.x + Math.round((box.width - size.width) / 2), y, ...size };
  return { id: place.node.id, box, label, isBand: false };
}

function edgeOf(route: Route, geometry: Geometry): Edge {
  const points = withoutRepeats(pointsOf(route, geometry));
  return { id: route.flow.id, points, label: labelOf(route, points) };
}

function pointsOf(
  { flow, from, to, exit, out, corridor, into }: Route,
  geometry: Geometry,
): Point[] {
  const [start, end] = [geometry.boxOf(from), geometry.boxOf(to)];
  const right = { x: start.x + start.width, y: start.y + start.height / 2 };
  const foot = { x: start.x + start.width / 2, y: start.y + start.height };
  const left = { x: end.x, y: end.y + end.height / 2 };
  if (exit === "direct") {
    return to.isBelow ? [foot, { x: end.x + end.width / 2, y: end.y }] : [right, left];
  }
  if (into === null) throw new Error("only a straight way needs no gutter");
  const xInto = geometry.gutterX(into, `${flow.id} into`);
  if (corridor === null) {
    return [right, { x: xInto, y: right.y }, { x: xInto, y: left.y }, left];
  }
  const y = geometry.corridorY(corridor, flow.id);
  const before =
    out === null
      ? [foot, { x: foot.x, y }]
      : [
          right,
          ...[right.y, y].map((at) => ({ x: geometry.gutterX(out, `${flow.id} out`), y: at })),
        ];
  return [...before, { x: xInto, y }, { x: xInto, y: left.y }, left];
}

/** A decision's words: over the first level piece, or right of a first upright one. */
function labelOf({ flow }: Route, points: Point[]): Box | null {
  const [start, turn] = points;
  if (flow.name === undefined || flow.name.trim() === "" || !start || !turn) return null;
  const size = labelSize(flow.name, WORDS);
  if (start.x === turn.x) return { x: start.x + 6, y: start.y + 4, ...size };
  return { x: start.x + STUB / 4, y: start.y - size.height - 2, ...size };
}

const withoutRepeats = (points: Point[]): Point[] =>
  points.filter((point, index) => {
    const before = points[index - 1];
    return before === undefined || before.x !== point.x || before.y !== point.y;
  });

import type { Box, Point } from "#shared/sheet/types.ts";
import { HEAD, labelSize, ORIGIN, PAD, STUB, TRACK, WORDS } from "./measures.ts";
import type { Grid, Place } from "./places.ts";
import type { Route } from "./routes.ts";
import { shareTracks } from "./tracks.ts";

export type { Box, Point };

export type Geometry = {
  pool: Box;
  laneBox(lane: number): Box;
  boxOf(place: Place): Box;
  /** Of an arrow's upright piece in the gutter left of `column`. */
  gutterX(column: number, key: string): number;
  corridorY(band: number, flow: string): number;
};

/** Room between a decision's foot and an end under it: its words and the arrow. */
const DROP = 44;

export function geometryOf(grid: Grid, routes: Route[], lanes: string[]): Geometry {
  const places = [...grid.places.values()];
  const gutters = shareTracks(routes.flatMap(uprights));
  const corridors = shareTracks(routes.flatMap(levels));
  const words = wordsByGutter(routes);

  const columnWidth = Array.from({ length: grid.columns }, (_, column) =>
    Math.max(
      0,
      ...places
        .filter((one) => one.column === column)
        .map((one) => Math.max(one.width, one.label?.width ?? 0)),
    ),
  );
  // A gutter has the words of the arrows that leave into it on its left, then its lines.
  const gutterStart: number[] = [];
  const columnStart: number[] = [];
  let x = ORIGIN.x + 2 * HEAD;
  for (let column = 0; column <= grid.columns; column += 1) {
    gutterStart.push(x + STUB + (words.get(column) ?? 0));
    const lines = gutters.get(column)?.count ?? 0;
    x += 2 * STUB + (words.get(column) ?? 0) + lines * TRACK;
    columnStart.push(x);
    x += columnWidth[column] ?? 0;
  }

  const bandTop: number[] = [];
  const bandHeight: number[] = [];
  const centre: number[] = [];
  const corridorTop: number[] = [];
  const below: number[] = [];
  let y = ORIGIN.y;
  for (let band = 0; band < grid.bands; band += 1) {
    const here = places.filter((one) => one.band === band);
    const above = Math.max(40, ...here.filter((one) => !one.isBelow).map(headOf));
    const under = Math.max(40, ...here.filter((one) => !one.isBelow).map(footOf));
    const ends = here.filter((one) => one.isBelow);
    const second = Math.max(
      0,
      ...ends.map((one) => DROP + one.height + (one.label === null ? 0 : one.label.height + 8)),
    );
    const lines = corridors.get(band)?.count ?? 0;
    const content = 2 * PAD + above + Math.max(under, second + 20) + lines * TRACK;
    const height = Math.max(content, upright(lanes[band] ?? ""));
    const top = y + PAD + (height - content) / 2;
    bandTop.push(y);
    centre.push(top + above);
    below.push(top + above + DROP);
    corridorTop.push(top + above + Math.max(under, second + 20) + PAD / 2);
    bandHeight.push(height);
    y += height;
  }
  const pool = { ...ORIGIN, width: x + PAD - ORIGIN.x, height: y - ORIGIN.y };
  const at = (list: number[], index: number): number => list[index] ?? 0;

  return {
    pool,
    laneBox: (lane) => ({
      x: ORIGIN.x + HEAD,
      y: at(bandTop, lane),
      width: pool.width - HEAD,
      height: at(bandHeight, lane),
    }),
    boxOf: ({ column, band, isBelow, width, height }) => ({
      x: at(columnStart, column) + Math.floor((at(columnWidth, column) - width) / 2),
      y: isBelow ? at(below, band) + 25 : at(centre, band) - height / 2,
      width,
      height,
    }),
    gutterX: (column, key) =>
      at(gutterStart, column) + (gutters.get(column)?.line.get(key) ?? 0) * TRACK,
    corridorY: (band, flow) =>
      at(corridorTop, band) + (corridors.get(band)?.line.get(flow) ?? 0) * TRACK,
  };
}

/** Room for a name along its band; a long one takes two lines. */
const upright = (name: string): number => Math.min(240, 7 * name.length + 2 * PAD);

const headOf = ({ node, height, label }: Place): number =>
  height / 2 + (node.kind === "gateway" && label !== null ? label.height + 8 : 0);
const footOf = ({ node, height, label }: Place): number =>
  height / 2 + (node.kind !== "gateway" && label !== null ? label.height + 8 : 0);

/** Heights on the grid: a band's symbols, an end under one, then its corridor. */
const level = ({ band, isBelow }: Place): number => band * 3 + (isBelow ? 1 : 0);
const corridorLevel = (band: number): number => band * 3 + 2;

function uprights({ flow, from, to, out, corridor, into }: Route) {
  if (into === null) return [];
  if (corridor === null) {
    return [{ of: into, key: `${flow.id} into`, from: level(from), to: level(to) }];
  }
  const y = corridorLevel(corridor);
  const last = { of: into, key: `${flow.id} into`, from: y, to: level(to) };
  if (out === null) return [last];
  return [{ of: out, key: `${flow.id} out`, from: level(from), to: y }, last];
}

/** Places on the grid from left to right: gutter 0, column 0, gutter 1, and so on. */
function levels({ flow, from, out, corridor, into }: Route) {
  if (into === null || corridor === null) return [];
  const start = out === null ? 2 * from.column + 1 : 2 * out;
  return [{ of: corridor, key: flow.id, from: start, to: 2 * into }];
}

/** Widest words that start into each gutter, beyond what half of a wide column leaves anyway. */
function wordsByGutter(routes: Route[]): Map<number, number> {
  const widest = new Map<number, number>();
  for (const { flow, from, to, exit } of routes) {
    const name = flow.name?.trim() ?? "";
    if (name === "" || exit === "foot" || (exit === "direct" && to.isBelow)) continue;
    const gutter = from.column + 1;
    const width = labelSize(name, WORDS).width;
    widest.set(gutter, Math.max(widest.get(gutter) ?? 0, width));
  }
  return widest;
}

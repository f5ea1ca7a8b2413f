import type { Route, Side } from "./candidates.ts";
import type { LabelForm, LabelText } from "./label-text.ts";
import { boxesMeet, meetsSymbol, piecesOf } from "./shapes.ts";
import { STYLE } from "./style.ts";
import type { Box, Label, Point, SheetSymbol } from "./types.ts";

/** A way out of a symbol whose words look for a place. */
export type LabelTask = {
  route: Route;
  text: LabelText;
  symbol: SheetSymbol;
  points: Point[];
  capsule: Box | null;
  /** The row, within which the label stays. */
  top: number;
  bottom: number;
  /** Room was kept for it, so it is placed before the others and at that place. */
  reserved: boolean;
};

export type Scene = {
  symbols: SheetSymbol[];
  lines: Point[][];
  capsules: Box[];
  /** Left and right end of the lanes, and the borders between them. */
  left: number;
  right: number;
  borders: number[];
};

type Place = Box & { form: LabelForm; fault: number };

/** Distance of a label from lines and symbols. */
const GAP = 1.5;

/** Places the labels; tasks that find no free place are handed back. */
export function placeLabels(
  tasks: LabelTask[],
  scene: Scene,
): { labels: Map<number, Label>; failed: LabelTask[] } {
  const labels = new Map<number, Label>();
  const failed: LabelTask[] = [];
  const pieces = scene.lines.flatMap(piecesOf);
  const taken: Box[] = [...scene.capsules];
  const order = [...tasks].sort((a, b) => Number(b.reserved) - Number(a.reserved));
  for (const task of order) {
    const inRow = (box: Box) => box.y < task.bottom && box.y + box.height > task.top;
    const near = {
      pieces: pieces.filter(inRow),
      taken: taken.filter(inRow),
      symbol: task.symbol,
    };
    const best = placesOf(task, scene)
      .sort((a, b) => a.fault - b.fault)
      .find((place) => isFree(place, task, near, scene));
    if (best === undefined) {
      failed.push(task);
      continue;
    }
    const { x, y, width, height, form } = best;
    labels.set(task.route.exit.id, { x, y, width, height, lines: form.lines });
    taken.push({ x, y, width, height });
  }
  return { labels, failed };
}

function isFree(
  place: Place,
  task: LabelTask,
  near: { pieces: Box[]; taken: Box[]; symbol: SheetSymbol },
  scene: Scene,
): boolean {
  if (place.x < scene.left + GAP || place.x + place.width > scene.right - GAP) return false;
  if (place.y < task.top + 1 || place.y + place.height > task.bottom - 1) return false;
  return (
    !meetsSymbol(place, near.symbol, GAP) &&
    !near.pieces.some((piece) => boxesMeet(place, piece, GAP)) &&
    !near.taken.some((box) => boxesMeet(place, box, GAP))
  );
}

/** Places beside the beginning of a way, the fittest with the least fault. */
function placesOf(task: LabelTask, scene: Scene): Place[] {
  const forms = task.reserved ? [task.text.narrow] : task.text.forms;
  return forms.flatMap((form) => {
    const { side } = task.route;
    if (task.reserved) return [keptPlace(task, form)];
    const found = side === "foot" ? underFoot(task, form) : besideSide(task, form, side);
    const lines = form.lines.length - 1;
    return found.map((place) => ({
      ...place,
      fault: place.fault + lines * 2.5 + bordersMet(place, scene) * 6,
    }));
  });
}

/** The place for which `reserveLabel` kept room: over the line beside the symbol, or under its foot. */
function keptPlace(task: LabelTask, form: LabelForm): Place {
  const { symbol, points, capsule, route } = task;
  if (route.side === "foot") {
    return placed(form, symbol.cx + 4, symbol.cy + symbol.height / 2 + 2, 0);
  }
  const lift = capsule === null ? 0 : STYLE.stub.height / 2;
  const y = (points[0]?.y ?? symbol.cy) - 2 - lift - form.height;
  const right = symbol.cx + symbol.width / 2 + 2;
  const left = symbol.cx - symbol.width / 2 - 2 - form.width;
  return placed(form, route.side === "left" ? left : right, y, 0);
}

function besideSide(task: LabelTask, form: LabelForm, side: Exclude<Side, "foot">): Place[] {
  const way = side === "left" ? -1 : 1;
  const { symbol, points, capsule } = task;
  const start = symbol.cx + (way * symbol.width) / 2;
  const y = points[0]?.y ?? symbol.cy;
  const end = capsule === null ? (points[1]?.x ?? start) : start;
  const reach = Math.max(0, way * (end - start));
  const high = capsule === null ? 0 : STYLE.stub.height / 2;
  const places: Place[] = [];
  const at = (shift: number, fault: number) => {
    const edge = start + way * (2 + shift);
    const x = way < 0 ? edge - form.width : edge;
    for (const lift of high > 0 ? [high, 0] : [0]) {
      places.push(placed(form, x, y - 2 - lift - form.height, fault));
      places.push(placed(form, x, y + 2 + lift, fault + 3));
    }
  };
  at(0, 0);
  // Up along the slope of a diamond, out along the line, and beyond its first bend.
  for (let inwards = 3; inwards < symbol.width / 2; inwards += 3) {
    const x = way < 0 ? start + inwards - 2 - form.width : start - inwards + 2;
    for (const up of [2, 5, 8, 11]) {
      places.push(placed(form, x, y - high - up - form.height, 0.4 + (inwards + up) / 40));
    }
  }
  for (let out = 4; out + form.width < reach; out += 6) at(out, 1 + out / 20);
  if (reach > 0) at(reach + 1, 4 + reach / 20);
  return places;
}

function underFoot(task: LabelTask, form: LabelForm): Place[] {
  const { symbol, points } = task;
  const foot = symbol.cy + symbol.height / 2;
  const places: Place[] = [];
  if (points.length === 0) return [placed(form, symbol.cx - form.width / 2, foot + 3, 0)];
  for (let up = -2; up < symbol.height / 2; up += 3) {
    const fault = Math.abs(up - 4) / 10;
    places.push(placed(form, symbol.cx + 4, foot - up, fault));
    places.push(placed(form, symbol.cx - 4 - form.width, foot - up, fault + 0.4));
  }
  return places;
}

const placed = (form: LabelForm, x: number, y: number, fault: number): Place => ({
  x,
  y,
  width: form.width,
  height: form.height,
  form,
  fault,
});

const bordersMet = (box: Box, scene: Scene) =>
  scene.borders.filter((border) => box.x < border && border < box.x + box.width).length;

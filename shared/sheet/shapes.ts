import type { Box, Point, SheetSymbol } from "./types.ts";

/** Whether two boxes have points in common when each side of `a` is moved out by `gap`. */
export function boxesMeet(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x - gap < b.x + b.width &&
    b.x < a.x + a.width + gap &&
    a.y - gap < b.y + b.height &&
    b.y < a.y + a.height + gap
  );
}

/** Whether a box comes nearer than `gap` to a symbol; a diamond's empty corners are free. */
export function meetsSymbol(box: Box, symbol: SheetSymbol, gap = 0): boolean {
  const { cx, cy, width, height } = symbol;
  const bounds = { x: cx - width / 2, y: cy - height / 2, width, height };
  if (!boxesMeet(box, bounds, gap)) return false;
  if (symbol.kind !== "diamond") return true;
  const dx = Math.abs(nearest(cx, box.x - gap, box.x + box.width + gap) - cx);
  const dy = Math.abs(nearest(cy, box.y - gap, box.y + box.height + gap) - cy);
  return dx / (width / 2) + dy / (height / 2) < 1;
}

/** The boxes, without height or width, of a line's pieces. */
export function piecesOf(points: readonly Point[]): Box[] {
  return points.slice(1).map((b, at) => {
    const a = points[at] as Point;
    return {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    };
  });
}

const nearest = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));

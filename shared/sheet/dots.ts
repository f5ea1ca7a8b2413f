import type { LanePlace } from "./columns.ts";
import type { Plan } from "./plan.ts";
import type { RowPlace } from "./rows.ts";
import { boxesMeet, piecesOf } from "./shapes.ts";
import { STYLE } from "./style.ts";
import type { Box, Dot, Point } from "./types.ts";

/**
 * Marks the lanes that are also involved: in the middle of their cell where no line runs, else low
 * at its left, or at the free spot nearest to there.
 */
export function placeDots(
  plan: Plan,
  lanes: LanePlace[],
  places: RowPlace[],
  lines: readonly Point[][],
  labels: readonly Box[],
): Dot[] {
  const pieces = [...lines.flatMap(piecesOf), ...labels];
  return plan.rows.flatMap((row, at) => {
    const place = places[at];
    if (place === undefined || row.also.length === 0) return [];
    const near = pieces.filter((box) => box.y < place.bottom && box.y + box.height > place.top);
    return row.also.flatMap((lane): Dot[] => {
      const cell = lanes[lane];
      return cell === undefined ? [] : [{ step: row.step, lane, ...freeSpot(cell, place, near) }];
    });
  });
}

/** Distance of the usual spot from the cell's left and bottom. */
const INSET = 10;

function freeSpot(cell: LanePlace, row: RowPlace, near: Box[]): Point {
  const usual = { x: cell.left + INSET, y: row.bottom - INSET };
  const spots: (Point & { far: number })[] = [];
  for (let y = usual.y; y >= row.top + INSET; y -= 6) {
    for (let x = usual.x; x <= cell.right - INSET; x += 6) {
      spots.push({ x, y, far: x - usual.x + (usual.y - y) * 1.5 });
    }
  }
  const size = STYLE.dot;
  const clear = ({ x, y }: Point, gap: number) => {
    const box = { x: x - size, y: y - size, width: 2 * size, height: 2 * size };
    return !near.some((piece) => boxesMeet(box, piece, gap));
  };
  const middle = { x: cell.centre, y: row.middle };
  if (clear(middle, 6)) return middle;
  const free = spots.sort((a, b) => a.far - b.far).find((spot) => clear(spot, 3));
  return { x: (free ?? usual).x, y: (free ?? usual).y };
}

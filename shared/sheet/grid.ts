/**
 * Routes are chosen on a grid that knows only the order of things, not their sizes. Across, a lane
 * has a gutter at its left, the symbol's left side, centre and right side, and a gutter at its
 * right. Down, a row has a line where ways from the row above set out, one where ways arrive over
 * the symbol, the symbol's head, its middle and its foot.
 */

export type GridPoint = { x: number; y: number };

const ACROSS = 6;
const DOWN = 5;
/** Ways that leave one side of a symbol set out at heights that differ by this much. */
const PORT = 0.1;

export const leftGutter = (lane: number) => ACROSS * lane;
export const leftSide = (lane: number) => ACROSS * lane + 1;
export const centre = (lane: number) => ACROSS * lane + 2;
export const rightSide = (lane: number) => ACROSS * lane + 3;
export const rightGutter = (lane: number) => ACROSS * lane + 4;

export const departure = (row: number) => DOWN * row;
export const arrival = (row: number) => DOWN * row + 1;
export const head = (row: number) => DOWN * row + 2;
export const middle = (row: number, port = 0) => DOWN * row + 3 + PORT * port;
export const foot = (row: number) => DOWN * row + 4;

type Across = "left-gutter" | "left" | "centre" | "right" | "right-gutter";
const ACROSS_NAMES: Across[] = ["left-gutter", "left", "centre", "right", "right-gutter"];
export function readX(x: number): { lane: number; at: Across } {
  return { lane: Math.floor(x / ACROSS), at: ACROSS_NAMES[x % ACROSS] as Across };
}

type Down = "departure" | "arrival" | "head" | "middle" | "foot";
const DOWN_NAMES: Down[] = ["departure", "arrival", "head", "middle", "foot"];
export function readY(y: number): { row: number; at: Down; port: number } {
  const whole = Math.floor(y);
  return {
    row: Math.floor(whole / DOWN),
    at: DOWN_NAMES[whole % DOWN] as Down,
    port: Math.round((y - whole) / PORT),
  };
}

export const isGutter = (x: number) => x % ACROSS === 0 || x % ACROSS === 4;

export type Extent = { top: number; bottom: number };

export function extent(points: readonly GridPoint[]): Extent {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { y } of points) {
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { top, bottom };
}

/** Whether a line is wholly over or under an extent: most are, and need no closer look. */
export function apart(own: Extent, points: readonly GridPoint[]): boolean {
  let over = true;
  let under = true;
  for (const { y } of points) {
    over &&= y <= own.top;
    under &&= y >= own.bottom;
  }
  return over || under;
}

/** How often two polylines cross at right angles; touching ends don't count. */
export function crossings(a: readonly GridPoint[], b: readonly GridPoint[]): number {
  let count = 0;
  for (let i = 1; i < a.length; i += 1) {
    const p = a[i - 1] as GridPoint;
    const q = a[i] as GridPoint;
    const upright = p.x === q.x;
    for (let j = 1; j < b.length; j += 1) {
      const r = b[j - 1] as GridPoint;
      const s = b[j] as GridPoint;
      if (upright === (r.x === s.x)) continue;
      const crosses = upright
        ? within(p.x, r.x, s.x) && within(r.y, p.y, q.y)
        : within(r.x, p.x, q.x) && within(p.y, r.y, s.y);
      if (crosses) count += 1;
    }
  }
  return count;
}

/** Whether two polylines run along one centre line of a lane; gutters are shared out later. */
export function overlap(a: readonly GridPoint[], b: readonly GridPoint[]): boolean {
  for (let i = 1; i < a.length; i += 1) {
    const p = a[i - 1] as GridPoint;
    const q = a[i] as GridPoint;
    if (p.x !== q.x || isGutter(p.x)) continue;
    for (let j = 1; j < b.length; j += 1) {
      const r = b[j - 1] as GridPoint;
      const s = b[j] as GridPoint;
      if (r.x !== s.x || r.x !== p.x) continue;
      const top = Math.max(Math.min(p.y, q.y), Math.min(r.y, s.y));
      if (top < Math.min(Math.max(p.y, q.y), Math.max(r.y, s.y))) return true;
    }
  }
  return false;
}

const within = (value: number, a: number, b: number) =>
  a < b ? a < value && value < b : b < value && value < a;

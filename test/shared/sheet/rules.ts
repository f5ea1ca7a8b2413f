import { boxesMeet, meetsSymbol, piecesOf } from "#shared/sheet/shapes.ts";
import type { Arrow, Box, Point, SheetLayout } from "#shared/sheet/types.ts";

/** Everything that breaks a rule of the drawing, as sentences; an empty list for a sound sheet. */
export function faultsOf(sheet: SheetLayout): string[] {
  return [
    ...arrowFaults(sheet),
    ...overlapFaults(sheet.arrows),
    ...labelFaults(sheet),
    ...boundFaults(sheet),
  ];
}

const nameOf = (arrow: Arrow) => `${arrow.from}>${arrow.to} ${arrow.branch ?? ""}`;

function arrowFaults(sheet: SheetLayout): string[] {
  const faults: string[] = [];
  const first = sheet.columns.find((column) => column.lane === 0);
  const last = sheet.columns.findLast((column) => column.key === "lane");
  const left = first?.x ?? 0;
  const right = (last?.x ?? 0) + (last?.width ?? 0);
  for (const arrow of sheet.arrows) {
    const { points } = arrow;
    if (points.some((p, at) => at > 0 && p.x !== points[at - 1]?.x && p.y !== points[at - 1]?.y)) {
      faults.push(`${nameOf(arrow)} is not orthogonal`);
    }
    const target = sheet.symbols[arrow.to - 1];
    const [before, tip] = points.slice(-2);
    if (!target || !before || !tip) {
      faults.push(`${nameOf(arrow)} leads nowhere`);
      continue;
    }
    if (tip.x !== target.cx || tip.y !== target.cy - target.height / 2) {
      faults.push(`${nameOf(arrow)} misses the head of ${arrow.to}`);
    }
    if (before.x !== tip.x || before.y > tip.y - 8) {
      faults.push(`${nameOf(arrow)} does not come down to its head`);
    }
    const pieces = piecesOf(points);
    for (const piece of pieces) {
      if (piece.x < left || piece.x + piece.width > right || piece.y < sheet.headHeight) {
        faults.push(`${nameOf(arrow)} leaves the lanes`);
      }
    }
    for (const symbol of sheet.symbols) {
      // Touching the border is how a way sets out and arrives.
      const inner = { ...symbol, width: symbol.width - 0.1, height: symbol.height - 0.1 };
      const hit = pieces.some((piece) => meetsSymbol(piece, inner));
      if (hit) faults.push(`${nameOf(arrow)} crosses the symbol of ${symbol.step}`);
    }
    for (const end of sheet.ends) {
      const { capsule } = end;
      if (capsule && pieces.some((piece) => boxesMeet(piece, capsule))) {
        faults.push(`${nameOf(arrow)} crosses an end of ${end.step}`);
      }
    }
  }
  return faults;
}

/** Two arrows may run on one line only on the last part of their way into a common target. */
function overlapFaults(arrows: Arrow[]): string[] {
  const faults: string[] = [];
  arrows.forEach((a, at) => {
    for (const b of arrows.slice(at + 1)) {
      if (overlaps(a, b)) faults.push(`${nameOf(a)} and ${nameOf(b)} run on one line`);
    }
  });
  return faults;
}

function overlaps(a: Arrow, b: Arrow): boolean {
  const shared = a.to === b.to ? sharedTail(a.points, b.points) : 0;
  const left = piecesOf(cutTail(a.points, shared));
  const right = piecesOf(cutTail(b.points, shared));
  return left.some((one) => right.some((other) => collinear(one, other)));
}

/** Length of the way that two lines have in common, counted from their ends. */
function sharedTail(a: Point[], b: Point[]): number {
  let length = 0;
  for (let k = 1; k < Math.min(a.length, b.length); k += 1) {
    const [p, q] = [a.at(-k), b.at(-k)];
    const [r, s] = [a.at(-k - 1), b.at(-k - 1)];
    if (!p || !q || !r || !s || p.x !== q.x || p.y !== q.y) return length;
    const along = Math.sign(r.x - p.x) === Math.sign(s.x - q.x);
    if (!along || Math.sign(r.y - p.y) !== Math.sign(s.y - q.y)) return length;
    length += Math.min(far(r, p), far(s, q));
    if (r.x !== s.x || r.y !== s.y) return length;
  }
  return length;
}

const far = (p: Point, q: Point) => Math.abs(p.x - q.x) + Math.abs(p.y - q.y);

function cutTail(points: Point[], length: number): Point[] {
  const kept = [...points];
  let left = length;
  while (left > 0 && kept.length > 1) {
    const end = kept.pop() as Point;
    const before = kept.at(-1) as Point;
    const piece = far(end, before);
    if (piece > left) {
      const part = left / piece;
      kept.push({ x: end.x + (before.x - end.x) * part, y: end.y + (before.y - end.y) * part });
    }
    left -= piece;
  }
  return kept;
}

function collinear(a: Box, b: Box): boolean {
  const upright = a.width === 0 && b.width === 0 && Math.abs(a.x - b.x) < 2;
  if (upright) return shareLength(a.y, a.height, b.y, b.height);
  const level = a.height === 0 && b.height === 0 && Math.abs(a.y - b.y) < 2;
  return level && shareLength(a.x, a.width, b.x, b.width);
}

const shareLength = (a: number, long: number, b: number, wide: number) =>
  Math.min(a + long, b + wide) - Math.max(a, b) > 0.01;

function labelFaults(sheet: SheetLayout): string[] {
  const faults: string[] = [];
  const labels = [...sheet.arrows, ...sheet.ends].flatMap((one) => one.label ?? []);
  const lines = [...sheet.arrows, ...sheet.ends].flatMap((one) => piecesOf(one.points));
  const text = (at: number) => labels[at]?.lines.map((line) => line.text).join(" ");
  labels.forEach((label, at) => {
    for (const symbol of sheet.symbols) {
      if (meetsSymbol(label, symbol)) faults.push(`"${text(at)}" covers symbol ${symbol.step}`);
    }
    if (lines.some((piece) => boxesMeet(label, piece))) faults.push(`"${text(at)}" covers a line`);
    for (const end of sheet.ends) {
      if (end.capsule && boxesMeet(label, end.capsule)) faults.push(`"${text(at)}" covers an end`);
    }
    labels.slice(at + 1).forEach((other, more) => {
      if (boxesMeet(label, other)) faults.push(`"${text(at)}" covers "${text(at + 1 + more)}"`);
    });
  });
  for (const arrow of sheet.arrows) {
    if (arrow.branch !== null && arrow.label === null) faults.push(`${nameOf(arrow)} has no words`);
  }
  return faults;
}

function boundFaults(sheet: SheetLayout): string[] {
  const lanes = sheet.columns.filter((column) => column.key === "lane");
  const left = lanes[0]?.x ?? 0;
  const right = (lanes.at(-1)?.x ?? 0) + (lanes.at(-1)?.width ?? 0);
  const drawn: Box[] = [
    ...sheet.symbols.map(({ cx, cy, width, height }) => ({
      x: cx - width / 2,
      y: cy - height / 2,
      width,
      height,
    })),
    ...[...sheet.arrows, ...sheet.ends].flatMap((one) => one.label ?? []),
    ...sheet.ends.flatMap((end) => end.capsule ?? []),
    ...[...sheet.arrows, ...sheet.ends].flatMap((one) => piecesOf(one.points)),
    ...sheet.dots.map(({ x, y }) => ({ x: x - 3.5, y: y - 3.5, width: 7, height: 7 })),
  ];
  const outside = drawn.filter(
    (box) =>
      box.x < left ||
      box.x + box.width > right ||
      box.y < sheet.headHeight ||
      box.y + box.height > sheet.height,
  );
  return outside.map((box) => `something at ${box.x},${box.y} is outside the lanes`);
}

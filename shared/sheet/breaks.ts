import { stripHeight } from "./connectors.ts";
import { crossingsAt, type Span, TURN, turnsUnder, type Way } from "./cuts.ts";
import type { SheetLayout } from "./types.ts";

/** Room that a page needs beside its rows when it is cut before a row, by the row's index. */
type Rooms = { above: number[]; below: number[] };

/**
 * Which rows stand on which page: as few pages of at most `height` units as whole rows allow, then
 * evenly filled, so that none is left nearly empty. A row that fits on no page has one of its own.
 */
export function breakRows(layout: SheetLayout, ways: readonly Way[], height: number): Span[] {
  const rooms = roomsOf(layout, ways);
  const fewest = fill(layout, rooms, height).length;
  let low = layout.headHeight;
  let high = height;
  while (high - low > 4) {
    const middle = (low + high) / 2;
    if (fill(layout, rooms, middle).length === fewest) high = middle;
    else low = middle;
  }
  return fill(layout, rooms, high);
}

function roomsOf({ rows }: SheetLayout, ways: readonly Way[]): Rooms {
  const strips = rows.map(({ y }, row) =>
    row === 0 ? 0 : stripHeight(crossingsAt(ways, row, y).length),
  );
  const turns = rows.map(({ y }, row) => (row > 0 && turnsUnder(ways, row, y) ? TURN : 0));
  return { above: strips, below: strips.map((strip, row) => strip + (turns[row] ?? 0)) };
}

function fill({ rows, headHeight }: SheetLayout, { above, below }: Rooms, height: number): Span[] {
  const spans: Span[] = [];
  let from = 0;
  while (from < rows.length) {
    let used = headHeight + (above[from] ?? 0) + (rows[from]?.height ?? 0);
    let until = from + 1;
    // A cut further down may need less room than one here, so every row that fits is looked at.
    for (let next = until; next < rows.length && used <= height; next += 1) {
      used += rows[next]?.height ?? 0;
      if (used + (below[next + 1] ?? 0) <= height) until = next + 1;
    }
    spans.push({ from, until });
    from = until;
  }
  return spans;
}

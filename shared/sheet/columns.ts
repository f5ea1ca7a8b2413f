import { leftGutter, rightGutter } from "./grid.ts";
import type { Plan } from "./plan.ts";
import { gutterWidth, type Space } from "./space.ts";
import { ANNOTATED_TIME, LANE_WIDTHS, STYLE, TEXT_WIDTHS } from "./style.ts";
import type { Tracks } from "./tracks.ts";
import type { Column, TextColumn } from "./types.ts";

/** A lane's place: its borders, the centre of its symbols, and the width of its gutters. */
export type LanePlace = { left: number; right: number; centre: number };
export type Across = { columns: Column[]; lanes: LanePlace[]; symbol: number; width: number };

type Need = {
  key: Column["key"];
  lane: number | null;
  min: number;
  ideal: number;
  /** Share of what is left over, and where the column stops taking it. */
  share: number;
  most: number;
};

const SHARES: Record<TextColumn, number> = {
  no: 0,
  activity: 3,
  requirements: 2,
  time: 0.6,
  outputs: 2,
  note: 1.6,
};

/** The text columns to be shown, whether a run's lines stand under the times, whether a step has a note. */
export type Content = { shown: ReadonlySet<TextColumn>; annotated: boolean; noted: boolean };

/**
 * Places the columns in `width`: between their least and their ideal widths when it is scarce,
 * beyond the ideal when it is plenty. When even the least widths don't fit, the sheet is wider.
 * `balance` may then move width between the text columns.
 */
export function placeColumns(
  plan: Plan,
  width: number,
  { shown, annotated, noted }: Content,
  space: Space,
  tracks: Map<number, Tracks>,
  balance: (columns: Column[]) => Column[],
): Across {
  const gutters = Array.from({ length: plan.lanes }, (_, lane) => ({
    left: gutterWidth(leftGutter(lane), space, tracks),
    right: gutterWidth(rightGutter(lane), space, tracks),
  }));
  const { min, max } = STYLE.symbol;
  const needs: Need[] = [
    text("no"),
    text("activity"),
    ...gutters.map(({ left, right }, lane) => {
      const ideal = Math.max(LANE_WIDTHS.ideal, max + Math.max(left, 20) + Math.max(right, 20));
      const most = Math.max(LANE_WIDTHS.most, ideal);
      return { key: "lane" as const, lane, min: min + left + right, ideal, share: 1, most };
    }),
    text("requirements"),
    { ...text("time"), ...(annotated ? ANNOTATED_TIME : {}) },
    text("outputs"),
    noted ? text("note") : blank("note"),
  ].filter(({ key }) => key === "lane" || shown.has(key));
  const widths = share(needs, width);
  let x = 0;
  const columns = balance(
    needs.map((need, at) => {
      const column = { key: need.key, lane: need.lane, x, width: widths[at] ?? need.min };
      x += column.width;
      return column;
    }),
  );
  const symbol = symbolWidth(columns, gutters);
  const lanes = columns.flatMap((column): LanePlace[] => {
    if (column.lane === null) return [];
    const gutter = gutters[column.lane] ?? { left: 0, right: 0 };
    const right = column.x + column.width;
    const most = right - gutter.right - symbol / 2;
    const least = column.x + gutter.left + symbol / 2;
    const middle = Math.round(column.x + column.width / 2);
    return [{ left: column.x, right, centre: Math.max(least, Math.min(middle, most)) }];
  });
  return { columns, lanes, symbol, width: x };
}

/** Symbols narrower than this look better wide and off their lane's middle. */
const CENTRED = 48;
/** Symbols wider than this give some of their width to the gutters. */
const ROOMY = 56;
const AIR = 5;

/** One width for all symbols, so that they stand in the middle of their lanes where they can. */
function symbolWidth(columns: Column[], gutters: { left: number; right: number }[]): number {
  const lanes = columns.filter((column) => column.lane !== null);
  const room = (of: (gutter: { left: number; right: number }) => number) =>
    Math.min(
      STYLE.symbol.max,
      ...lanes.map((column, lane) => column.width - of(gutters[lane] ?? { left: 0, right: 0 })),
    );
  const inner = (gutter: { left: number; right: number }) =>
    2 * Math.max(gutter.left, gutter.right);
  // With air between symbol and lines, else just in the middle, else as wide as can be.
  const airy = room((gutter) => inner(gutter) + 2 * AIR);
  const centred = room(inner);
  const widest = room(({ left, right }) => left + right);
  const width = airy >= ROOMY ? airy : centred >= CENTRED ? centred : widest;
  return Math.floor(width / 2) * 2;
}

function text(key: TextColumn): Need {
  const most = key === "no" ? TEXT_WIDTHS.no.ideal : 420;
  return { key, lane: null, ...TEXT_WIDTHS[key], share: SHARES[key], most };
}

/** A column that nobody writes in is only as wide as its heading. */
function blank(key: TextColumn): Need {
  const { min } = TEXT_WIDTHS[key];
  return { key, lane: null, min, ideal: min, share: 0, most: min };
}

/** Whole widths that add up to `width`, or to the sum of the least ones when that is more. */
function share(needs: Need[], width: number): number[] {
  const sum = (of: (need: Need) => number) => needs.reduce((total, need) => total + of(need), 0);
  const least = sum((need) => need.min);
  const ideal = sum((need) => need.ideal);
  if (width <= ideal) {
    const part = ideal > least ? Math.max(0, (width - least) / (ideal - least)) : 0;
    const widths = needs.map((need) => Math.floor(need.min + part * (need.ideal - need.min)));
    return fill(widths, needs, Math.floor(Math.max(width, least)));
  }
  const extra = width - ideal;
  const shares = sum((need) => need.share);
  const widths = needs.map((need) =>
    Math.floor(Math.min(need.most, need.ideal + (extra * need.share) / shares)),
  );
  return fill(widths, needs, Math.floor(width));
}

/** Gives what rounding and the limits left over to the text columns. */
function fill(widths: number[], needs: Need[], width: number): number[] {
  const left = width - widths.reduce((total, one) => total + one, 0);
  const takers = needs.flatMap((need, at) =>
    need.lane === null && need.share > 1 ? [{ at, share: need.share }] : [],
  );
  const shares = takers.reduce((total, one) => total + one.share, 0);
  let given = 0;
  for (const { at, share: part } of takers.slice(1)) {
    const more = Math.floor((left * part) / shares);
    widths[at] = (widths[at] ?? 0) + more;
    given += more;
  }
  const first = takers[0]?.at ?? 0;
  widths[first] = (widths[first] ?? 0) + left - given;
  return widths;
}

import { dayNumber } from "#shared/time/days.ts";
import { dayOf, type Zone } from "#shared/time/zone.ts";
import { type Head, isCovered } from "./manifest.ts";

/** Points kept: the newest of each of so many days, weeks and months that have one (issue 6). */
export const KEPT = { days: 7, weeks: 4, months: 12 } as const;

export type Rotated = { point: string; made: string; heads: readonly Head[] };

/**
 * Names of the points that may go now that `fresh` has been made and verified. Days count that have
 * a point, not days of the calendar, so a PC that stood still or a clock that jumped takes nothing
 * away. A point that holds an event which no kept one holds stays, whatever its age: it is of a PC
 * that went another way, such as after a restore.
 */
export function pointsToDrop(points: readonly Rotated[], fresh: string, zone: Zone): string[] {
  const newestFirst = [...points].sort(
    (a, b) =>
      Number(b.point === fresh) - Number(a.point === fresh) ||
      (a.made < b.made ? 1 : a.made > b.made ? -1 : a.point < b.point ? 1 : -1),
  );
  // Without the verified one there is nothing that could replace an older one.
  if (newestFirst[0]?.point !== fresh) return [];
  const kept: Rotated[] = [];
  const left: Rotated[] = [];
  const seen = { days: new Set<string>(), weeks: new Set<string>(), months: new Set<string>() };
  for (const point of newestFirst) {
    const day = dayOf(point.made, zone);
    const periods = { days: day, weeks: weekOf(day), months: day.slice(0, 7) };
    let wanted = point.point === fresh;
    for (const period of ["days", "weeks", "months"] as const) {
      if (seen[period].has(periods[period]) || seen[period].size >= KEPT[period]) continue;
      seen[period].add(periods[period]);
      wanted = true;
    }
    (wanted ? kept : left).push(point);
  }
  const dropped: string[] = [];
  for (const point of left) {
    if (kept.some((other) => isCovered(point.heads, other.heads))) dropped.push(point.point);
    else kept.push(point);
  }
  return dropped;
}

/** The week's Monday stands for the week; 1970-01-01 was a Thursday. */
const weekOf = (day: string): string => String(Math.floor((dayNumber(day) + 3) / 7));

import type { CalendarIndex, Span } from "./calendar-index.ts";
import { DAY, dayAt, dayNumber, MINUTE } from "./days.ts";
import { toInstant, toLocal } from "./moments.ts";
import { endlessAt, joinPauses, type Pause, runningParts } from "./pauses.ts";
import type { Trail } from "./trail.ts";

/**
 * Counting service time. Moments are milliseconds of the office's wall clock; a day's time is
 * open from the opening on and up to, without, the closing.
 */

/** Why there is no moment: the clock stands still, or nothing opens within `HORIZON` days. */
export type Stop = "paused" | "no_open_day";

/** Days that a search goes over before it gives up: fifty years. */
export const HORIZON = 50 * 366;

/** Open time of a day on the wall clock. */
export function spansOn(index: CalendarIndex, day: number): Span[] {
  const midnight = day * DAY;
  return index.plan(day).spans.map(([from, to]): Span => [midnight + from, midnight + to]);
}

/** `local` itself when the office is open, otherwise the next opening. */
export function nextOpening(index: CalendarIndex, local: number): number | "no_open_day" {
  const first = dayAt(local);
  for (let day = first; day <= first + HORIZON; day += 1) {
    if (index.plan(day).spans.length === 0) continue;
    for (const [from, to] of spansOn(index, day)) if (local < to) return Math.max(local, from);
  }
  return "no_open_day";
}

/** ISO instant at which the office opens on a day `YYYY-MM-DD`; null where it stays closed. */
export function openingOn(index: CalendarIndex, day: string): string | null {
  const [first] = spansOn(index, dayNumber(day));
  return first === undefined ? null : toInstant(first[0], index.ahead);
}

/** The moment at which `time` milliseconds of service have passed since `local`, pauses aside. */
export function addOpenTime(
  index: CalendarIndex,
  pauses: readonly Span[],
  local: number,
  time: number,
  trail: Trail | null,
): number | Stop {
  const first = dayAt(local);
  let left = time;
  for (let day = first; day <= first + HORIZON; day += 1) {
    const { spans, reason } = index.plan(day);
    if (spans.length === 0) {
      trail?.add({ day, kind: "skipped", reason: reason ?? undefined });
      continue;
    }
    const before = left;
    for (const [from, to] of runningOn(index, day, [local, Infinity], pauses)) {
      if (to - from < left) {
        left -= to - from;
        continue;
      }
      trail?.add({ day, kind: "counted", minutes: before / MINUTE, ...because(reason) });
      return from + left;
    }
    if (left < before) {
      trail?.add({ day, kind: "counted", minutes: (before - left) / MINUTE, ...because(reason) });
    }
    if (endlessAt(pauses, (day + 1) * DAY)) return "paused";
    if (left === before) trail?.add({ day, kind: "paused" });
  }
  return "no_open_day";
}

const because = <T>(reason: T | null): { reason?: T } => (reason === null ? {} : { reason });

/** Open time of a day within a window in which the clock runs. */
function runningOn(
  index: CalendarIndex,
  day: number,
  [after, before]: Span,
  pauses: readonly Span[],
): Span[] {
  return spansOn(index, day).flatMap(([from, to]) => {
    const part: Span = [Math.max(from, after), Math.min(to, before)];
    if (part[0] >= part[1]) return [];
    return pauses.length === 0 ? [part] : runningParts(part, pauses);
  });
}

/**
 * Service minutes between two instants, pauses aside: how long something really took. 0 where
 * `to` is not after `from`. Days beyond the horizon are not counted.
 */
export function serviceMinutesBetween(
  index: CalendarIndex,
  from: string,
  to: string,
  pauses: readonly Pause[] = [],
): number {
  const window: Span = [toLocal(from, index.ahead), toLocal(to, index.ahead)];
  const joined = joinPauses(pauses, index.ahead);
  const last = Math.min(dayAt(window[1]), dayAt(window[0]) + HORIZON);
  let time = 0;
  for (let day = dayAt(window[0]); day <= last; day += 1) {
    for (const [start, end] of runningOn(index, day, window, joined)) time += end - start;
  }
  return time / MINUTE;
}

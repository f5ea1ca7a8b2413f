import type { CalendarIndex, Span } from "./calendar-index.ts";
import { DAY, dayAt } from "./days.ts";
import { addMonths } from "./moments.ts";
import { HORIZON, type Stop } from "./open-time.ts";
import { endlessAt, stillAt } from "./pauses.ts";
import type { Trail } from "./trail.ts";

/**
 * The rules that count days. Pauses stop them in whole days: a closing time that a pause covers
 * is not reached, so each one moves the due by one working day; a midnight that a pause covers
 * moves weeks and months by one day.
 */

/** What a rule counts with. */
export type Count = {
  index: CalendarIndex;
  pauses: readonly Span[];
  /** Effective start: a moment at which the office is open. */
  start: number;
  trail: Trail | null;
};

/**
 * `N Hari`, `N Hari Kerja` (issue 4; UU 14/2008 counts its working days alike): day zero is the
 * start day, due at the closing time of the N-th working day after it. A part of a day is a day.
 */
export function dueByWorkdays({ index, pauses, start, trail }: Count, days: number): number | Stop {
  const first = dayAt(start);
  const wanted = Math.ceil(days);
  // Day zero is the first day whose closing is reached; it is counted as none.
  let counted = -1;
  for (let day = first; day <= first + HORIZON; day += 1) {
    const { spans, close, reason } = index.plan(day);
    if (spans.length === 0) {
      trail?.add({ day, kind: "skipped", reason: reason ?? undefined });
      continue;
    }
    const closing = day * DAY + close;
    if (stillAt(pauses, closing)) {
      if (endlessAt(pauses, closing)) return "paused";
      trail?.add({ day, kind: "paused" });
      continue;
    }
    counted += 1;
    if (counted > 0) trail?.add({ day, kind: "counted", ...(reason === null ? {} : { reason }) });
    else if (day > first) trail?.add({ day, kind: "start", reason: { code: "resumed" } });
    if (counted === wanted) return closing;
  }
  return "no_open_day";
}

/**
 * `N minggu`, `N Bulan` (issue 4): the same weekday, or day of the month (clamped), N weeks or
 * months later, moved to the next working day where closed, due at its closing time. A part of a
 * week or month is a whole one.
 */
export function dueByCalendar(count: Count, unit: "week" | "month", amount: number): number | Stop {
  const { pauses, start, trail } = count;
  const first = dayAt(start);
  const whole = Math.ceil(amount);
  const later = (day: number) => (unit === "week" ? day + 7 * whole : addMonths(day, whole));
  // Days in which the clock stands still move the start, which may bring in more of them: a
  // fixed point from below, so that a later start is never due earlier.
  let target = later(first);
  for (;;) {
    const still = stillMidnights(pauses, first, target);
    if (still === Infinity) return "paused";
    const moved = later(first + still);
    if (moved === target) break;
    target = moved;
    if (target > first + HORIZON) return "no_open_day";
  }
  const still = stillMidnights(pauses, first, target);
  const days = target - first - still;
  trail?.add({ day: first + 1, until: target, kind: "counted", days });
  if (still > 0) trail?.add({ day: first + 1, until: target, kind: "paused", days: still });
  return closingFrom(count, target);
}

/** Midnights after `first` up to the one that begins `last` at which the clock stands still. */
function stillMidnights(pauses: readonly Span[], first: number, last: number): number {
  if (endlessAt(pauses, last * DAY)) return Infinity;
  let still = 0;
  for (const [from, to] of pauses) {
    const begin = Math.max(first + 1, dayAt(from) + 1);
    still += Math.max(0, Math.min(last, dayAt(to)) - begin + 1);
  }
  return still;
}

/** Closing time of `day`, or of the next working day whose closing the clock reaches. */
function closingFrom({ index, pauses, trail }: Count, first: number): number | Stop {
  for (let day = first; day <= first + HORIZON; day += 1) {
    const { spans, close, reason } = index.plan(day);
    const closing = day * DAY + close;
    if (spans.length === 0) trail?.add({ day, kind: "skipped", reason: reason ?? undefined });
    else if (!stillAt(pauses, closing)) return closing;
    else if (endlessAt(pauses, closing)) return "paused";
    else trail?.add({ day, kind: "paused" });
  }
  return "no_open_day";
}

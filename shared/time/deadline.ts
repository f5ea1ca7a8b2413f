import type { OfficeCalendar } from "./calendar.ts";
import { type CalendarIndex, indexCalendar, type Span } from "./calendar-index.ts";
import { dueByClock } from "./clock-rule.ts";
import { dueByCalendar, dueByWorkdays } from "./day-rules.ts";
import { dayAt, HOUR, MINUTE } from "./days.ts";
import { type Duration, readTime, type TimeProblem, timeProblem } from "./duration.ts";
import { toInstant, toLocal } from "./moments.ts";
import { addOpenTime, nextOpening, type Stop } from "./open-time.ts";
import { joinPauses, type Pause } from "./pauses.ts";
import { createTrail, type DerivationEntry, explainMove, type Trail } from "./trail.ts";

/** When something is due, and why. */

export type DeadlineInput = {
  /** ISO instant of arrival; a moment outside service hours is fine. */
  start: string;
  /** Waktu as written (null or empty: none), or what was read of it. */
  time: string | null | Duration;
  /** Index it once where many deadlines are computed. */
  calendar: OfficeCalendar | CalendarIndex;
  pauses?: readonly Pause[];
};

export type Deadline = {
  derivation: DerivationEntry[];
} & (
  | {
      kind: "due";
      /** ISO instants; `fair` (wajar) is by the lower figure of `1-2 Hari`, null for one figure. */
      due: string;
      fair: string | null;
    }
  /** The clock stands still and nothing is due until it runs again. */
  | { kind: "paused" }
  | { kind: "unlimited" }
  | { kind: "unknown"; problem: TimeProblem }
  /** The calendar does not open often enough within fifty years. */
  | { kind: "no_open_day" }
);

/** The deadline with its derivation. Throws RangeError where `start` is no ISO instant. */
export function computeDeadline({ start, time, calendar, pauses }: DeadlineInput): Deadline {
  const duration = durationOf(time);
  if ("kind" in duration) return { ...duration, derivation: [] };
  const index = indexOf(calendar);
  const trail = createTrail(index);
  const moments = momentsOf(index, start, duration, pauses ?? [], trail);
  if (typeof moments === "string") return { kind: moments, derivation: trail.entries() };
  trail.add({ day: dayAt(moments.due), kind: "due", local: moments.due });
  return {
    kind: "due",
    due: toInstant(moments.due, index.ahead),
    fair: moments.fair === null ? null : toInstant(moments.fair, index.ahead),
    derivation: trail.entries(),
  };
}

/** The due instant alone, for long lists; null where nothing is due. */
export function computeDue({ start, time, calendar, pauses }: DeadlineInput): string | null {
  const duration = durationOf(time);
  if ("kind" in duration) return null;
  const index = indexOf(calendar);
  const only = { ...duration, min: duration.max };
  const moments = momentsOf(index, start, only, pauses ?? [], null);
  return typeof moments === "string" ? null : toInstant(moments.due, index.ahead);
}

const indexOf = (calendar: OfficeCalendar | CalendarIndex): CalendarIndex =>
  "plan" in calendar ? calendar : indexCalendar(calendar);

/** Texts without a limit and an empty waktu have no deadline (issue 4). */
function durationOf(
  time: string | null | Duration,
): Duration | { kind: "unlimited" } | { kind: "unknown"; problem: TimeProblem } {
  if (time === null) return { kind: "unlimited" };
  if (typeof time !== "string") return { min: time.min, max: time.max, unit: time.unit };
  const read = readTime(time);
  if (read.kind === "duration") return { min: read.min, max: read.max, unit: read.unit };
  if (read.kind === "unlimited") return { kind: "unlimited" };
  return { kind: "unknown", problem: timeProblem(time) };
}

/** Due by the upper figure, fair by the lower one (issue 4: `1-2 Hari`). */
function momentsOf(
  index: CalendarIndex,
  start: string,
  { min, max, unit }: Duration,
  pauses: readonly Pause[],
  trail: Trail | null,
): { due: number; fair: number | null } | Stop {
  const opening = effectiveStart(index, toLocal(start, index.ahead), trail);
  if (opening === "no_open_day") return opening;
  const joined = joinPauses(pauses, index.ahead);
  const due = dueAfter(index, joined, opening, unit, max, trail);
  const since = joined.at(-1)?.[0];
  if (due === "paused" && since !== undefined) {
    trail?.add({ day: dayAt(since), kind: "paused", local: since });
  }
  if (typeof due === "string") return due;
  if (min === max) return { due, fair: null };
  const fair = dueAfter(index, joined, opening, unit, min, null);
  return typeof fair === "string" ? fair : { due, fair };
}

/** What arrives outside service hours counts as arrived at the next opening (issue 4). */
function effectiveStart(
  index: CalendarIndex,
  arrival: number,
  trail: Trail | null,
): number | "no_open_day" {
  const opening = nextOpening(index, arrival);
  if (opening === "no_open_day") return opening;
  if (opening > arrival) explainMove(index, arrival, opening, trail);
  trail?.add({ day: dayAt(opening), kind: "start", local: opening });
  return opening;
}

/** Minutes and hours count service time only, unless the office's hours are clock time (issue 4). */
function dueAfter(
  index: CalendarIndex,
  pauses: readonly Span[],
  start: number,
  unit: Duration["unit"],
  amount: number,
  trail: Trail | null,
): number | Stop {
  const count = { index, pauses, start, trail };
  switch (unit) {
    case "minute":
      return addOpenTime(index, pauses, start, wholeMinutes(amount), trail);
    case "hour":
      return index.calendar.hoursAre === "clock"
        ? dueByClock(count, wholeMinutes(amount * (HOUR / MINUTE)))
        : addOpenTime(index, pauses, start, wholeMinutes(amount * (HOUR / MINUTE)), trail);
    case "workday":
      return dueByWorkdays(count, amount);
    case "week":
    case "month":
      return dueByCalendar(count, unit, amount);
    default:
      return unit satisfies never;
  }
}

/** A part of a minute is a minute; `1,5 jam` is 90 of them. */
const wholeMinutes = (minutes: number): number => Math.ceil(minutes - 1e-9) * MINUTE;

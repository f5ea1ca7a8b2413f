import type { DayHours, OfficeCalendar } from "#shared/time/calendar.ts";
import type { Duration } from "#shared/time/duration.ts";

/**
 * The rules of issue 4 once more, as slowly and plainly as can be: minute after minute, with
 * nothing of the engine, so that both would have to be wrong in the same way. Moments are whole
 * minutes since 1970 on the office's wall clock; null is "never" (within four years).
 */
export type Minutes = { from: number; to: number };

const DAY = 1440;
const NAMES = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;
const LONG = 4 * 366 * DAY;

const dayOf = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 10);
const clockOf = (minute: number): string => new Date(minute * 60_000).toISOString().slice(11, 16);
const midnightOf = (minute: number): number => Math.floor(minute / DAY) * DAY;

function hoursOn(calendar: OfficeCalendar, day: string): DayHours | null {
  const own = calendar.days.find((one) => one.day === day);
  if (own !== undefined) return own.hours;
  if (calendar.holidays.some((one) => one.day === day)) return null;
  const week = calendar.periods.find((one) => one.from <= day && day <= one.to)?.week;
  const name = NAMES[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "sunday";
  return (week ?? calendar.week)[name];
}

export function createOracle(calendar: OfficeCalendar, pauses: readonly Minutes[]) {
  const known = new Map<number, DayHours | null>();
  const hours = (minute: number): DayHours | null => {
    const midnight = midnightOf(minute);
    const found = known.get(midnight);
    if (found !== undefined) return found;
    const read = hoursOn(calendar, dayOf(minute));
    known.set(midnight, read);
    return read;
  };
  /** Whether the minute that begins at `minute` is served. */
  const open = (minute: number): boolean => {
    const day = hours(minute);
    if (day === null) return false;
    const clock = clockOf(minute);
    if (clock < day.open || clock >= day.close) return false;
    return !day.breaks.some(({ from, to }) => from <= clock && clock < to);
  };
  const running = (minute: number): boolean =>
    !pauses.some(({ from, to }) => from <= minute && minute < to);
  const reached = (moment: number): boolean =>
    !pauses.some(({ from, to }) => from < moment && moment <= to);
  const closing = (moment: number): boolean => {
    if (!open(moment - 1)) return false;
    for (let later = moment; later < midnightOf(moment - 1) + DAY; later += 1) {
      if (open(later)) return false;
    }
    return true;
  };
  const first = (from: number, holds: (minute: number) => boolean): number | null => {
    for (let minute = from; minute < from + LONG; minute += 1) if (holds(minute)) return minute;
    return null;
  };

  const service = (start: number, minutes: number): number | null => {
    let left = minutes;
    const last = first(start, (minute) => {
      if (open(minute) && running(minute)) left -= 1;
      return left === 0;
    });
    return last === null ? null : last + 1;
  };

  const clock = (start: number, minutes: number): number | null => {
    let left = minutes;
    const last = first(start, (minute) => {
      if (running(minute)) left -= 1;
      return left === 0;
    });
    if (last === null) return null;
    const due = last + 1;
    if (open(due - 1) || open(due)) if (!pauses.some((p) => p.from < due && due < p.to)) return due;
    return first(
      due,
      (minute) => open(minute) && !pauses.some((p) => p.from < minute && minute < p.to),
    );
  };

  const workdays = (start: number, days: number): number | null => {
    let left = days + 1;
    return first(start + 1, (moment) => {
      if (closing(moment) && reached(moment)) left -= 1;
      return left === 0;
    });
  };

  const later = (midnight: number, { max, unit }: Duration): number => {
    if (unit === "week") return midnight + 7 * max * DAY;
    const date = new Date(midnight * 60_000);
    const month = date.getUTCMonth() + max;
    const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
    const day = Math.min(date.getUTCDate(), last);
    return Date.UTC(date.getUTCFullYear(), month, day) / 60_000;
  };

  const months = (start: number, duration: Duration): number | null => {
    const zero = midnightOf(start);
    for (let target = zero; target < zero + LONG; target += DAY) {
      let still = 0;
      for (let night = zero + DAY; night <= target; night += DAY) if (!reached(night)) still += DAY;
      if (later(zero + still, duration) > target) continue;
      return first(target + 1, (moment) => closing(moment) && reached(moment));
    }
    return null;
  };

  return {
    open,
    due(arrival: number, duration: Duration): number | null {
      const start = first(arrival, open);
      if (start === null) return null;
      const { max, unit } = duration;
      if (unit === "minute") return service(start, max);
      if (unit === "hour") {
        return calendar.hoursAre === "clock" ? clock(start, max * 60) : service(start, max * 60);
      }
      return unit === "workday" ? workdays(start, max) : months(start, duration);
    },
  };
}

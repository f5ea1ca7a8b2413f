import {
  type DayHours,
  type HolidayKind,
  type OfficeCalendar,
  WEEKDAYS,
  type WeekHours,
} from "./calendar.ts";
import { dayNumber, dayText, HOUR, sinceMidnight, weekdayOf } from "./days.ts";
import { HOURS_AHEAD } from "./zone.ts";

/** The calendar made ready for counting: what each day is, at a look. */

/** From and to in milliseconds; `to` is the first one that is no longer in it. */
export type Span = readonly [from: number, to: number];

/** Why a day is closed, or why it has other hours than its weekday. */
export type DayReason =
  | { code: "weekend" | "closed_weekday" }
  | { code: HolidayKind | "exception"; name: string };

export type DayPlan = {
  /** Open time after the day's midnight, in order; empty when closed. */
  spans: readonly Span[];
  /** End of the last span. */
  close: number;
  reason: DayReason | null;
};

export type CalendarIndex = {
  calendar: OfficeCalendar;
  /** Milliseconds that the office's wall clock is ahead of UTC. */
  ahead: number;
  plan: (day: number) => DayPlan;
  /** `YYYY-MM-DD` of a day's number. */
  text: (day: number) => string;
};

/**
 * Reads a calendar for the engine. Days of the years `fromYear` to `toYear` are each laid out once,
 * when they are first asked for; others are still right, only slower. Broken hours are taken as far as they make sense: a day
 * that closes before it opens is closed.
 */
export function indexCalendar(
  calendar: OfficeCalendar,
  fromYear?: number,
  toYear = fromYear,
): CalendarIndex {
  const planOf = createPlanner(calendar);
  const first = fromYear === undefined ? 0 : dayNumber(`${fromYear}-01-01`);
  const last = toYear === undefined ? -1 : dayNumber(`${toYear}-12-31`);
  const length = Math.max(0, last - first + 1);
  const isKept = (day: number): boolean => day >= first && day <= last;
  const plans = Array.from<unknown, DayPlan | undefined>({ length }, () => undefined);
  const texts = Array.from<unknown, string | undefined>({ length }, () => undefined);
  return {
    calendar,
    ahead: HOURS_AHEAD[calendar.zone] * HOUR,
    plan: (day) => (isKept(day) ? (plans[day - first] ??= planOf(day)) : planOf(day)),
    text: (day) => (isKept(day) ? (texts[day - first] ??= dayText(day)) : dayText(day)),
  };
}

/** Which word on a day holds: the day's own, then a holiday, then a period's week, then the week. */
function createPlanner(calendar: OfficeCalendar): (day: number) => DayPlan {
  const single = new Map(
    calendar.days.map(({ day, name, hours }): [number, DayPlan] => [
      dayNumber(day),
      planFor(hours, { code: "exception", name }),
    ]),
  );
  const holidays = new Map(
    calendar.holidays.map(({ day, kind, name }): [number, DayPlan] => [
      dayNumber(day),
      planFor(null, { code: kind, name }),
    ]),
  );
  const periods = calendar.periods.map(({ from, to, name, week }) => ({
    from: dayNumber(from),
    to: dayNumber(to),
    plans: weekPlans(week, name),
  }));
  const usual = weekPlans(calendar.week, null);
  const closed = planFor(null, { code: "closed_weekday" });
  return (day) => {
    const dated = single.get(day) ?? holidays.get(day);
    if (dated !== undefined) return dated;
    const period = periods.find(({ from, to }) => from <= day && day <= to);
    return (period?.plans ?? usual)[weekdayOf(day)] ?? closed;
  };
}

const weekPlans = (week: WeekHours, name: string | null): DayPlan[] =>
  WEEKDAYS.map((weekday, at) => {
    const plan = planFor(week[weekday], name === null ? null : { code: "exception", name });
    if (plan.spans.length > 0) return plan;
    if (at >= 5) return planFor(null, { code: "weekend" });
    return plan.reason === null ? planFor(null, { code: "closed_weekday" }) : plan;
  });

function planFor(hours: DayHours | null, reason: DayReason | null): DayPlan {
  const spans = hours === null ? [] : openSpans(hours);
  return { spans, close: spans.at(-1)?.[1] ?? 0, reason };
}

/** Opening to closing without the breaks; none where a break swallows the day. */
export function openSpans({ open, close, breaks }: DayHours): Span[] {
  const end = sinceMidnight(close);
  const spans: Span[] = [];
  let from = sinceMidnight(open);
  const pauses = breaks.map((one): Span => [sinceMidnight(one.from), sinceMidnight(one.to)]);
  for (const [rest, back] of pauses.toSorted((a, b) => a[0] - b[0])) {
    if (back <= rest) continue;
    if (rest > from) spans.push([from, Math.min(rest, end)]);
    from = Math.max(from, back);
  }
  if (from < end) spans.push([from, end]);
  return spans.filter(([start, stop]) => start < stop);
}

import {
  type DayHours,
  type OfficeCalendar,
  type Weekday,
  WEEKDAYS,
  type WeekHours,
} from "./calendar.ts";
import { openSpans } from "./calendar-index.ts";

/** What makes no sense in a calendar. Errors keep it from being saved; advice never does. */
export type CalendarFindingCode =
  /** Closes at or before its opening: hours across midnight are not known to this clock. */
  | "hours_across_midnight"
  | "break_outside_hours"
  | "break_reversed"
  | "breaks_overlap"
  /** Open by its hours, but breaks leave nothing of it. */
  | "day_all_break"
  /** No weekday is open. */
  | "week_empty"
  /** Nothing opens on any day at all. */
  | "no_open_day"
  | "period_reversed"
  | "periods_overlap"
  | "day_twice"
  /** A day with its own hours that is also a holiday: its own hours hold. */
  | "day_on_holiday"
  | "holiday_twice"
  /** More than 200 holidays in a year. */
  | "holidays_too_many";

export type CalendarPlace =
  | { in: "calendar" }
  | { in: "week"; weekday: Weekday }
  /** Position in `periods`, from 0. */
  | { in: "period"; at: number; weekday: Weekday | null }
  | { in: "day"; day: string }
  | { in: "holiday"; day: string }
  | { in: "year"; year: number };

export type CalendarFinding = {
  code: CalendarFindingCode;
  level: "error" | "advice";
  place: CalendarPlace;
};

export const MOST_HOLIDAYS = 200;

export function checkCalendar(calendar: OfficeCalendar): CalendarFinding[] {
  return [
    ...weekFindings(calendar.week, (weekday) => ({ in: "week", weekday })),
    ...openingFindings(calendar),
    ...periodFindings(calendar),
    ...dayFindings(calendar),
    ...holidayFindings(calendar),
  ];
}

/** Of two years, those for which no holiday is known: this and the next one want a warning. */
export function yearsWithoutHolidays(calendar: OfficeCalendar, today: string): number[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].filter(
    (one) => !calendar.holidays.some(({ day }) => Number(day.slice(0, 4)) === one),
  );
}

const error = (code: CalendarFindingCode, place: CalendarPlace): CalendarFinding => ({
  code,
  level: "error",
  place,
});
const advice = (code: CalendarFindingCode, place: CalendarPlace): CalendarFinding => ({
  code,
  level: "advice",
  place,
});

const weekFindings = (
  week: WeekHours,
  placeOf: (weekday: Weekday) => CalendarPlace,
): CalendarFinding[] =>
  WEEKDAYS.flatMap((weekday) => hoursFindings(week[weekday], placeOf(weekday)));

/** `HH:MM` compares as text. */
function hoursFindings(hours: DayHours | null, place: CalendarPlace): CalendarFinding[] {
  if (hours === null) return [];
  if (hours.close <= hours.open) return [error("hours_across_midnight", place)];
  const breaks = hours.breaks.toSorted((a, b) => a.from.localeCompare(b.from));
  const found: CalendarFinding[] = [];
  if (breaks.some(({ from, to }) => to <= from)) found.push(error("break_reversed", place));
  if (breaks.some(({ from, to }) => from < hours.open || to > hours.close)) {
    found.push(error("break_outside_hours", place));
  }
  if (breaks.some(({ from }, at) => from < (breaks[at - 1]?.to ?? ""))) {
    found.push(error("breaks_overlap", place));
  }
  if (openSpans(hours).length === 0) found.push(error("day_all_break", place));
  return found;
}

const opens = (hours: DayHours | null): boolean => hours !== null && openSpans(hours).length > 0;
const weekOpens = (week: WeekHours): boolean => WEEKDAYS.some((weekday) => opens(week[weekday]));

function openingFindings({ week, periods, days }: OfficeCalendar): CalendarFinding[] {
  if (weekOpens(week)) return [];
  const ever = periods.some((one) => weekOpens(one.week)) || days.some(({ hours }) => opens(hours));
  return ever
    ? [error("week_empty", { in: "calendar" })]
    : [error("week_empty", { in: "calendar" }), error("no_open_day", { in: "calendar" })];
}

function periodFindings({ periods }: OfficeCalendar): CalendarFinding[] {
  return periods.flatMap(({ from, to, week }, at): CalendarFinding[] => {
    const place: CalendarPlace = { in: "period", at, weekday: null };
    const overlaps = periods.slice(0, at).some((one) => one.from <= to && from <= one.to);
    return [
      ...(to < from ? [error("period_reversed", place)] : []),
      ...(overlaps ? [error("periods_overlap", place)] : []),
      ...weekFindings(week, (weekday) => ({ in: "period", at, weekday })),
    ];
  });
}

function dayFindings({ days, holidays }: OfficeCalendar): CalendarFinding[] {
  const seen = new Set<string>();
  const free = new Set(holidays.map(({ day }) => day));
  return days.flatMap(({ day, hours }): CalendarFinding[] => {
    const place: CalendarPlace = { in: "day", day };
    const twice = seen.has(day);
    seen.add(day);
    return [
      ...(twice ? [error("day_twice", place)] : []),
      ...(free.has(day) && hours !== null ? [advice("day_on_holiday", place)] : []),
      ...hoursFindings(hours, place),
    ];
  });
}

function holidayFindings({ holidays }: OfficeCalendar): CalendarFinding[] {
  const seen = new Set<string>();
  const years = new Map<number, number>();
  const found: CalendarFinding[] = [];
  for (const { day } of holidays) {
    if (seen.has(day)) found.push(error("holiday_twice", { in: "holiday", day }));
    seen.add(day);
    const year = Number(day.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  for (const [year, count] of years) {
    if (count > MOST_HOLIDAYS) found.push(error("holidays_too_many", { in: "year", year }));
  }
  return found;
}

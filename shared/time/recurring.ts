import type { OfficeCalendar } from "./calendar.ts";
import { type CalendarIndex, indexCalendar } from "./calendar-index.ts";
import { dayNumber } from "./days.ts";
import { nextPeriod } from "./period.ts";

/**
 * The day `YYYY-MM-DD` on which a recurring SOP's run for a period (`YYYY-MM` or `YYYY`) is
 * proposed: the period's first working day (issue 4), null where the office opens on none of it.
 */
export function nextRunDay(
  period: string,
  calendar: OfficeCalendar | CalendarIndex,
): string | null {
  const index = "plan" in calendar ? calendar : indexCalendar(calendar);
  const end = dayNumber(firstDay(nextPeriod(period)));
  for (let day = dayNumber(firstDay(period)); day < end; day += 1) {
    if (index.plan(day).spans.length > 0) return index.text(day);
  }
  return null;
}

const firstDay = (period: string): string =>
  period.length === 4 ? `${period}-01-01` : `${period}-01`;

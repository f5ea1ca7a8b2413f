import { type OfficeCalendar, WEEKDAYS } from "./calendar.ts";
import { type CalendarIndex, openSpans } from "./calendar-index.ts";
import { MINUTE } from "./days.ts";
import { serviceMinutesBetween } from "./open-time.ts";
import type { Pause } from "./pauses.ts";

/** How long something really took, in the office's own time: minutes of service, and usual days. */
export type Took = { minutes: number; days: number };

/** From one instant to another, pauses aside. */
export function tookBetween(
  index: CalendarIndex,
  from: string,
  to: string,
  pauses: readonly Pause[],
): Took {
  const minutes = serviceMinutesBetween(index, from, to, pauses);
  return { minutes, days: minutes / usualDay(index.calendar) };
}

/** Minutes of service on an open day of the usual week; a whole day where nothing opens. */
function usualDay({ week }: OfficeCalendar): number {
  const open = WEEKDAYS.map((weekday) => {
    const hours = week[weekday];
    const spans = hours === null ? [] : openSpans(hours);
    return spans.reduce((sum, [start, end]) => sum + (end - start) / MINUTE, 0);
  }).filter((minutes) => minutes > 0);
  return open.length === 0 ? 24 * 60 : open.reduce((sum, one) => sum + one, 0) / open.length;
}

/** "40 mnt", "5 jam", "3,5 hari kerja"; null for what was only ticked off. */
export function tookWords({ minutes, days }: Took): string | null {
  if (minutes < 1) return null;
  if (minutes < 60) return `${Math.floor(minutes)} mnt`;
  if (days < 2) return `${Math.floor(minutes / 60)} jam`;
  return `${(Math.round(days * 2) / 2).toString().replace(".", ",")} hari kerja`;
}

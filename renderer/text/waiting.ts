import type { Zone } from "#shared/office.ts";
import { clock, monthName } from "#shared/time/format.ts";
import { dayOf, wallClock } from "#shared/time/zone.ts";

const DAY = 86_400_000;

/** Hour of the day in the office, 0 to 23. */
export const hourOf = (instant: string, zone: Zone): number =>
  wallClock(instant, zone).getUTCHours();

/** "Nov" of `2026-11`, for charts; Agustus is written Agu. */
export const monthAbbreviation = (month: string): string => monthName(month).slice(0, 3);

/** Whole calendar days from an instant's day to `today`, both in the office. */
export const daysSince = (instant: string, today: string, zone: Zone): number =>
  Math.round((Date.parse(today) - Date.parse(dayOf(instant, zone))) / DAY);

/** How long something has been waiting: "sejak 09.12", "sejak kemarin", "menunggu 3 hari". */
export function waitingSince(instant: string, today: string, zone: Zone): string {
  const days = daysSince(instant, today, zone);
  if (days <= 0) return `sejak ${clock(instant, zone)}`;
  return days === 1 ? "sejak kemarin" : `menunggu ${days} hari`;
}

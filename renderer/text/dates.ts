import type { Zone } from "#shared/office.ts";
import { dayOf, wallClock } from "#shared/time/zone.ts";

/**
 * Days and moments in words. A day is `YYYY-MM-DD` in the office's zone, an instant is ISO 8601 in
 * UTC.
 */
const DAY = 86_400_000;

const MONTHS = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;
const SHORT_MONTHS = MONTHS.map((month) => (month === "Agustus" ? "Agu" : month.slice(0, 3)));
const WEEKDAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"] as const;

const parse = (day: string) => new Date(`${day}T00:00:00Z`);

/** "Kamis, 19 November 2026". */
export function longDay(day: string): string {
  const date = parse(day);
  return `${WEEKDAYS[date.getUTCDay()] ?? ""}, ${plainDay(day)}`;
}

/** "19 November 2026". */
export function plainDay(day: string): string {
  const date = parse(day);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

/** "Kam, 19 Nov 2026". */
export function shortDay(day: string): string {
  const date = parse(day);
  const weekday = (WEEKDAYS[date.getUTCDay()] ?? "").slice(0, 3);
  const month = SHORT_MONTHS[date.getUTCMonth()] ?? "";
  return `${weekday}, ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** "09.12", as Indonesian writes the time of day. */
export const clock = (instant: string, zone: Zone): string =>
  wallClock(instant, zone).toISOString().slice(11, 16).replace(":", ".");

/** Hour of the day in the office, 0 to 23. */
export const hourOf = (instant: string, zone: Zone): number => wallClock(instant, zone).getUTCHours();

/** "Kam, 19 Nov 2026 09.12". */
export const moment = (instant: string, zone: Zone): string =>
  `${shortDay(dayOf(instant, zone))} ${clock(instant, zone)}`;

/** "19 Nov 09.12": for tables and the sheet, where the year is clear. */
export function shortMoment(instant: string, zone: Zone): string {
  const date = parse(dayOf(instant, zone));
  return `${date.getUTCDate()} ${SHORT_MONTHS[date.getUTCMonth()] ?? ""} ${clock(instant, zone)}`;
}

/** "Nov" of `2026-11`, for charts. */
export const monthAbbreviation = (month: string): string =>
  SHORT_MONTHS[Number(month.slice(5, 7)) - 1] ?? month;

/** "November 2026" of `2026-11`. */
export const monthName = (month: string): string =>
  `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ""} ${month.slice(0, 4)}`;

/** Whole calendar days from an instant's day to `today`, both in the office. */
export const daysSince = (instant: string, today: string, zone: Zone): number =>
  Math.round((Date.parse(today) - Date.parse(dayOf(instant, zone))) / DAY);

/** How long something has been waiting: "sejak 09.12", "sejak kemarin", "menunggu 3 hari". */
export function waitingSince(instant: string, today: string, zone: Zone): string {
  const days = daysSince(instant, today, zone);
  if (days <= 0) return `sejak ${clock(instant, zone)}`;
  return days === 1 ? "sejak kemarin" : `menunggu ${days} hari`;
}

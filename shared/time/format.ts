import type { Zone } from "#shared/office.ts";
import { dayOf, wallClock } from "#shared/time/zone.ts";

/**
 * Days and moments in Indonesian words, with names of our own so that every machine writes the
 * same. A day is `YYYY-MM-DD` in the office's zone, an instant is ISO 8601 in UTC.
 */

export const MONTHS = [
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
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"] as const;

const parse = (day: string): Date => new Date(`${day}T00:00:00Z`);
const monthOf = (day: string): number => Number(day.slice(5, 7)) - 1;

/** "19 November 2026". */
export const plainDay = (day: string): string =>
  `${parse(day).getUTCDate()} ${MONTHS[monthOf(day)] ?? ""} ${day.slice(0, 4)}`;

/** "Kamis, 19 November 2026". */
export const longDay = (day: string): string =>
  `${WEEKDAYS[parse(day).getUTCDay()] ?? ""}, ${plainDay(day)}`;

/** "19 Nov 2026". */
export const shortDay = (day: string): string =>
  `${parse(day).getUTCDate()} ${SHORT_MONTHS[monthOf(day)] ?? ""} ${day.slice(0, 4)}`;

/** "November 2026" of a day or of `2026-11`. */
export const monthName = (month: string): string =>
  `${MONTHS[monthOf(month)] ?? ""} ${month.slice(0, 4)}`;

/** The month of a day as letters number it: "XI". */
export const romanMonth = (day: string): string => ROMAN[monthOf(day)] ?? "";

/** Chapter numbers: I, II, III, up to XII, then figures. */
export const romanOf = (value: number): string => ROMAN[value - 1] ?? String(value);

/** "09.12", the time of day as Indonesian writes it. */
export const clock = (instant: string, zone: Zone): string =>
  wallClock(instant, zone).toISOString().slice(11, 16).replace(":", ".");

/** "19 Nov 09.12": where the year is clear. */
export function shortMoment(instant: string, zone: Zone): string {
  const day = dayOf(instant, zone);
  return `${parse(day).getUTCDate()} ${SHORT_MONTHS[monthOf(day)] ?? ""} ${clock(instant, zone)}`;
}

/** "16 Nov 2026 09.12 WIB". */
export const moment = (instant: string, zone: Zone): string =>
  `${shortDay(dayOf(instant, zone))} ${clock(instant, zone)} ${zone}`;

/** "16 November 2026 pukul 09.12 WIB". */
export const longMoment = (instant: string, zone: Zone): string =>
  `${plainDay(dayOf(instant, zone))} pukul ${clock(instant, zone)} ${zone}`;

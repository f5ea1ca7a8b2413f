import { readFileSync } from "node:fs";
import type { DayHours, Holiday, OfficeCalendar } from "#shared/time/calendar.ts";
import { readHolidaysJson } from "#shared/time/holidays.ts";
import { DEFAULT_CALENDAR, ramadan } from "#shared/time/usual-hours.ts";

/** Calendars that the tests of the clocks share, with the holidays that the program ships. */

export const shippedYear = (year: number): string =>
  readFileSync(new URL(`../../../resources/holidays/${year}.json`, import.meta.url), "utf8");

export const shippedHolidays: Holiday[] = [2024, 2025, 2026].flatMap(
  (year) => readHolidaysJson(shippedYear(year)).holidays,
);

/** Perpres 21/2023 with Ramadan of 1446 (from 1 March 2025) and 1447 (from 19 February 2026). */
export const perpres: OfficeCalendar = {
  ...DEFAULT_CALENDAR,
  periods: [ramadan("2025-03-01", "2025-03-30"), ramadan("2026-02-19", "2026-03-20")],
  holidays: shippedHolidays,
};

const usual: DayHours = {
  open: "08:00",
  close: "15:00",
  breaks: [{ from: "12:00", to: "13:00" }],
};
const friday: DayHours = {
  open: "08:00",
  close: "14:00",
  breaks: [{ from: "11:30", to: "13:30" }],
};

/** Service hours of Magetan's service standard. */
export const magetan: OfficeCalendar = {
  ...perpres,
  periods: [],
  week: {
    ...{ monday: usual, tuesday: usual, wednesday: usual, thursday: usual, friday },
    ...{ saturday: null, sunday: null },
  },
};

const HOURS = { WIB: "+07:00", WITA: "+08:00", WIT: "+09:00" };

/** The instant of `2025-07-07 15:30` on a zone's wall clock. */
export const at = (local: string, zone: OfficeCalendar["zone"] = "WIB"): string =>
  new Date(`${local.replace(" ", "T")}:00${HOURS[zone]}`).toISOString();

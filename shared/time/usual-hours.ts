import type { DayHours, HoursPeriod, OfficeCalendar, WeekHours } from "./calendar.ts";

/** Hours that offices are known to keep; a start that an office changes. */

const hours = (open: string, close: string, from: string, to: string): DayHours => ({
  open,
  close,
  breaks: [{ from, to }],
});

const fiveDays = (usual: DayHours, friday: DayHours): WeekHours => ({
  monday: usual,
  tuesday: usual,
  wednesday: usual,
  thursday: usual,
  friday,
  saturday: null,
  sunday: null,
});

/** Perpres 21/2023: 37.5 hours a week from 07:30, break 60 minutes, on Friday 90. */
export const PERPRES_WEEK = fiveDays(
  hours("07:30", "16:00", "12:00", "13:00"),
  hours("07:30", "16:30", "11:30", "13:00"),
);

/** Perpres 21/2023 in Ramadan: 32.5 hours a week from 08:00, break 30 minutes, on Friday 60. */
export const RAMADAN_WEEK = fiveDays(
  hours("08:00", "15:00", "12:00", "12:30"),
  hours("08:00", "15:30", "11:30", "12:30"),
);

export const DEFAULT_CALENDAR: OfficeCalendar = {
  zone: "WIB",
  hoursAre: "service",
  week: PERPRES_WEEK,
  periods: [],
  days: [],
  holidays: [],
};

/** Ramadan's hours from its first to its last day, `YYYY-MM-DD`. */
export const ramadan = (from: string, to: string): HoursPeriod => ({
  from,
  to,
  name: "Ramadan",
  week: RAMADAN_WEEK,
});

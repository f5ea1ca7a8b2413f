import { z } from "zod";
import { ZONES } from "./zone.ts";
import { day, line, optionalLine } from "#shared/text.ts";

/**
 * An office's calendar: when it serves, and on which days it does not. The schemas take whatever
 * has the right shape; what makes no sense in it is told by `checkCalendar`.
 */

export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** Libur nasional, cuti bersama, and other days off such as that of an election. */
export const HOLIDAY_KINDS = ["national", "joint_leave", "other"] as const;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "date_invalid" });

/** Hours of one day on the office's wall clock, `HH:MM`. */
export const dayHoursSchema = z.strictObject({
  open: clock,
  close: clock,
  breaks: z
    .array(z.strictObject({ from: clock, to: clock }))
    .max(6)
    .default([]),
});

/** Hours by weekday; null is a closed day. */
export const weekHoursSchema = z.strictObject({
  monday: dayHoursSchema.nullable(),
  tuesday: dayHoursSchema.nullable(),
  wednesday: dayHoursSchema.nullable(),
  thursday: dayHoursSchema.nullable(),
  friday: dayHoursSchema.nullable(),
  saturday: dayHoursSchema.nullable(),
  sunday: dayHoursSchema.nullable(),
});

/** From one day to another, both included, the week has these hours: Ramadan. */
export const periodSchema = z.strictObject({
  from: day,
  to: day,
  name: line(120),
  week: weekHoursSchema,
});

/**
 * One day with its own hours, or closed: a morning closed. The office's word on that very day
 * holds against periods and holidays too, so that it can open on a day of cuti bersama.
 */
export const singleDaySchema = z.strictObject({
  day,
  name: line(120),
  hours: dayHoursSchema.nullable(),
});

export const holidaySchema = z.strictObject({
  day,
  kind: z.enum(HOLIDAY_KINDS),
  name: optionalLine(160),
});

export const calendarSchema = z.strictObject({
  zone: z.enum(ZONES).default("WIB"),
  /** Whether `24 Jam` is 24 hours of service or of the clock. */
  hoursAre: z.enum(["service", "clock"]).default("service"),
  week: weekHoursSchema,
  periods: z.array(periodSchema).max(200).default([]),
  days: z.array(singleDaySchema).max(2000).default([]),
  holidays: z.array(holidaySchema).max(20_000).default([]),
});

/** What an office sets itself; its zone stands in its profile, holidays come by the year. */
export const calendarSettingsSchema = calendarSchema.pick({
  hoursAre: true,
  week: true,
  periods: true,
  days: true,
});

export const holidayYearSchema = z.strictObject({
  year: z.int().min(1990).max(2200),
  /** The joint ministerial decree that they come from. */
  decree: optionalLine(400),
  holidays: z.array(holidaySchema).max(366),
});

export type CalendarSettings = z.infer<typeof calendarSettingsSchema>;
export type HolidayYear = z.infer<typeof holidayYearSchema>;
export type Weekday = (typeof WEEKDAYS)[number];
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];
export type DayHours = z.infer<typeof dayHoursSchema>;
export type WeekHours = z.infer<typeof weekHoursSchema>;
export type HoursPeriod = z.infer<typeof periodSchema>;
export type SingleDay = z.infer<typeof singleDaySchema>;
export type Holiday = z.infer<typeof holidaySchema>;
export type OfficeCalendar = z.infer<typeof calendarSchema>;

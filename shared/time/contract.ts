import { z } from "zod";
import { id, method, none, pathOnDisk } from "#shared/method.ts";
import { day, instant, line } from "#shared/text.ts";
import { calendarSettingsSchema, holidaySchema, holidayYearSchema } from "./calendar.ts";

/** Methods about the office's calendar and the deadlines counted by it. */

const finding = z.object({
  code: z.string(),
  level: z.enum(["error", "advice"]),
  /** In words: "Senin", "masa ke-2, Jumat", a day. */
  place: z.string(),
  message: z.string(),
});

/** A deadline that moved with the calendar. */
const moved = z.object({
  request: id,
  number: z.string(),
  clock: z.enum(["step", "legal"]),
  from: instant.nullable(),
  to: instant.nullable(),
});

export const deadlineResult = z.object({
  kind: z.enum(["due", "paused", "unlimited", "unknown", "no_open_day"]),
  /** Why a waktu was not understood; null otherwise. */
  problem: z.string().nullable(),
  due: instant.nullable(),
  /** Wajar: by the lower figure of `1-2 Hari`. */
  fair: instant.nullable(),
  /** Every day counted or skipped with its reason, and the same in words. */
  derivation: z.array(
    z.object({
      day,
      until: day.optional(),
      at: instant.optional(),
      kind: z.enum(["start", "counted", "skipped", "paused", "due"]),
      reason: z.object({ code: z.string(), name: z.string().optional() }).optional(),
      minutes: z.number().optional(),
      days: z.number().optional(),
      words: z.string(),
    }),
  ),
});

const calendarDetail = calendarSettingsSchema.extend({
  years: z.array(holidayYearSchema),
  findings: z.array(finding),
  /** Of this and the next year, those without any holiday. */
  missing: z.array(z.number()),
});

export const timeContract = {
  "calendar.get": method("Service hours, exceptions and holidays.", none, calendarDetail),
  "calendar.save": method(
    "Writes hours and exceptions; open deadlines are counted anew and those that moved are named.",
    calendarSettingsSchema,
    z.object({ calendar: calendarDetail, moved: z.array(moved) }),
  ),
  "holiday.save": method(
    "Writes the holidays of one year in place of those known before.",
    holidayYearSchema,
    z.object({ calendar: calendarDetail, moved: z.array(moved) }),
  ),
  "holiday.read": method(
    "Reads a year's holidays from a workbook, JSON or iCalendar (an upload, or a path on the command line). Stores nothing.",
    z.strictObject({ upload: id.optional(), path: pathOnDisk.optional() }),
    z.object({
      decree: z.string(),
      holidays: z.array(holidaySchema),
      findings: z.array(
        z.object({
          code: z.string(),
          row: z.number().nullable(),
          detail: z.string(),
          message: z.string(),
        }),
      ),
    }),
  ),
  "deadline.compute": method(
    "When something that arrived at `start` is due by a waktu as written, and why.",
    z.strictObject({ start: instant, time: line(120).nullable() }),
    deadlineResult,
  ),
};

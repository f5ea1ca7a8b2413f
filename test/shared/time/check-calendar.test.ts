import { describe, expect, it } from "vitest";
import { calendarSchema, type OfficeCalendar } from "#shared/time/calendar.ts";
import {
  type CalendarFindingCode,
  checkCalendar,
  yearsWithoutHolidays,
} from "#shared/time/check-calendar.ts";
import { placeWords } from "#shared/time/calendar-words.ts";
import { CALENDAR_FINDINGS, HOLIDAY_FINDINGS, TIME_PROBLEMS } from "#shared/time/finding-words.ts";
import { DEFAULT_CALENDAR, ramadan } from "#shared/time/usual-hours.ts";
import { magetan, perpres } from "./calendars.ts";

const monday = (open: string, close: string, ...breaks: [string, string][]): OfficeCalendar => ({
  ...DEFAULT_CALENDAR,
  week: {
    ...DEFAULT_CALENDAR.week,
    monday: { open, close, breaks: breaks.map(([from, to]) => ({ from, to })) },
  },
});
const never = {
  monday: null,
  tuesday: null,
  wednesday: null,
  thursday: null,
  friday: null,
  saturday: null,
  sunday: null,
};
const holiday = (day: string) => ({ day, kind: "national" as const, name: "" });
const codes = (calendar: OfficeCalendar): CalendarFindingCode[] =>
  checkCalendar(calendar).map(({ code }) => code);

describe("a calendar", () => {
  it.each([DEFAULT_CALENDAR, perpres, magetan])("that offices use has no finding", (calendar) => {
    expect(checkCalendar(calendar)).toEqual([]);
    expect(calendarSchema.parse(calendar)).toEqual(calendar);
  });

  it.each<[CalendarFindingCode[], OfficeCalendar]>([
    [["hours_across_midnight"], monday("22:00", "06:00")],
    [["hours_across_midnight"], monday("08:00", "08:00")],
    [["break_outside_hours"], monday("08:00", "15:00", ["07:00", "09:00"])],
    [["break_outside_hours"], monday("08:00", "15:00", ["15:30", "16:00"])],
    [["break_reversed"], monday("08:00", "15:00", ["13:00", "12:00"])],
    [["breaks_overlap"], monday("08:00", "15:00", ["10:00", "12:00"], ["11:00", "13:00"])],
    [["day_all_break"], monday("08:00", "15:00", ["08:00", "15:00"])],
    [["week_empty", "no_open_day"], { ...DEFAULT_CALENDAR, week: never }],
    [
      ["week_empty"],
      { ...DEFAULT_CALENDAR, week: never, periods: [ramadan("2025-03-01", "2025-03-30")] },
    ],
    [["period_reversed"], { ...perpres, periods: [ramadan("2025-03-30", "2025-03-01")] }],
    [
      ["periods_overlap"],
      {
        ...perpres,
        periods: [ramadan("2025-03-01", "2025-03-30"), ramadan("2025-03-30", "2025-04-02")],
      },
    ],
    [["holiday_twice"], { ...DEFAULT_CALENDAR, holidays: [1, 2].map(() => holiday("2025-01-01")) }],
    [
      ["day_twice"],
      {
        ...DEFAULT_CALENDAR,
        days: [1, 2].map(() => ({ day: "2025-01-02", name: "Apel", hours: null })),
      },
    ],
    [
      ["day_on_holiday"],
      {
        ...perpres,
        days: [
          {
            day: "2025-08-18",
            name: "Piket",
            hours: { open: "08:00", close: "12:00", breaks: [] },
          },
        ],
      },
    ],
  ])("is told %j", (expected, calendar) => {
    expect(codes(calendar)).toEqual(expected);
  });

  it("says where the finding is", () => {
    expect(checkCalendar(monday("22:00", "06:00"))).toEqual([
      {
        code: "hours_across_midnight",
        level: "error",
        place: { in: "week", weekday: "monday" },
      },
    ]);
  });

  it("says it in words too", () => {
    expect(placeWords({ in: "week", weekday: "monday" })).toBe("Senin");
    expect(placeWords({ in: "period", at: 0, weekday: "friday" })).toBe("masa ke-1, Jumat");
    expect(placeWords({ in: "period", at: 1, weekday: null })).toBe("masa ke-2");
    expect(placeWords({ in: "day", day: "2025-08-18" })).toBe("18 Agustus 2025");
    expect(placeWords({ in: "year", year: 2025 })).toBe("tahun 2025");
    expect(placeWords({ in: "calendar" })).toBe("jam layanan");
  });

  it("may hold 200 holidays in a year, not 201", () => {
    const days = Array.from({ length: 201 }, (_, at) =>
      holiday(new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10)),
    );
    expect(codes({ ...DEFAULT_CALENDAR, holidays: days.slice(1) })).toEqual([]);
    expect(checkCalendar({ ...DEFAULT_CALENDAR, holidays: days })).toEqual([
      { code: "holidays_too_many", level: "error", place: { in: "year", year: 2025 } },
    ]);
  });

  it("warns of this or the next year without holidays", () => {
    expect(yearsWithoutHolidays(perpres, "2025-11-21")).toEqual([]);
    expect(yearsWithoutHolidays(perpres, "2026-11-21")).toEqual([2027]);
    expect(yearsWithoutHolidays(DEFAULT_CALENDAR, "2026-11-21")).toEqual([2026, 2027]);
  });

  it("takes no hour that a clock does not show, nor a day that no calendar has", () => {
    expect(calendarSchema.safeParse(monday("24:00", "25:00")).success).toBe(false);
    expect(calendarSchema.safeParse(monday("8:00", "15:00")).success).toBe(false);
    const holidays = [holiday("2025-02-30")];
    expect(calendarSchema.safeParse({ ...DEFAULT_CALENDAR, holidays }).success).toBe(false);
  });

  it("has a sentence for each finding, as have holidays and waktu", () => {
    const sentences = [CALENDAR_FINDINGS, HOLIDAY_FINDINGS, TIME_PROBLEMS].flatMap(Object.values);
    for (const words of sentences) expect(words).toMatch(/^[A-Z].*\.$/u);
  });
});

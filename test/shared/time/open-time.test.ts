import { describe, expect, it } from "vitest";
import { indexCalendar } from "#shared/time/calendar-index.ts";
import { serviceMinutesBetween } from "#shared/time/open-time.ts";
import { nextRunDay } from "#shared/time/recurring.ts";
import { at, magetan, perpres } from "./calendars.ts";

const index = indexCalendar(perpres, 2025, 2026);

describe("service minutes between two moments", () => {
  it.each([
    ["2025-07-07 09:00", "2025-07-07 10:00", 60],
    ["2025-07-07 11:30", "2025-07-07 13:30", 60],
    ["2025-07-07 12:10", "2025-07-07 12:50", 0],
    ["2025-07-11 16:00", "2025-07-14 08:00", 60],
    ["2025-07-07 00:00", "2025-07-14 00:00", 2250],
    ["2025-03-03 00:00", "2025-03-10 00:00", 1950],
    ["2025-03-27 14:30", "2025-04-08 08:00", 60],
    ["2025-07-07 10:00", "2025-07-07 09:00", 0],
  ])("%s to %s are %i", (from, to, minutes) => {
    expect(serviceMinutesBetween(index, at(from), at(to))).toBe(minutes);
  });

  it("leave out the pauses", () => {
    const pauses = [{ from: at("2025-07-07 10:00"), to: at("2025-07-07 14:00") }];
    const [from, to] = [at("2025-07-07 09:00"), at("2025-07-07 15:00")];
    expect(serviceMinutesBetween(index, from, to, pauses)).toBe(120);
  });

  it("are 37.5 hours a week by Perpres 21/2023, 32.5 in Ramadan and 28 in Magetan", () => {
    const inWeek = (calendar: typeof perpres, monday: string, sunday: string) =>
      serviceMinutesBetween(indexCalendar(calendar), at(`${monday} 00:00`), at(`${sunday} 23:59`));
    expect(inWeek(perpres, "2025-07-07", "2025-07-13")).toBe(37.5 * 60);
    expect(inWeek(perpres, "2025-03-03", "2025-03-09")).toBe(32.5 * 60);
    expect(inWeek(magetan, "2025-07-07", "2025-07-13")).toBe(28 * 60);
  });
});

describe("the run that a rhythm proposes", () => {
  it.each([
    ["2025-07", "2025-07-01"],
    ["2025-06", "2025-06-02"],
    ["2025-04", "2025-04-08"],
    ["2026-01", "2026-01-02"],
    ["2026-08", "2026-08-03"],
    ["2025", "2025-01-02"],
    ["2026", "2026-01-02"],
  ])("of %s is on %s", (period, day) => {
    expect(nextRunDay(period, index)).toBe(day);
  });

  it("is on no day where the office opens on none of the period", () => {
    const away = { from: "2025-07-01", to: "2025-07-31", name: "Pindah" };
    const monday = null;
    const week = { ...perpres.week, monday, tuesday: null, wednesday: null };
    const closed = { ...away, week: { ...week, thursday: null, friday: null } };
    const calendar = { ...perpres, periods: [closed] };
    expect(nextRunDay("2025-07", calendar)).toBe(null);
    expect(nextRunDay("2025-08", calendar)).toBe("2025-08-01");
  });
});

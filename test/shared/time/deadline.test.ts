import { describe, expect, it } from "vitest";
import type { OfficeCalendar } from "#shared/time/calendar.ts";
import { indexCalendar } from "#shared/time/calendar-index.ts";
import { computeDeadline, computeDue } from "#shared/time/deadline.ts";
import { HORIZON } from "#shared/time/open-time.ts";
import { DEFAULT_CALENDAR, ramadan } from "#shared/time/usual-hours.ts";
import { at, perpres } from "./calendars.ts";

const start = at("2025-07-07 09:00");
const closed: OfficeCalendar = {
  ...DEFAULT_CALENDAR,
  week: {
    monday: null,
    tuesday: null,
    wednesday: null,
    thursday: null,
    friday: null,
    saturday: null,
    sunday: null,
  },
};

describe("a deadline and its derivation", () => {
  it("names every day from the start to the due", () => {
    const deadline = computeDeadline({
      start: at("2025-08-14 16:30"),
      time: "1-2 Hari",
      calendar: perpres,
    });
    expect(deadline).toEqual({
      kind: "due",
      due: at("2025-08-20 16:00"),
      fair: at("2025-08-19 16:00"),
      derivation: [
        { day: "2025-08-14", kind: "skipped", reason: { code: "outside_hours" } },
        { day: "2025-08-15", kind: "start", at: at("2025-08-15 07:30") },
        { day: "2025-08-16", kind: "skipped", reason: { code: "weekend" } },
        {
          day: "2025-08-17",
          kind: "skipped",
          reason: { code: "national", name: "Proklamasi Kemerdekaan" },
        },
        {
          day: "2025-08-18",
          kind: "skipped",
          reason: { code: "joint_leave", name: "Proklamasi Kemerdekaan" },
        },
        { day: "2025-08-19", kind: "counted" },
        { day: "2025-08-20", kind: "counted" },
        { day: "2025-08-20", kind: "due", at: at("2025-08-20 16:00") },
      ],
    });
  });

  it("tells the minutes of each day and the hours that differ", () => {
    const { derivation } = computeDeadline({
      start: at("2025-02-28 16:00"),
      time: "2 jam",
      calendar: perpres,
    });
    expect(derivation.filter(({ kind }) => kind === "counted")).toEqual([
      { day: "2025-02-28", kind: "counted", minutes: 30 },
      {
        day: "2025-03-03",
        kind: "counted",
        minutes: 90,
        reason: { code: "exception", name: "Ramadan" },
      },
    ]);
  });

  it("keeps the seconds of the start", () => {
    const found = computeDeadline({
      start: "2025-07-07T01:00:40.500Z",
      time: "30 menit",
      calendar: perpres,
    });
    expect(found).toMatchObject({ due: "2025-07-07T01:30:40.500Z" });
  });

  it("takes a part of a day, week or month as a whole one", () => {
    const due = (time: string) => computeDue({ start, time, calendar: perpres });
    expect(due("1,5 hari")).toBe(due("2 hari"));
    expect(due("0,5 hari")).toBe(due("1 hari"));
    expect(due("1,5 minggu")).toBe(due("2 minggu"));
    expect(due("1,5 bulan")).toBe(due("2 bulan"));
    expect(due("0,1 menit")).toBe(due("1 menit"));
  });

  it("of years has a short derivation that still counts every day", () => {
    const { derivation } = computeDeadline({ start, time: "1250 Hari", calendar: perpres });
    expect(derivation.length).toBeLessThan(93);
    const counted = derivation.filter(({ kind }) => kind === "counted");
    expect(counted.reduce((sum, { days }) => sum + (days ?? 1), 0)).toBe(1250);
    expect(derivation.some(({ days, until }) => (days ?? 0) > 1000 && until !== undefined)).toBe(
      true,
    );
  });

  it("of 30 working days over Idulfitri is told day by day", () => {
    const { derivation } = computeDeadline({
      start: at("2025-03-10 09:00"),
      time: "30 Hari Kerja",
      calendar: perpres,
    });
    expect(derivation.every(({ days }) => days === undefined)).toBe(true);
    expect(derivation.filter(({ kind }) => kind === "counted")).toHaveLength(30);
  });

  it.each(["Pada hari dan jam kerja", "Sesuai frekuensi data", "", null])(
    "is not set by %j",
    (time) => {
      expect(computeDeadline({ start, time, calendar: perpres })).toEqual({
        kind: "unlimited",
        derivation: [],
      });
    },
  );

  it.each([
    ["0 Hari", "zero"],
    ["-3 Hari", "negative"],
    ["1000 Bulan", "too_long"],
    ["besok", "names_a_day"],
    ["5-2 hari", "reversed"],
    ["2 x 1", "not_understood"],
  ])("says of %j that it is %s", (time, problem) => {
    expect(computeDeadline({ start, time, calendar: perpres })).toEqual({
      kind: "unknown",
      problem,
      derivation: [],
    });
  });

  it.each(["1970-01-01T00:00:00Z", "2099-12-31T23:59:59Z", "9999-12-31T23:59:59Z"])(
    "is found for a clock that says %s",
    (wrong) => {
      for (const time of ["30 menit", "24 Jam", "2 Hari", "1 minggu", "1 Bulan"]) {
        const calendar = indexCalendar(perpres, 2025, 2026);
        const found = computeDeadline({ start: wrong, time, calendar });
        if (found.kind !== "due") throw new Error(found.kind);
        expect(Date.parse(found.due)).toBeGreaterThan(Date.parse(wrong));
      }
    },
  );

  it("does not take what is no instant", () => {
    expect(() => computeDeadline({ start: "besok", time: "1 Hari", calendar: perpres })).toThrow(
      RangeError,
    );
  });
});

describe("a calendar that never opens", () => {
  it.each(["30 menit", "24 Jam", "1 Hari", "1 minggu", "1 Bulan"])(
    "has no deadline for %s, and says so",
    (time) => {
      expect(computeDeadline({ start, time, calendar: closed })).toEqual({
        kind: "no_open_day",
        derivation: [],
      });
      expect(computeDue({ start, time, calendar: closed })).toBe(null);
    },
  );

  it("any more ends the search, with a derivation that stays short", () => {
    const calendar = { ...closed, periods: [ramadan("2025-07-07", "2025-07-11")] };
    expect(computeDue({ start, time: "4 Hari", calendar })).toBe(at("2025-07-11 15:30"));
    for (const time of ["5 Hari", "40 jam", "1 minggu", "1 bulan"]) {
      const found = computeDeadline({ start, time, calendar });
      expect(found.kind).toBe("no_open_day");
      expect(found.derivation.length).toBeLessThan(93);
    }
  });

  it("for longer than the horizon is not searched", () => {
    const day = new Date(Date.parse(start) + (HORIZON + 5) * 86_400_000).toISOString().slice(0, 10);
    const hours = { open: "08:00", close: "12:00", breaks: [] };
    const calendar = { ...closed, days: [{ day, name: "Buka", hours }] };
    expect(computeDeadline({ start, time: "1 jam", calendar }).kind).toBe("no_open_day");
  });

  it("or opens only once it has closed is taken as closed", () => {
    const night = { open: "22:00", close: "06:00", breaks: [] };
    const calendar = { ...closed, week: { ...closed.week, monday: night } };
    expect(computeDeadline({ start, time: "1 jam", calendar }).kind).toBe("no_open_day");
  });
});

describe("a pause that goes on", () => {
  const pauses = [{ from: at("2025-07-08 10:00"), to: null }];

  it.each(["24 Jam", "1 Hari", "5 Hari", "1 minggu", "1 Bulan"])("stops %s", (time) => {
    const found = computeDeadline({ start, time, calendar: perpres, pauses });
    expect(found.kind).toBe("paused");
    expect(found.derivation.at(-1)).toEqual({
      day: "2025-07-08",
      kind: "paused",
      at: at("2025-07-08 10:00"),
    });
  });

  it("stops hours of the clock too", () => {
    const calendar = { ...perpres, hoursAre: "clock" as const };
    expect(computeDeadline({ start, time: "48 jam", calendar, pauses }).kind).toBe("paused");
    expect(computeDue({ start, time: "24 jam", calendar, pauses })).toBe(at("2025-07-08 09:00"));
  });

  it("changes nothing of what was due before it began", () => {
    const before = { start, time: "2 Jam", calendar: perpres };
    expect(computeDeadline({ ...before, pauses })).toEqual(computeDeadline(before));
  });

  it("and ends makes the day of its end the start day where none was reached before", () => {
    const { derivation } = computeDeadline({
      start,
      time: "1 Hari",
      calendar: perpres,
      pauses: [{ from: at("2025-07-07 10:00"), to: at("2025-07-08 10:00") }],
    });
    expect(derivation.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      "2025-07-07 start",
      "2025-07-07 paused",
      "2025-07-08 start",
      "2025-07-09 counted",
      "2025-07-09 due",
    ]);
  });

  it("and ended before it began is none", () => {
    const reversed = [{ from: at("2025-07-10 10:00"), to: at("2025-07-08 10:00") }];
    const plain = { start, time: "5 Hari", calendar: perpres };
    expect(computeDeadline({ ...plain, pauses: reversed })).toEqual(computeDeadline(plain));
  });
});

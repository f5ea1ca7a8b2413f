import { describe, expect, it } from "vitest";
import type { OfficeCalendar, SingleDay } from "#shared/time/calendar.ts";
import { computeDeadline } from "#shared/time/deadline.ts";
import { readTime } from "#shared/time/duration.ts";
import type { Pause } from "#shared/time/pauses.ts";
import type { DerivationEntry } from "#shared/time/trail.ts";
import { at, magetan, perpres } from "./calendars.ts";
import { createOracle } from "./oracle.ts";

/**
 * Computed by hand on a calendar of the wall; every row is held against the oracle too.
 *
 * Perpres: Mon-Thu 07:30-12:00, 13:00-16:00; Fri 07:30-11:30, 13:00-16:30: 450 minutes each.
 * Ramadan: Mon-Thu 08:00-12:00, 12:30-15:00; Fri 08:00-11:30, 12:30-15:30: 390 minutes each.
 * Magetan: Mon-Thu 08:00-12:00, 13:00-15:00; Fri 08:00-11:30, 13:30-14:00.
 *
 * `days` tells what the derivation holds: c counted, w weekend, n libur nasional, j cuti bersama,
 * o another day off, x closed by an exception, h outside the hours, p paused.
 */
type Row = [start: string, time: string, due: string, days: string];

function summary(derivation: readonly DerivationEntry[]): string {
  const signs: Record<string, string> = {
    counted: "c",
    weekend: "w",
    national: "n",
    joint_leave: "j",
    other: "o",
    exception: "x",
    outside_hours: "h",
    paused: "p",
  };
  const counts = new Map<string, number>();
  for (const { kind, reason, days } of derivation) {
    const sign = signs[kind === "skipped" ? (reason?.code ?? "") : kind];
    if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + (days ?? 1));
  }
  return [...Object.values(signs)]
    .filter((sign) => counts.has(sign))
    .map((sign) => `${sign}${counts.get(sign)}`)
    .join(" ");
}

function check(calendar: OfficeCalendar, row: Row, pauses: Pause[] = []): void {
  const [start, time, due, days] = row;
  const { zone } = calendar;
  const deadline = computeDeadline({ start: at(start, zone), time, calendar, pauses });
  expect(deadline).toMatchObject({ kind: "due", due: at(due, zone) });
  expect(summary(deadline.derivation)).toBe(days);
  expect(deadline.derivation.filter(({ kind }) => kind === "start").length).toBeGreaterThan(0);
  expect(deadline.derivation.at(-1)).toEqual({
    day: due.slice(0, 10),
    kind: "due",
    at: at(due, zone),
  });
  const minute = (local: string) => Date.parse(`${local.replace(" ", "T")}Z`) / 60_000;
  const ahead = (Date.parse(`${start.replace(" ", "T")}Z`) - Date.parse(at(start, zone))) / 60_000;
  const oracle = createOracle(
    calendar,
    pauses.map(({ from, to }) => ({
      from: Date.parse(from) / 60_000 + ahead,
      to: to === null ? Infinity : Date.parse(to) / 60_000 + ahead,
    })),
  );
  const duration = readTime(time);
  if (duration.kind !== "duration") throw new Error(`${time} is no duration`);
  expect(oracle.due(minute(start), duration)).toBe(minute(due));
}

describe("minutes and hours of service", () => {
  it.each<Row>([
    ["2025-07-07 08:00", "30 menit", "2025-07-07 08:30", "c1"],
    ["2025-07-07 11:45", "30 menit", "2025-07-07 13:15", "c1"],
    ["2025-07-07 11:30", "30 menit", "2025-07-07 12:00", "c1"],
    ["2025-07-07 12:30", "30 Menit", "2025-07-07 13:30", "c1 h1"],
    ["2025-07-07 15:30", "60 menit", "2025-07-08 08:00", "c2"],
    ["2025-07-07 15:30", "30 menit", "2025-07-07 16:00", "c1"],
    ["2025-07-07 16:00", "30 menit", "2025-07-08 08:00", "c1 h1"],
    ["2025-07-07 05:00", "15 menit", "2025-07-07 07:45", "c1 h1"],
    ["2025-07-11 11:00", "60 menit", "2025-07-11 13:30", "c1"],
    ["2025-07-11 11:45", "1 Jam", "2025-07-11 14:00", "c1 h1"],
    ["2025-07-11 16:00", "60 menit", "2025-07-14 08:00", "c2 w2"],
    ["2025-07-12 10:00", "2 Jam", "2025-07-14 09:30", "c1 w2"],
    ["2025-07-07 07:30", "7 Jam", "2025-07-07 15:30", "c1"],
    ["2025-07-07 07:30", "24 Jam", "2025-07-10 09:00", "c4"],
    ["2025-07-11 07:30", "24 JAM", "2025-07-16 09:00", "c4 w2"],
    ["2025-07-07 11:00", "1,5 jam", "2025-07-07 13:30", "c1"],
  ])("%s + %s is %s (%s)", (...row) => check(perpres, row));
});

describe("hours of the clock, where the office sets them so", () => {
  it.each<Row>([
    ["2025-07-07 10:00", "24 Jam", "2025-07-08 10:00", "c1"],
    ["2025-07-11 10:00", "24 Jam", "2025-07-14 07:30", "c1 w2"],
    ["2025-07-07 12:30", "24 Jam", "2025-07-08 13:00", "c1 h1"],
    ["2025-07-07 14:00", "22 Jam", "2025-07-08 12:00", "c1"],
    ["2025-07-07 14:00", "8 Jam", "2025-07-08 07:30", "c1 h1"],
    ["2025-07-07 15:45", "30 menit", "2025-07-08 07:45", "c2"],
    ["2025-08-15 10:00", "24 Jam", "2025-08-19 07:30", "c1 w1 n1 j1"],
  ])("%s + %s is %s (%s)", (...row) => check({ ...perpres, hoursAre: "clock" }, row));
});

describe("Magetan's hours with their long break on Friday", () => {
  it.each<Row>([
    ["2025-07-11 11:15", "45 menit", "2025-07-11 14:00", "c1"],
    ["2025-07-11 11:15", "1 Jam", "2025-07-14 08:15", "c2 w2"],
    ["2025-07-07 14:00", "7 Jam", "2025-07-08 15:00", "c2"],
    ["2025-07-07 08:00", "24 Jam", "2025-07-10 15:00", "c4"],
    ["2025-07-10 08:00", "24 Jam", "2025-07-16 10:00", "c5 w2"],
    ["2025-07-10 09:00", "1 Hari", "2025-07-11 14:00", "c1"],
    ["2025-07-11 14:00", "1 Hari", "2025-07-15 15:00", "c1 w2 h1"],
  ])("%s + %s is %s (%s)", (...row) => check(magetan, row));
});

describe("working days", () => {
  it.each<Row>([
    ["2025-07-07 09:00", "1 Hari", "2025-07-08 16:00", "c1"],
    ["2025-07-10 09:00", "1 Hari", "2025-07-11 16:30", "c1"],
    ["2025-07-11 09:00", "1 hari", "2025-07-14 16:00", "c1 w2"],
    ["2025-07-07 09:00", "5 Hari Kerja", "2025-07-14 16:00", "c5 w2"],
    ["2025-07-07 15:59", "1 Hari", "2025-07-08 16:00", "c1"],
    ["2025-07-07 17:00", "1 Hari", "2025-07-09 16:00", "c1 h1"],
    ["2025-07-12 10:00", "3 hari", "2025-07-17 16:00", "c3 w2"],
    ["2025-07-07 09:00", "1-2 Hari", "2025-07-09 16:00", "c2"],
    ["2025-07-07 09:00", "2 minggu pada hari kerja", "2025-07-21 16:00", "c10 w4"],
    ["2024-02-13 09:00", "1 Hari", "2024-02-15 16:00", "c1 o1"],
    ["2025-05-28 09:00", "2 Hari", "2025-06-03 16:00", "c2 w1 n2 j1"],
    ["2025-06-05 09:00", "1 Hari", "2025-06-10 16:00", "c1 w2 n1 j1"],
  ])("%s + %s is %s (%s)", (...row) => check(perpres, row));
});

describe("18 August 2025, which became cuti bersama eleven days before", () => {
  it.each<Row>([
    ["2025-08-14 09:00", "2 Hari", "2025-08-19 16:00", "c2 w1 n1 j1"],
    ["2025-08-15 16:00", "60 menit", "2025-08-19 08:00", "c2 w1 n1 j1"],
    ["2025-08-15 09:00", "1 Hari", "2025-08-19 16:00", "c1 w1 n1 j1"],
    ["2025-08-18 10:00", "1 Hari", "2025-08-20 16:00", "c1 j1"],
    ["2025-08-11 09:00", "1 minggu", "2025-08-19 16:00", "c7 j1"],
    ["2025-07-18 09:00", "1 Bulan", "2025-08-19 16:00", "c31 j1"],
    ["2025-07-17 09:00", "1 Bulan", "2025-08-19 16:00", "c31 n1 j1"],
  ])("%s + %s is %s (%s)", (...row) => check(perpres, row));

  it("moved what had been due on that very day", () => {
    const before = {
      ...perpres,
      holidays: perpres.holidays.filter(({ day }) => day !== "2025-08-18"),
    };
    check(before, ["2025-08-15 09:00", "1 Hari", "2025-08-18 16:00", "c1 w1 n1"]);
  });
});

describe("Idulfitri 2025: closed from 28 March to 7 April", () => {
  it.each<Row>([
    ["2025-03-27 09:00", "1 Hari", "2025-04-08 16:00", "c1 w3 n3 j5"],
    ["2025-03-24 09:00", "5 Hari", "2025-04-09 16:00", "c5 w3 n3 j5"],
    ["2025-03-24 09:00", "10 hari kerja", "2025-04-16 16:00", "c10 w5 n3 j5"],
    ["2025-03-27 14:30", "60 menit", "2025-04-08 08:00", "c2 w3 n3 j5"],
    ["2025-03-31 10:00", "30 menit", "2025-04-08 08:00", "c1 w2 n2 j4"],
    ["2025-02-28 09:00", "1 Bulan", "2025-04-08 16:00", "c28 w3 n3 j5"],
    ["2025-03-21 09:00", "1 minggu", "2025-04-08 16:00", "c7 w3 n3 j5"],
  ])("%s + %s is %s (%s)", (...row) => check(perpres, row));
});

describe("Idulfitri 2026: closed from 18 to 24 March", () => {
  it.each<Row>([
    ["2026-03-17 09:00", "1 Hari", "2026-03-25 16:00", "c1 n3 j4"],
    ["2026-03-16 09:00", "3 Hari", "2026-03-26 16:00", "c3 n3 j4"],
    ["2026-03-17 14:30", "60 menit", "2026-03-25 08:00", "c2 n3 j4"],
    ["2026-02-20 09:00", "1 Bulan", "2026-03-25 16:00", "c28 n2 j3"],
    ["2026-03-11 09:00", "2 minggu", "2026-03-25 16:00", "c14"],
    ["2026-02-13 09:00", "1 Hari", "2026-02-18 16:00", "c1 w2 n1 j1"],
  ])("%s + %s is %s (%s)", (...row) => check(perpres, row));
});

describe("Ramadan's hours", () => {
  it.each<Row>([
    ["2025-03-03 07:45", "30 menit", "2025-03-03 08:30", "c1 h1"],
    ["2025-03-03 11:45", "30 menit", "2025-03-03 12:45", "c1"],
    ["2025-03-03 14:30", "60 menit", "2025-03-04 08:30", "c2"],
    ["2025-03-07 11:00", "60 menit", "2025-03-07 13:00", "c1"],
    ["2025-03-03 08:00", "24 Jam", "2025-03-06 13:00", "c4"],
    ["2025-02-28 15:30", "2 Jam", "2025-03-03 09:00", "c2 w2"],
    ["2025-03-06 09:00", "1 Hari", "2025-03-07 15:30", "c1"],
    ["2026-02-18 09:00", "10 Hari Kerja", "2026-03-04 15:00", "c10 w4"],
  ])("%s + %s is %s (%s)", (...row) => check(perpres, row));
});

describe("the year's end and short months", () => {
  it.each<Row>([
    ["2025-12-23 09:00", "3 Hari", "2025-12-30 16:00", "c3 w2 n1 j1"],
    ["2025-12-30 09:00", "3 Hari", "2026-01-05 16:00", "c3 w2 n1"],
    ["2025-12-31 15:30", "60 menit", "2026-01-02 08:00", "c2 n1"],
    ["2025-12-24 09:00", "1 minggu", "2025-12-31 16:00", "c7"],
    ["2025-12-25 09:00", "1 Hari", "2025-12-30 16:00", "c1 w2 n1 j1"],
    ["2025-11-30 09:00", "1 Bulan", "2026-01-02 16:30", "c31 w1 n1"],
    ["2024-12-31 09:00", "2 Hari", "2025-01-03 16:30", "c2 n1"],
    ["2025-01-31 09:00", "1 Bulan", "2025-02-28 16:30", "c28"],
    ["2024-01-31 09:00", "1 Bulan", "2024-02-29 16:00", "c29"],
    ["2025-10-31 09:00", "1 Bulan", "2025-12-01 16:00", "c30 w1"],
    ["2024-04-05 09:00", "1 Hari", "2024-04-16 16:00", "c1 w4 n2 j4"],
  ])("%s + %s is %s (%s)", (...row) => check(perpres, row));
});

describe("the three zones", () => {
  it.each<["WIB" | "WITA" | "WIT", ...Row]>([
    ["WIB", "2025-07-07 15:30", "30 menit", "2025-07-07 16:00", "c1"],
    ["WITA", "2025-07-07 16:30", "30 menit", "2025-07-08 08:00", "c1 h1"],
    ["WIT", "2025-07-07 17:30", "30 menit", "2025-07-08 08:00", "c1 h1"],
    ["WITA", "2025-12-31 23:30", "1 Hari", "2026-01-05 16:00", "c1 w2 n1 h1"],
    ["WIT", "2026-01-01 00:30", "1 Hari", "2026-01-05 16:00", "c1 w2 n1"],
    ["WIT", "2025-08-15 15:30", "2 Jam", "2025-08-19 08:30", "c2 w1 n1 j1"],
  ])("%s: %s + %s is %s (%s)", (zone, ...row) => check({ ...perpres, zone }, row));

  it.each([
    ["WIB", "2025-07-07T09:00:00.000Z"],
    ["WITA", "2025-07-08T00:00:00.000Z"],
    ["WIT", "2025-07-07T23:00:00.000Z"],
  ] as const)("one instant, 15.30 in Jakarta, is due in %s at %s", (zone, due) => {
    const start = "2025-07-07T08:30:00.000Z";
    const calendar = { ...perpres, zone };
    expect(computeDeadline({ start, time: "30 menit", calendar })).toMatchObject({ due });
  });
});

describe("dated exceptions", () => {
  const own = (day: SingleDay): OfficeCalendar => ({ ...perpres, days: [day] });
  const breaks = [{ from: "12:00", to: "13:00" }];

  it("a morning closed starts the day later", () => {
    const hours = { open: "10:00", close: "16:00", breaks };
    const calendar = own({ day: "2025-07-08", name: "Apel", hours });
    check(calendar, ["2025-07-07 15:30", "60 menit", "2025-07-08 10:30", "c2"]);
    check(calendar, ["2025-07-08 08:00", "60 menit", "2025-07-08 11:00", "c1 h1"]);
  });

  it("a day closed is not counted", () => {
    const calendar = own({ day: "2025-07-09", name: "Pindah kantor", hours: null });
    check(calendar, ["2025-07-08 09:00", "1 Hari", "2025-07-10 16:00", "c1 x1"]);
  });

  it("an office may open on a day of cuti bersama", () => {
    const hours = { open: "08:00", close: "12:00", breaks: [] };
    const calendar = own({ day: "2025-08-18", name: "Piket", hours });
    check(calendar, ["2025-08-15 09:00", "1 Hari", "2025-08-18 12:00", "c1 w1 n1"]);
  });
});

describe("pauses", () => {
  it.each<[...Row, from: string, to: string]>([
    [
      "2025-07-07 09:00",
      "60 menit",
      "2025-07-07 14:30",
      "c1",
      "2025-07-07 09:30",
      "2025-07-07 14:00",
    ],
    [
      "2025-07-07 09:00",
      "2 Jam",
      "2025-07-09 08:30",
      "c2 p1",
      "2025-07-07 10:00",
      "2025-07-08 17:00",
    ],
    [
      "2025-07-07 09:00",
      "3 Hari",
      "2025-07-14 16:00",
      "c3 w2 p2",
      "2025-07-08 10:00",
      "2025-07-10 10:00",
    ],
    [
      "2025-07-07 09:00",
      "3 Hari",
      "2025-07-10 16:00",
      "c3",
      "2025-07-08 10:00",
      "2025-07-08 15:00",
    ],
    [
      "2025-07-07 09:00",
      "1 Hari",
      "2025-07-09 16:00",
      "c1 p1",
      "2025-07-07 10:00",
      "2025-07-08 10:00",
    ],
    [
      "2025-07-07 09:00",
      "1 Hari",
      "2025-07-08 16:00",
      "c1",
      "2025-07-08 16:00",
      "2025-07-09 07:30",
    ],
    [
      "2025-07-07 09:00",
      "1 minggu",
      "2025-07-16 16:00",
      "c7 p2",
      "2025-07-08 10:00",
      "2025-07-10 10:00",
    ],
    [
      "2025-07-10 09:00",
      "1 Hari",
      "2025-07-14 16:00",
      "c1 w2 p1",
      "2025-07-11 16:00",
      "2025-07-11 17:00",
    ],
    [
      "2025-07-07 09:00",
      "1 Hari",
      "2025-07-09 16:00",
      "c1 p1",
      "2025-07-08 15:00",
      "2025-07-08 16:00",
    ],
    [
      "2025-07-07 09:00",
      "1 minggu",
      "2025-07-15 16:00",
      "c7 p1",
      "2025-07-08 20:00",
      "2025-07-09 00:00",
    ],
  ])("%s + %s is %s (%s), paused %s to %s", (start, time, due, days, from, to) => {
    const row: Row = [start, time, due, days];
    check(perpres, row, [{ from: at(from), to: at(to) }]);
  });
});

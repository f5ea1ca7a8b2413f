import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DayHours, OfficeCalendar } from "#shared/time/calendar.ts";
import { indexCalendar } from "#shared/time/calendar-index.ts";
import { dayNumber, dayText } from "#shared/time/days.ts";
import { computeDeadline, computeDue } from "#shared/time/deadline.ts";
import { DURATION_UNITS, type Duration } from "#shared/time/duration.ts";
import { serviceMinutesBetween } from "#shared/time/open-time.ts";
import { createOracle, type Minutes } from "./oracle.ts";

const SEED = 20250818;
const settings = (numRuns: number) => ({ seed: SEED, numRuns });

const BASE = dayNumber("2025-01-20");
const iso = (minute: number): string => new Date(minute * 60_000).toISOString();
const AHEAD = { WIB: 420, WITA: 480, WIT: 540 };

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Opening, one or two breaks, closing, at any minute of the day; breaks may touch its ends. */
const hours: fc.Arbitrary<DayHours> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 6, maxLength: 6 })
  .chain((minutes) => {
    const [open = 0, a = 0, b = 0, c = 0, d = 0, close = 0] = minutes.toSorted((x, y) => x - y);
    const breaks = [
      { from: clock(a), to: clock(b) },
      { from: clock(c), to: clock(d) },
    ];
    return fc
      .subarray(breaks)
      .map((some): DayHours => ({ open: clock(open), close: clock(close), breaks: some }));
  });

const maybeHours = fc.option(hours, { freq: 4 });
const someDay = fc.integer({ min: 0, max: 70 }).map((days) => dayText(BASE + days));
const week = fc.record({
  monday: hours,
  tuesday: maybeHours,
  wednesday: maybeHours,
  thursday: maybeHours,
  friday: maybeHours,
  saturday: fc.option(hours, { freq: 1 }),
  sunday: fc.constant(null),
});

const calendars: fc.Arbitrary<OfficeCalendar> = fc.record({
  zone: fc.constantFrom("WIB", "WITA", "WIT"),
  hoursAre: fc.constantFrom("service", "clock"),
  week,
  periods: fc.array(
    fc.tuple(someDay, fc.integer({ min: 0, max: 20 }), week).map(([from, length, own]) => ({
      from,
      to: dayText(dayNumber(from) + length),
      name: "Ramadan",
      week: own,
    })),
    { maxLength: 1 },
  ),
  days: fc.uniqueArray(
    fc.record({ day: someDay, name: fc.constant("Khusus"), hours: maybeHours }),
    {
      maxLength: 3,
      selector: ({ day }) => day,
    },
  ),
  holidays: fc.uniqueArray(
    fc.record({
      day: someDay,
      kind: fc.constantFrom("national" as const, "joint_leave" as const),
      name: fc.constant("Libur"),
    }),
    { maxLength: 15, selector: ({ day }) => day },
  ),
});

const MOST = { minute: 3000, hour: 60, workday: 20, week: 4, month: 2 };
const durations: fc.Arbitrary<Duration> = fc
  .constantFrom(...DURATION_UNITS)
  .chain((unit) => fc.integer({ min: 1, max: MOST[unit] }).map((max) => ({ min: max, max, unit })));
/** Minutes since 1970 in UTC. */
const moments = fc.integer({ min: BASE * 1440, max: (BASE + 40) * 1440 });
const pauseLists: fc.Arbitrary<Minutes[]> = fc.array(
  fc
    .tuple(moments, fc.integer({ min: 0, max: 8000 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 3 },
);
const asPauses = (list: readonly Minutes[]) =>
  list.map(({ from, to }) => ({ from: iso(from), to: iso(to) }));

const due = (
  calendar: OfficeCalendar,
  start: number,
  time: Duration,
  pauses: readonly Minutes[] = [],
): number => {
  const found = computeDue({ start: iso(start), time, calendar, pauses: asPauses(pauses) });
  if (found === null) throw new Error("no deadline");
  return Date.parse(found) / 60_000;
};

describe(`deadlines on any calendar (seed ${SEED})`, () => {
  it("agree with the oracle that goes minute by minute", () => {
    fc.assert(
      fc.property(calendars, moments, durations, pauseLists, (calendar, start, time, pauses) => {
        const ahead = AHEAD[calendar.zone];
        const shifted = pauses.map(({ from, to }) => ({ from: from + ahead, to: to + ahead }));
        const expected = createOracle(calendar, shifted).due(start + ahead, time);
        expect(due(calendar, start, time, pauses) + ahead).toBe(expected);
      }),
      settings(250),
    );
  });

  it("are the same with and without an index, with and without their derivation", () => {
    fc.assert(
      fc.property(calendars, moments, durations, pauseLists, (calendar, start, time, list) => {
        const pauses = asPauses(list);
        const index = indexCalendar(calendar, 2025, 2026);
        const whole = computeDeadline({ start: iso(start), time, calendar: index, pauses });
        expect(whole).toMatchObject({ due: iso(due(calendar, start, time, list)) });
      }),
      settings(500),
    );
  });

  it("never fall in closed time", () => {
    fc.assert(
      fc.property(calendars, moments, durations, pauseLists, (calendar, start, time, pauses) => {
        const oracle = createOracle(calendar, []);
        const local = due(calendar, start, time, pauses) + AHEAD[calendar.zone];
        expect(oracle.open(local) || oracle.open(local - 1)).toBe(true);
      }),
      settings(1000),
    );
  });

  it("are monotone in their start", () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        fc.integer({ min: 0, max: 6000 }),
        durations,
        pauseLists,
        (calendar, start, later, time, pauses) => {
          const first = due(calendar, start, time, pauses);
          expect(due(calendar, start + later, time, pauses)).toBeGreaterThanOrEqual(first);
          expect(first).toBeGreaterThan(start);
        },
      ),
      settings(2000),
    );
  });

  it("are monotone in their duration, so what is fair is not after what is due", () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        durations,
        fc.integer({ min: 0, max: 20 }),
        pauseLists,
        (calendar, start, time, more, pauses) => {
          const longer = { ...time, max: time.max + more };
          const short = due(calendar, start, time, pauses);
          const long = due(calendar, start, longer, pauses);
          expect(long).toBeGreaterThanOrEqual(short);
          const deadline = computeDeadline({
            start: iso(start),
            time: longer,
            calendar,
            pauses: asPauses(pauses),
          });
          expect(deadline).toMatchObject({ due: iso(long), fair: more > 0 ? iso(short) : null });
        },
      ),
      settings(1000),
    );
  });

  it("do not change when a pause is split in two, and are not earlier with one more", () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        durations,
        moments,
        fc.integer({ min: 0, max: 8000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (calendar, start, time, from, length, part) => {
          const cut = from + Math.floor(length * part);
          const to = from + length;
          const whole = due(calendar, start, time, [{ from, to }]);
          const halves = [
            { from: cut, to },
            { from, to: cut },
          ];
          expect(due(calendar, start, time, halves)).toBe(whole);
          expect(whole).toBeGreaterThanOrEqual(due(calendar, start, time));
        },
      ),
      settings(2000),
    );
  });

  it("are never earlier with one more holiday", () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        durations,
        pauseLists,
        someDay,
        (calendar, start, time, pauses, day) => {
          const more = {
            ...calendar,
            holidays: [...calendar.holidays, { day, kind: "other" as const, name: "" }],
          };
          const before = due(calendar, start, time, pauses);
          expect(due(more, start, time, pauses)).toBeGreaterThanOrEqual(before);
        },
      ),
      settings(2000),
    );
  });

  it("of minutes hold as many service minutes as are given", () => {
    fc.assert(
      fc.property(calendars, moments, durations, pauseLists, (calendar, start, { max }, list) => {
        const pauses = asPauses(list);
        const index = indexCalendar(calendar);
        const time: Duration = { min: max, max, unit: "minute" };
        const found = computeDeadline({ start: iso(start), time, calendar: index, pauses });
        const end = iso(due(calendar, start, time, list));
        expect(serviceMinutesBetween(index, iso(start), end, pauses)).toBe(max);
        const counted = found.derivation.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
        expect(counted).toBe(max);
      }),
      settings(500),
    );
  });

  it("of working days count as many days as are given", () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 1, max: 30 }), pauseLists, (...given) => {
        const [calendar, start, days, list] = given;
        const { derivation } = computeDeadline({
          start: iso(start),
          time: { min: days, max: days, unit: "workday" },
          calendar,
          pauses: asPauses(list),
        });
        const counted = derivation.filter(({ kind }) => kind === "counted");
        expect(counted.reduce((sum, one) => sum + (one.days ?? 1), 0)).toBe(days);
      }),
      settings(500),
    );
  });
});

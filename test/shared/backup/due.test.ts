import { describe, expect, test } from "vitest";
import { type DueState, isDue, warningOf } from "#shared/backup/due.ts";

const base: DueState = {
  lastGood: "2026-11-17T09:00:00.000Z",
  lastTried: "2026-11-17T09:00:00.000Z",
  lastWrite: "2026-11-18T08:00:00.000Z",
  now: "2026-11-18T08:30:00.000Z",
  zone: "WIB",
  closed: false,
};

describe("the daily backup", () => {
  test("waits for the office to close", () => {
    expect(isDue(base)).toBe(false);
    expect(isDue({ ...base, closed: true })).toBe(true);
  });
  test("does not wait once the last one is older than a day", () => {
    expect(isDue({ ...base, now: "2026-11-18T09:01:00.000Z" })).toBe(true);
    expect(isDue({ ...base, lastGood: null, lastTried: null })).toBe(true);
  });
  test("is made once a day of the office, not of UTC", () => {
    // 06.30 WIB of the 19th is still the 18th in UTC.
    const good = { lastGood: "2026-11-18T23:30:00.000Z", lastTried: null, closed: true };
    expect(isDue({ ...base, ...good, now: "2026-11-19T10:00:00.000Z" })).toBe(false);
    expect(isDue({ ...base, ...good, now: "2026-11-19T17:30:00.000Z" })).toBe(true);
  });
  test("leaves people alone who are saving", () => {
    const saving = { closed: true, lastWrite: "2026-11-18T08:29:00.000Z" };
    expect(isDue({ ...base, ...saving })).toBe(false);
  });
  test("tries again an hour after a failure, not sooner", () => {
    const failed = { closed: true, lastTried: "2026-11-18T08:00:00.000Z" };
    expect(isDue({ ...base, ...failed })).toBe(false);
    expect(isDue({ ...base, ...failed, now: "2026-11-18T09:00:00.000Z" })).toBe(true);
  });
  test("is not put off by a moment that a wrong clock wrote years ahead", () => {
    const ahead = { lastGood: "2036-01-01T00:00:00.000Z", lastTried: "2036-01-01T00:00:00.000Z" };
    expect(isDue({ ...base, ...ahead })).toBe(true);
  });
});

describe("the warning", () => {
  const state = { destinations: 1, requests: 1, lastGood: base.lastGood, now: base.now };
  test("speaks after three days, or when none was ever made", () => {
    expect(warningOf(state)).toEqual({ kind: "fine", days: 0 });
    expect(warningOf({ ...state, now: "2026-11-20T09:00:00.000Z" })).toEqual({
      kind: "old",
      days: 3,
    });
    expect(warningOf({ ...state, lastGood: null }).kind).toBe("never");
    expect(warningOf({ ...state, destinations: 0, lastGood: null }).kind).toBe("nowhere");
  });
  test("is silent over an archive that holds no request", () => {
    expect(warningOf({ ...state, requests: 0, destinations: 0 }).kind).toBe("fine");
  });
});

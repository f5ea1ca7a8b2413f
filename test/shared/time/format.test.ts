import { describe, expect, test } from "vitest";
import {
  clock,
  longDay,
  longMoment,
  moment,
  monthName,
  plainDay,
  romanMonth,
  shortDay,
  shortMoment,
} from "#shared/time/format.ts";

describe("days and moments in Indonesian words", () => {
  test("a day is written with its weekday, plainly or short", () => {
    expect(longDay("2026-11-19")).toBe("Kamis, 19 November 2026");
    expect(plainDay("2026-03-01")).toBe("1 Maret 2026");
    expect(shortDay("2026-08-17")).toBe("17 Agu 2026");
  });

  test("the month is a name or a Roman numeral", () => {
    expect(monthName("2026-05")).toBe("Mei 2026");
    expect(romanMonth("2026-04-30")).toBe("IV");
    expect(romanMonth("2026-12-31")).toBe("XII");
  });

  test("a moment is written in the office's zone", () => {
    const instant = "2026-11-16T02:12:00Z";
    expect(clock(instant, "WIB")).toBe("09.12");
    expect(shortMoment(instant, "WITA")).toBe("16 Nov 10.12");
    expect(moment(instant, "WIB")).toBe("16 Nov 2026 09.12 WIB");
    expect(longMoment(instant, "WIT")).toBe("16 November 2026 pukul 11.12 WIT");
  });

  test("an evening in UTC is already the next day, month and year in the office", () => {
    expect(moment("2026-12-31T17:30:00Z", "WIB")).toBe("1 Jan 2027 00.30 WIB");
    expect(shortMoment("2026-12-31T16:30:00Z", "WIB")).toBe("31 Des 23.30");
  });
});

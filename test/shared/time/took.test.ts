import { describe, expect, it } from "vitest";
import { indexCalendar } from "#shared/time/calendar-index.ts";
import { tookBetween, tookWords } from "#shared/time/took.ts";
import { at, perpres } from "./calendars.ts";

const index = indexCalendar(perpres, 2025, 2026);
const words = (from: string, to: string) => tookWords(tookBetween(index, at(from), at(to), []));

describe("how long a step really took", () => {
  it.each([
    // Friday's break is 11.30 to 13.00; the office closes at 16.30 on Fridays, opens at 07.30.
    ["2025-07-07 09:00", "2025-07-07 09:40", "40 mnt"],
    ["2025-07-07 09:00", "2025-07-07 14:00", "4 jam"],
    ["2025-07-11 16:00", "2025-07-14 08:00", "1 jam"],
    ["2025-07-07 07:30", "2025-07-09 16:00", "3 hari kerja"],
    ["2025-07-07 22:00", "2025-07-07 23:00", null],
  ])("%s to %s is %s", (from, to, expected) => {
    expect(words(from, to)).toBe(expected);
  });

  it("leaves out the pauses", () => {
    const pauses = [{ from: at("2025-07-07 10:00"), to: at("2025-07-07 11:00") }];
    const took = tookBetween(index, at("2025-07-07 09:00"), at("2025-07-07 11:30"), pauses);
    expect(took.minutes).toBe(90);
  });
});

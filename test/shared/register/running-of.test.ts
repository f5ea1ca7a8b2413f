import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterNumber, PATTERN_PRESETS } from "#shared/letter/number.ts";
import { runningOf } from "#shared/register/running-of.ts";
import { registrationNumber, isInSeries, strangerSeries } from "#shared/register/series.ts";

describe("the running number in a number that was typed", () => {
  it("is found by every pattern that offices use, whatever the classification", () => {
    const patterns = PATTERN_PRESETS.map(({ pattern }) => pattern);
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns, "{nomor:3}/ND/{unit}/{bulan}/{tahun}", "{nomor}"),
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom("", "500.14.4", "HM.01"),
        fc.constantFrom("", "DISKOMINFO", "IV.16-WK"),
        fc.constantFrom("", "a"),
        (pattern, running, classification, unit, suffix) => {
          const parts = { running, suffix, date: "2026-11-16", classification, unit };
          expect(runningOf(pattern, unit, letterNumber(pattern, parts))).toBe(running);
        },
      ),
      { verbose: 1 },
    );
  });

  it("is none where the number follows another pattern", () => {
    expect(runningOf("{nomor}/ND/{tahun}", "", "7/LAMA")).toBeNull();
    expect(runningOf("{klasifikasi}/{nomor}/{unit}", "OR", "tanpa nomor")).toBeNull();
  });
});

describe("the numbers that every PC counts by itself", () => {
  it("bear its letter, and sort by year and letter", () => {
    expect(registrationNumber({ year: 2026, value: 7 })).toBe("2026/0007");
    expect(registrationNumber({ year: 2026, value: 7, series: "B" })).toBe("2026/B-0007");
    const series = ["", "B", "C"].filter((one) => isInSeries(one, "B-12"));
    expect(series).toEqual(["B"]);
    expect(isInSeries("", "12")).toBe(true);
    expect(isInSeries("", "AG-12")).toBe(true);
  });

  it("bear a letter of chance where the PC does not know its own", () => {
    expect(strangerSeries("7f3a-99")).toBe("X7F3");
    expect(strangerSeries("-")).toBe("X000");
    expect(isInSeries("", "X7F3-1")).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { firstNumber, letterNumber, PATTERN_PRESETS } from "#shared/letter/number.ts";

/** What the offices' own letters say besides their pattern. */
const SEEN = {
  "500.14.4/1110/403.113/2024": ["500.14.4", 1110, "403.113", "2024-05-06"],
  "188/6593/429.116/2022": ["188", 6593, "429.116", "2022-12-30"],
  "555/028/DKISP/IV/2023": ["555", 28, "DKISP", "2023-04-11"],
  "800/212.h/IV.16-WK/2023": ["800", 212, "IV.16-WK", "2023-02-01"],
  "000.8.3.3/15/OR": ["000.8.3.3", 15, "OR", "2025-01-07"],
} as const;

const parts = { running: 28, date: "2026-11-16", classification: "500.14", unit: "DISKOMINFO" };

describe("a letter's number", () => {
  it.each(PATTERN_PRESETS)("by the pattern $pattern is the one that was seen: $seen", (preset) => {
    const [classification, running, unit, date] = SEEN[preset.seen];
    expect(letterNumber(preset.pattern, { classification, running, unit, date })).toBe(preset.seen);
  });

  it("is padded to the digits that the pattern names, and never cut", () => {
    expect(letterNumber("{nomor:3}", parts)).toBe("028");
    expect(letterNumber("{nomor:3}", { ...parts, running: 12_345 })).toBe("12345");
    expect(letterNumber("{nomor}", parts)).toBe("28");
  });

  it("leaves no stroke behind for a part that is empty", () => {
    const bare = { ...parts, unit: "", classification: "" };
    expect(letterNumber("{klasifikasi}/{nomor}/{unit}/{tahun}", bare)).toBe("28/2026");
    expect(letterNumber("{nomor}/{unit}", bare)).toBe("28");
  });

  it("carries the letter of an inserted one beside its running number", () => {
    const inserted = { ...parts, running: 123, suffix: "a" };
    expect(letterNumber("{klasifikasi}/{nomor}/{unit}/{bulan}/{tahun}", inserted)).toBe(
      "500.14/123.a/DISKOMINFO/XI/2026",
    );
    expect(letterNumber("{nomor:4}", inserted)).toBe("0123.a");
  });

  it("takes what is typed as it is, also where it looks like a part of the pattern", () => {
    expect(letterNumber("{nomor}/{unit}", { ...parts, unit: "{tahun}$&" })).toBe("28/{tahun}$&");
    expect(letterNumber("{nomor}/{lain}", parts)).toBe("28/{lain}");
  });
});

describe("the first number of a year", () => {
  const settings = { pattern: "{nomor}", reset: "yearly", first: 813, firstIn: 2026 } as const;

  it("goes on from the book on paper in the year that it was set for, and is 1 later", () => {
    expect(firstNumber(settings, 2026)).toBe(813);
    expect(firstNumber(settings, 2027)).toBe(1);
    expect(firstNumber({ ...settings, firstIn: 0 }, 2027)).toBe(813);
  });

  it("holds for good where numbers never start anew", () => {
    expect(firstNumber({ ...settings, reset: "never" }, 0)).toBe(813);
  });
});

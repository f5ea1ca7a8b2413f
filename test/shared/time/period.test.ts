import { describe, expect, it } from "vitest";
import { nextPeriod, periodOf, periodWords } from "#shared/time/period.ts";

describe("periods of recurring work", () => {
  it("are the month or the year that a day lies in", () => {
    expect(periodOf("2026-11-30", "monthly")).toBe("2026-11");
    expect(periodOf("2026-11-30", "yearly")).toBe("2026");
  });

  it.each([
    ["2026-01", "2026-02"],
    ["2026-09", "2026-10"],
    ["2026-12", "2027-01"],
    ["2026", "2027"],
  ])("follow each other: %s, %s", (period, next) => {
    expect(nextPeriod(period)).toBe(next);
  });

  it("sort as they follow each other, through twenty years", () => {
    let period = "2020-01";
    for (let count = 0; count < 240; count += 1) {
      const next = nextPeriod(period);
      expect(next > period).toBe(true);
      period = next;
    }
    expect(period).toBe("2040-01");
  });

  it("are written with the name of the month", () => {
    expect(periodWords("2026-11")).toBe("November 2026");
    expect(periodWords("2026-01")).toBe("Januari 2026");
    expect(periodWords("2026")).toBe("2026");
  });
});

import { describe, expect, it } from "vitest";
import { periodsAround } from "../../../renderer/pages/work/periods.ts";

describe("periods to choose from", () => {
  it("runs a year back and a year ahead by months, across the turn of the year", () => {
    const periods = periodsAround("2026-01-15", "monthly", "");
    expect(periods).toHaveLength(25);
    expect(periods[0]).toBe("2025-01");
    expect(periods[11]).toBe("2025-12");
    expect(periods[12]).toBe("2026-01");
    expect(periods.at(-1)).toBe("2027-01");
  });

  it("gives years for yearly work", () => {
    const periods = ["2023", "2024", "2025", "2026", "2027", "2028"];
    expect(periodsAround("2026-11-21", "yearly", "2026")).toEqual(periods);
  });

  it("keeps the wanted period wherever it lies", () => {
    expect(periodsAround("2026-11-21", "yearly", "2019")[0]).toBe("2019");
    expect(periodsAround("2026-11-21", "monthly", "2030-03").at(-1)).toBe("2030-03");
  });
});

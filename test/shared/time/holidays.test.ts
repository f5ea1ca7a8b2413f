import { describe, expect, it } from "vitest";
import { collectHolidays, readHolidaysJson } from "#shared/time/holidays.ts";
import { shippedYear } from "./calendars.ts";

const file = (holidays: unknown, year: unknown = 2025): string =>
  JSON.stringify({ year, decree: "SKB", holidays });
const found = (text: string) =>
  readHolidaysJson(text).findings.map(({ code, row }) => `${code} ${row}`);

describe("holidays that the program ships", () => {
  it.each([
    [2024, 17, 10, 2],
    [2025, 17, 11, 0],
    [2026, 17, 8, 0],
  ])("of %i are %i national, %i of joint leave and %i others", (year, national, joint, other) => {
    const { holidays, decree, findings } = readHolidaysJson(shippedYear(year));
    expect(findings).toEqual([]);
    expect(decree).not.toBe("");
    const kinds = Map.groupBy(holidays, ({ kind }) => kind);
    expect(kinds.get("national") ?? []).toHaveLength(national);
    expect(kinds.get("joint_leave") ?? []).toHaveLength(joint);
    expect(kinds.get("other") ?? []).toHaveLength(other);
    expect(holidays.every(({ day, name }) => day.startsWith(String(year)) && name !== "")).toBe(
      true,
    );
  });

  it("hold 18 August 2025 as joint leave", () => {
    expect(readHolidaysJson(shippedYear(2025)).holidays).toContainEqual({
      day: "2025-08-18",
      kind: "joint_leave",
      name: "Proklamasi Kemerdekaan",
    });
  });
});

describe("a year's holidays from JSON", () => {
  it("come in order, with kinds in the decree's words", () => {
    const text = file([
      { day: "2025-12-26", kind: "Cuti  Bersama", name: " Natal " },
      { day: "2025-12-25" },
    ]);
    expect(readHolidaysJson(`\uFEFF${text}`)).toEqual({
      decree: "SKB",
      findings: [],
      holidays: [
        { day: "2025-12-25", kind: "national", name: "" },
        { day: "2025-12-26", kind: "joint_leave", name: "Natal" },
      ],
    });
  });

  it.each([
    ["", "file_empty null"],
    ["{", "file_unreadable null"],
    ["[]", "file_unreadable null"],
    ['{"year": 2025}', "file_unreadable null"],
    [file([], 20_255), "file_unreadable null"],
    [file([]), "file_empty null"],
    [file([{ day: "2025-02-30" }]), "date_invalid 1"],
    [file([{ day: "25 Desember 2025" }]), "date_invalid 1"],
    [file([{ day: "2024-12-25" }]), "other_year 1"],
    [file([{ day: "2025-12-25", kind: "libur lokal" }]), "kind_unknown 1"],
    [file([{ day: "2025-12-25", name: "x".repeat(161) }]), "name_invalid 1"],
    [file([{ day: "2025-12-25" }, { day: "2025-12-25" }]), "day_twice 2"],
    ["x".repeat(5_000_001), "file_too_large null"],
  ])("%# are told what is wrong", (text, finding) => {
    expect(found(text)).toEqual([finding]);
  });

  it("are taken but told when they are more than 200", () => {
    const rows = Array.from({ length: 201 }, (_, at) => ({
      row: at + 1,
      day: new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
      kind: "",
      name: "",
    }));
    const { holidays, findings } = collectHolidays(rows);
    expect(holidays).toHaveLength(201);
    expect(findings).toEqual([{ code: "too_many", row: null, detail: "2025: 201" }]);
  });
});

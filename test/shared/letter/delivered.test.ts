import { describe, expect, test } from "vitest";
import { deliveredFiles, deliveredItems, leftOut } from "#shared/letter/delivered.ts";
import { fileOf, requestOf, visitOf } from "../../support/paper.ts";

describe("what a letter delivers", () => {
  test("is the data that is there, and it says how much is not", () => {
    const { items } = requestOf(4);
    const found = ["available", "partial", "unavailable", "excluded"] as const;
    const assessed = items.map((item, index) => ({ ...item, availability: found[index]! }));
    expect(deliveredItems(assessed).map(({ no }) => no)).toEqual([1, 2]);
    expect(leftOut(assessed)).toContain("Dari 4 (empat) data yang diminta, 2 (dua) data lainnya");
  });

  test("is everything when nothing was assessed", () => {
    const { items } = requestOf(3);
    expect(deliveredItems(items)).toHaveLength(3);
    expect(leftOut(items)).toBe("");
  });

  test("are the files of the step it is written on and the one before, not later ones", () => {
    const request = requestOf(1, {
      visits: [
        visitOf(7, "2026-11-17T02:00:00Z"),
        visitOf(8, "2026-11-18T02:00:00Z"),
        visitOf(9, "2026-11-19T01:00:00Z"),
        visitOf(10, "2026-11-20T01:00:00Z"),
      ],
      files: [
        fileOf("mentah.xlsx", 7, "2026-11-17T03:00:00Z"),
        fileOf("olahan.xlsx", 8, "2026-11-18T03:00:00Z"),
        { ...fileOf("salah.xlsx", 8, "2026-11-18T03:00:00Z"), withdrawn: "salah" },
        fileOf("metadata.pdf", 9, "2026-11-19T02:00:00Z"),
        fileOf("susulan.pdf", 9, "2026-11-19T05:00:00Z"),
      ],
    });
    expect(deliveredFiles(request, "2026-11-19T02:12:00Z")).toEqual([
      "olahan.xlsx",
      "metadata.pdf",
    ]);
  });
});

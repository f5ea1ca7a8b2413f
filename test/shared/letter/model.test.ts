import { describe, expect, test } from "vitest";
import { dispositionModel } from "#shared/letter/model.ts";
import type { DispositionSheet, DocumentModel } from "#shared/letter/types.ts";
import { OFFICE, requestOf } from "../../support/paper.ts";

const sheetOf = ({ blocks }: DocumentModel): DispositionSheet => {
  const [sheet] = blocks;
  if (sheet?.type !== "disposition") throw new Error("no lembar disposisi");
  return sheet;
};

describe("lembar disposisi", () => {
  const order = { office: OFFICE, request: requestOf(1), today: "2026-11-20" };

  test("without a disposition every box is empty and the date is left open", () => {
    const sheet = sheetOf(dispositionModel(order));
    expect(sheet.recipients.map((one) => one.text)).toEqual(OFFICE.recipients);
    expect(
      [...sheet.recipients, ...sheet.instructions, ...sheet.nature].map((one) => one.mark),
    ).toEqual(Array.from({ length: 8 }, () => ""));
    expect(sheet.signature.place).toMatch(/^Contoh, …+$/);
  });

  test("several recipients are numbered in their order, unlisted ones come last", () => {
    const disposition = {
      to: ["Staf Ahli", "Staf Statistik"],
      instructions: ["Proses lebih lanjut"],
      nature: "urgent" as const,
      note: "Segera.",
      due: "2026-11-20",
      from: "",
      parent: null,
      leads: "",
    };
    const sheet = sheetOf(dispositionModel({ ...order, disposition }));
    expect(sheet.recipients).toEqual([
      { text: "Sekretaris Dinas", mark: "" },
      { text: "Kepala Bidang Statistik", mark: "" },
      { text: "Staf Statistik", mark: "2" },
      { text: "Staf Ahli (utama)", mark: "1" },
    ]);
    expect(sheet.instructions[1]?.mark).toBe("✓");
    expect(sheet.nature.map((one) => one.mark)).toEqual(["", "✓", ""]);
    expect(sheet.due).toBe("Jumat, 20 November 2026");
    expect(sheet.signature.place).toBe("Contoh, 20 November 2026");
  });

  test("the latest disposition that was given is printed with its own day", () => {
    const given = {
      id: "p1",
      at: "2026-11-17T18:00:00Z",
      by: { id: "u1", name: "Rudi Contoh" },
      to: ["Staf Statistik"],
      instructions: [],
      nature: "ordinary" as const,
      note: "",
      due: "" as const,
      from: "",
      parent: null,
      leads: "",
      reports: [],
    };
    const request = requestOf(1, { dispositions: [given] });
    const model = dispositionModel({ ...order, request });
    expect(model.date).toBe("2026-11-18");
    expect(sheetOf(model).recipients[2]?.mark).toBe("✓");
  });
});

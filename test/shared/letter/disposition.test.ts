import { describe, expect, test } from "vitest";
import { dispositionModel, type DispositionOrder } from "#shared/letter/model.ts";
import type { DispositionSheet } from "#shared/letter/types.ts";
import { dispositionSchema } from "#shared/request/model.ts";
import { OFFICE, requestOf } from "../../support/paper.ts";

/** The lembar disposisi as plain data; how it is set is tested in electron/core/documents. */

const TODAY = "2026-11-20";
const order = { office: OFFICE, request: requestOf(1, { agenda: "47" }), today: TODAY };

function sheetOf(changes: Partial<DispositionOrder> = {}): DispositionSheet {
  const block = dispositionModel({ ...order, ...changes }).blocks[0];
  if (block?.type !== "disposition") throw new Error("no lembar disposisi");
  return block;
}
const written = (changes: object) =>
  dispositionSchema.parse({ to: ["Staf Ahli", "Staf Statistik"], ...changes });
const given = (id: string, changes: object) => ({
  ...written(changes),
  id,
  at: "2026-11-17T18:00:00Z",
  by: { id: "u1", name: "Rudi Contoh" },
  reports: [],
});

describe("the lembar disposisi", () => {
  test("without a disposition has only empty boxes and an open date", () => {
    const sheet = sheetOf();
    const boxes = [...sheet.recipients, ...sheet.instructions, ...sheet.nature];
    expect(new Set(boxes.map(({ mark }) => mark))).toEqual(new Set([""]));
    expect(sheet.signature).toMatchObject({ name: "Dra. Siti Contoh, M.Si." });
    expect(sheet.signature.place).toMatch(/^Contoh, …+$/);
  });

  test("bears the number of the agenda", () => {
    expect(sheetOf().received).toContainEqual({
      label: "Nomor agenda",
      value: "47",
      strong: true,
    });
  });

  test("numbers several recipients, the leading one first and named as such", () => {
    expect(sheetOf({ disposition: written({ leads: "Staf Statistik" }) }).recipients).toEqual([
      { text: "Sekretaris Dinas", mark: "" },
      { text: "Kepala Bidang Statistik", mark: "" },
      { text: "Staf Statistik (utama)", mark: "1" },
      { text: "Staf Ahli", mark: "2" },
    ]);
    const first = sheetOf({ disposition: written({}) }).recipients;
    expect(first.at(-1)).toEqual({ text: "Staf Ahli (utama)", mark: "1" });
    const alone = sheetOf({ disposition: written({ to: ["Staf Statistik"] }) }).recipients;
    expect(alone.at(-1)).toEqual({ text: "Staf Statistik", mark: "✓" });
  });

  test("holds instructions in the office's words and in others", () => {
    const instructions = ["Hadiri rapatnya", "Proses lebih lanjut"];
    expect(sheetOf({ disposition: written({ instructions }) }).instructions).toEqual([
      { text: "Tanggapan dan saran", mark: "" },
      { text: "Proses lebih lanjut", mark: "✓" },
      { text: "Hadiri rapatnya", mark: "✓" },
    ]);
  });

  test.each([
    ["", "Kepala Dinas Komunikasi dan Informatika,", "Dra. Siti Contoh, M.Si."],
    ["Kepala Bidang Statistik", "Plt. Kepala Bidang Statistik,", "Rudi Contoh"],
    ["Kepala Seksi", "Kepala Seksi,", "Dewi Contoh"],
    ["Sekretaris Dinas", "Sekretaris Dinas,", ""],
  ])("given by “%s” is signed by whoever holds the post", (from, post, name) => {
    const acting = {
      post: "Kepala Bidang Statistik",
      name: "Rudi Contoh",
      rank: "",
      nip: "",
      standing: "Plt." as const,
      from: "2026-01-01",
      until: "",
    };
    const sheet = sheetOf({
      office: { ...OFFICE, terms: [acting] },
      disposition: written({ from }),
      people: [{ post: "kepala seksi", name: "Dewi Contoh" }],
    });
    expect(sheet.signature).toMatchObject({ post, name, place: "Contoh, 20 November 2026" });
  });

  test("is the latest one that was given, or the one asked for, with its own day", () => {
    const dispositions = [given("d1", { note: "Pertama." }), given("d2", { note: "Kedua." })];
    const request = requestOf(1, { dispositions });
    expect(sheetOf({ request }).note).toBe("Kedua.");
    expect(sheetOf({ request, dispositionId: "d1" }).note).toBe("Pertama.");
    expect(dispositionModel({ ...order, request }).date).toBe("2026-11-18");
  });
});

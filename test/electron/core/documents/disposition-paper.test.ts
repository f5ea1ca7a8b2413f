import { createHash } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { printDisposition } from "#core/documents/disposition-paper.ts";
import { createDocumentPrinter } from "#core/documents/printer.ts";
import { dispositionModel } from "#shared/letter/model.ts";
import type { Office } from "#shared/office.ts";
import { type DispositionLayout, dispositionSchema, PAPERS } from "#shared/request/model.ts";
import { OFFICE, requestOf } from "../../../support/paper.ts";
import { readPdf } from "../../../support/pdf.ts";
import { inkOf } from "../../../support/pdf-ink.ts";

const FONTS = new URL("../../../../resources/fonts", import.meta.url).pathname;
const printer = createDocumentPrinter({ fonts: FONTS });
afterAll(() => printer.close());

const POINTS_PER_MM = 72 / 25.4;
const numbered = (words: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${words} ${index + 1}`);
/** Of the usual size: eight posts, eight instructions. */
const LARGE: Office = {
  ...OFFICE,
  recipients: numbered("Kepala Bidang Statistik dan Persandian", 8),
  instructions: numbered("Koordinasi dan konfirmasikan", 8),
};
const NOTE = "Siapkan sesuai daftar, perhatikan data yang dikecualikan.";

const modelOf = (office: Office, changes: object = {}) =>
  dispositionModel({
    office,
    request: requestOf(1, { agenda: "47" }),
    disposition: dispositionSchema.parse({
      to: office.recipients.slice(0, 2),
      instructions: ["Proses lebih lanjut", "Hadiri rapatnya"],
      nature: "urgent",
      note: NOTE,
      due: "2026-11-20",
      ...changes,
    }),
    today: "2026-11-18",
  });
const print = async (model: ReturnType<typeof modelOf>, layout: DispositionLayout, paper = "A4") =>
  (await printDisposition(printer, model, paper as "A4" | "F4", layout)).pdf;

const OFFICES = { small: OFFICE, large: LARGE };
const CASES = (["small", "large"] as const).flatMap((office) =>
  PAPERS.map((paper) => ({ office, paper })),
);

describe("a usual lembar disposisi", () => {
  test.each(CASES)("of a $office office has half a sheet of $paper", async ({ office, paper }) => {
    const pages = await inkOf(await print(modelOf(OFFICES[office]), "half", paper));
    expect(pages).toHaveLength(1);
    for (const page of pages) {
      const lowest = Math.max(...page.words.map((word) => word.bottom));
      expect(lowest).toBeLessThan(page.height / 2 - 4.5 * POINTS_PER_MM);
    }
  });

  test.each(CASES)("of a $office office stands twice on one $paper", async ({ office, paper }) => {
    const [page, ...others] = await inkOf(await print(modelOf(OFFICES[office]), "two", paper));
    expect(others).toEqual([]);
    if (page === undefined) throw new Error("no page");
    const middle = page.height / 2;
    const upper = page.words.filter((word) => word.bottom < middle);
    const lower = page.words.filter((word) => word.top > middle);
    expect(upper.length + lower.length).toBe(page.words.length);
    expect(lower.map((word) => word.text)).toEqual(upper.map((word) => word.text));
    lower.forEach((word, index) => {
      expect(word.top - (upper[index]?.top ?? 0)).toBeCloseTo(middle, 0);
      expect(word.bottom).toBeLessThan(page.height - 5 * POINTS_PER_MM);
    });
  });

  test.each(["small", "large"] as const)("of a %s office has one sheet of A5", async (office) => {
    for (const paper of PAPERS) {
      const pdf = await print(modelOf(OFFICES[office]), "a5", paper);
      const [{ size } = { size: null }, ...others] = (await readPdf(pdf)).pages;
      expect(size).toEqual([148, 210]);
      expect(others).toEqual([]);
      const [page] = await inkOf(pdf);
      for (const word of page?.words ?? []) {
        expect(word.left, word.text).toBeGreaterThan(9 * POINTS_PER_MM);
        expect(word.right, word.text).toBeLessThan((148 - 9) * POINTS_PER_MM);
        expect(word.bottom, word.text).toBeLessThan((210 - 9) * POINTS_PER_MM);
      }
    }
  });

  test("says the same in every layout", async () => {
    const [half, two, a5] = await Promise.all(
      (["half", "two", "a5"] as const).map(async (layout) => {
        const { pages } = await readPdf(await print(modelOf(LARGE), layout));
        return pages.map((page) => page.text.replaceAll(" ", "")).join("");
      }),
    );
    expect(a5).toBe(half);
    expect(two).toBe(`${half}${half}`);
    for (const words of [NOTE, "Hadiri rapatnya", "Jumat, 20 November 2026", "(utama)"]) {
      expect(half).toContain(words.replaceAll(" ", ""));
    }
  });
});

describe("a lembar disposisi with much to say", () => {
  const long = modelOf(LARGE, { note: numbered("Periksa data nomor", 85).join(", ") });

  test.each(["half", "a5"] as const)("loses nothing (%s)", async (layout) => {
    const pages = await inkOf(await print(long, layout));
    const text = pages.flatMap((page) => page.words.map((word) => word.text)).join(" ");
    expect(text.replace(/\s+/g, " ")).toContain("data nomor 85");
    for (const page of pages) {
      for (const word of page.words) expect(word.bottom, word.text).toBeLessThan(page.height - 14);
    }
    const signed = pages.find((page) => page.words.some((word) => word.text.includes("NIP")));
    expect(signed?.words.map((word) => word.text).join(" ")).toContain("Kepala Dinas");
  });

  test("has a sheet for each of two copies, with the same words", async () => {
    const { pages } = await readPdf(await print(long, "two"));
    const copies = pages.length / 2;
    const words = pages.map((page) => page.text.replace(/halaman \d+ dari \d+/, ""));
    expect(words.slice(0, copies)).toEqual(words.slice(copies));
    expect(words[0]).toContain("LEMBAR DISPOSISI");
    expect(words[copies]).toContain("LEMBAR DISPOSISI");
  });
});

test("the same disposition gives the same bytes", async () => {
  const hashOf = async () =>
    createHash("sha256")
      .update(await print(modelOf(OFFICE), "two"))
      .digest("hex");
  expect(await hashOf()).toBe(await hashOf());
});

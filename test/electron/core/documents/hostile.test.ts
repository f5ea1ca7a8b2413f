import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { createDocumentPrinter } from "#core/documents/printer.ts";
import type { Block, DocumentModel, Signature } from "#shared/letter/types.ts";
import { KOP, letterOf } from "../../../support/letter.ts";
import { inkOf } from "../../../support/pdf-ink.ts";

const FONTS = new URL("../../../../resources/fonts", import.meta.url).pathname;
const printer = createDocumentPrinter({ fonts: FONTS });
afterAll(() => printer.close());

const SEED = Number(process.env["SEED"] ?? 20261121);
const POINTS_PER_MM = 72 / 25.4;
/** Nothing stands nearer to the edge, in points; the rounding of widths is allowed for. */
const EDGE = 5 * POINTS_PER_MM - 0.6;

/** A word that stands on the paper as often as in the letter, or more where headings repeat. */
const COUNTED = "tanda";
const countIn = (text: string): number => text.match(/tanda/gi)?.length ?? 0;

/** Words that writers, spreadsheets and mischief bring: long, joined, from the right, in pictures. */
const WORDS = [
  COUNTED,
  "Undang-Undang",
  "W".repeat(90),
  "x".repeat(400),
  "https://data.contoh.go.id/" + "daftar_".repeat(30),
  "A-".repeat(100),
  "W-W".repeat(12),
  "🙂👍🏽👨‍👩‍👧".repeat(20),
  "aⴰ".repeat(80),
  "محمد عبد الله بن أحمد",
  "שלום".repeat(20),
  "中文".repeat(40),
  "\u200F\u202E\u0007",
  "é́́́",
  "ﷺ﷽",
  "𝒟𝒶𝓉𝒶",
  "“Rp1.000.000,00”",
  "",
];
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...WORDS), { maxLength: most }),
      fc.constantFrom(" ", " ", " ", "\n"),
    )
    .map(([words, between]) => words.join(between));

const field = fc.record({ label: text(2), value: text(4), strong: fc.boolean() });
const signature: fc.Arbitrary<Signature> = fc.record({
  place: text(2),
  post: text(4),
  name: text(2),
  details: fc.array(text(2), { maxLength: 3 }),
  anchor: fc.constantFrom("", "${ttd_pengirim}", "W".repeat(40)),
});

const table = fc
  .tuple(
    fc.array(
      fc.record({
        heading: text(2).map((heading) => heading.slice(0, 80)),
        share: fc.constantFrom(1, 5, 20, 1000),
        align: fc.constantFrom("left" as const, "center" as const),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    fc.array(fc.array(text(2), { maxLength: 10 }), { maxLength: 6 }),
  )
  .map(([columns, rows]): Block => ({ type: "table", columns, rows }));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant("title" as const),
    text: text(4),
    number: text(2),
    about: text(6),
  }),
  fc.record({
    type: fc.constant("opening" as const),
    place: text(2),
    fields: fc.array(field, { maxLength: 4 }),
    salutation: fc.constantFrom("Yth.", "", "W".repeat(60)),
    to: fc.array(text(3), { maxLength: 5 }),
  }),
  fc.record({ type: fc.constant("paragraph" as const), text: text(30), indent: fc.boolean() }),
  fc.record({ type: fc.constant("lead" as const), text: text(3) }),
  fc.record({ type: fc.constant("fields" as const), fields: fc.array(field, { maxLength: 6 }) }),
  fc.record({
    type: fc.constant("list" as const),
    style: fc.constantFrom("number" as const, "letter" as const, "dash" as const),
    items: fc.oneof(
      { weight: 20, arbitrary: fc.array(text(6), { maxLength: 8 }) },
      { weight: 1, arbitrary: text(2).map((one) => Array.from({ length: 300 }, () => one)) },
    ),
  }),
  table,
  fc.record({
    type: fc.constant("signing" as const),
    paragraphs: fc.array(text(12), { maxLength: 3 }),
    signers: fc.array(signature, { minLength: 1, maxLength: 3 }),
    initials: fc.array(fc.record({ post: text(2), mark: fc.constantFrom("", "✓", "RC") }), {
      maxLength: 4,
    }),
  }),
  fc.record({ type: fc.constant("copies" as const), items: fc.array(text(3), { maxLength: 15 }) }),
  fc.record({
    type: fc.constant("appendix" as const),
    heading: text(3),
    fields: fc.array(field, { maxLength: 3 }),
    title: text(4),
  }),
  fc.record({
    type: fc.constant("qr" as const),
    text: text(2).map((one) => one.slice(0, 300)),
    caption: text(3),
  }),
);

const between = (least: number, most: number) => fc.integer({ min: least, max: most });
const model: fc.Arbitrary<DocumentModel> = fc
  .record({
    mark: fc.constantFrom("", "DRAF – belum bernomor"),
    reference: text(5),
    kop: fc.option(
      fc.record({
        government: text(3),
        name: text(3),
        lines: fc.array(text(3), { maxLength: 3 }),
        logo: fc.constant(""),
      }),
    ),
    style: fc.record({
      paper: fc.constantFrom("A4" as const, "F4" as const),
      margins: fc.record({
        top: between(5, 60),
        right: between(5, 60),
        bottom: between(10, 60),
        left: between(5, 60),
      }),
      font: fc.constantFrom("sans" as const, "serif" as const),
      size: between(10, 13),
      spacing: fc.constantFrom(1, 1.12, 1.5, 2),
    }),
    blocks: fc.array(block, { maxLength: 4 }),
  })
  .map(({ blocks, ...changes }) => letterOf(blocks, changes));

/** What of a block is printed, as text. */
function printed(block: Block): string {
  switch (block.type) {
    case "table": {
      const { columns, rows } = block;
      return JSON.stringify([columns, rows.map((row) => row.slice(0, columns.length))]);
    }
    case "signing":
      return JSON.stringify({ ...block, initials: block.initials.slice(0, 3) });
    case "qr":
      return block.caption;
    case "appendix":
    case "copies":
    case "disposition":
    case "fields":
    case "lead":
    case "list":
    case "opening":
    case "paragraph":
    case "title":
      return JSON.stringify(block);
  }
}

test("500 letters of hostile lengths keep every text on the paper, off its edge", async () => {
  await fc.assert(
    fc.asyncProperty(model, async (letter) => {
      const { pdf } = await printer.render(letter);
      const pages = await inkOf(pdf);
      const found = countIn(
        pages
          .flatMap(({ words }) => words.map((word) => word.text))
          .join("")
          .replace(/\s/g, ""),
      );
      const { government, name, lines } = letter.kop ?? { government: "", name: "", lines: [] };
      const wanted = [government, name, ...lines, ...letter.blocks.map(printed)].join(" ");
      expect(found).toBeGreaterThanOrEqual(countIn(wanted));
      for (const { width, height, words } of pages) {
        for (const word of words) {
          const { left, right, top, bottom } = word;
          const isOn =
            left >= EDGE && right <= width - EDGE && top >= EDGE && bottom <= height - EDGE;
          if (!isOn) expect.fail(JSON.stringify({ width, height, ...word }));
        }
      }
    }),
    { numRuns: Number(process.env["LETTERS"] ?? 500), seed: SEED },
  );
}, 120_000);

test("every word of a letter too high for its parts is on the paper", async () => {
  const marks = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
  const long = (name: string) => marks(name, 1200).join(" ");
  const { pdf } = await printer.render(
    letterOf([
      {
        type: "table",
        columns: [
          { heading: "Nama", share: 1 },
          { heading: "Isi", share: 3 },
        ],
        rows: [
          ["satu", long("sel")],
          ["dua", "pendek"],
        ],
      },
      {
        type: "signing",
        paragraphs: [long("kata"), long("akhir")],
        signers: [1, 2, 3].map((one) => ({
          place: "",
          post: marks(`jabatan-${one}-`, 90).join("\n"),
          name: `nama${one}`,
          details: [],
        })),
        initials: [],
      },
      { type: "copies", items: marks("tembusan", 90) },
    ]),
  );
  const printed = (await inkOf(pdf))
    .flatMap((page) => page.words.map((word) => word.text))
    .join(" ");
  const found = new Set(printed.split(/\s+/));
  const wanted = [
    ...marks("sel", 1200),
    ...marks("kata", 1200),
    ...marks("akhir", 1200),
    ...marks("tembusan", 90),
    ...[1, 2, 3].flatMap((one) => [...marks(`jabatan-${one}-`, 90), `nama${one}`]),
  ];
  expect(wanted.filter((word) => !found.has(word))).toEqual([]);
});

test("a kop without a word of its own still has its rule", async () => {
  const { pages } = await printer.render(
    letterOf([], { kop: { ...KOP, government: "", name: "", lines: [] } }),
  );
  expect(pages).toBe(1);
});

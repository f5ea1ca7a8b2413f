import { DRAFT_MARK } from "#shared/letter/compose.ts";
import { createHash } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { createDocumentPrinter } from "#core/documents/printer.ts";
import type { Block, DocumentModel } from "#shared/letter/types.ts";
import { DEFAULT_STYLE } from "#shared/office.ts";
import {
  HEAD,
  KOP,
  letterOf,
  OPENING,
  paragraph,
  SENTENCE,
  signing,
} from "../../../support/letter.ts";
import { readPdf } from "../../../support/pdf.ts";
import { fontsOf, inkOf } from "../../../support/pdf-ink.ts";

const FONTS = new URL("../../../../resources/fonts", import.meta.url).pathname;
const printer = createDocumentPrinter({ fonts: FONTS });
afterAll(() => printer.close());

const POINTS_PER_MM = 72 / 25.4;
const NIP = "NIP 19760520 199511 2 001";

const print = async (blocks: Block[], changes: Partial<DocumentModel> = {}) =>
  (await printer.render(letterOf(blocks, changes))).pdf;
const pagesOf = async (...letter: Parameters<typeof print>) =>
  (await readPdf(await print(...letter))).pages;
const textOf = async (...letter: Parameters<typeof print>) =>
  (await pagesOf(...letter)).map((page) => page.text).join("\n");
const inked = async (...letter: Parameters<typeof print>) => inkOf(await print(...letter));

const ROWS: Block = {
  type: "table",
  columns: [
    { heading: "No", share: 8, align: "center" },
    { heading: "Nama data", share: 70 },
    { heading: "Satuan", share: 20 },
  ],
  rows: [["1", "Produksi padi", "ton"]],
};
const rows = (count: number): Block => ({
  ...ROWS,
  rows: Array.from({ length: count }, (_, index) => [
    `${index + 1}`,
    `Produksi padi kecamatan ke-${index + 1}`,
    "ton",
  ]),
});

/** One of every block but the lembar disposisi. */
const EVERYTHING: Block[] = [
  OPENING,
  { type: "title", text: "KEPUTUSAN", number: "7/KEP/2026", about: "penetapan data" },
  paragraph(),
  { type: "paragraph", text: SENTENCE, indent: false },
  { type: "lead", text: "Rinciannya:" },
  { type: "fields", fields: [{ label: "Periode", value: "2026" }] },
  { type: "list", style: "number", items: [SENTENCE, "dua"] },
  rows(3),
  {
    type: "signing",
    paragraphs: ["Demikian disampaikan."],
    signers: [{ ...HEAD, anchor: "${ttd_pengirim}" }],
    initials: [{ post: "Sekretaris", mark: "" }],
  },
  { type: "copies", items: ["Bupati Contoh", "Arsip"] },
  { type: "qr", text: "https://data.contoh.go.id/cek/1", caption: "Pindai untuk memeriksa." },
  {
    type: "appendix",
    heading: "Lampiran Surat",
    fields: [{ label: "Nomor", value: "12" }],
    title: "DAFTAR",
  },
  rows(3),
];

describe("paper and style", () => {
  test("the paper is that of the style, or the one asked for", async () => {
    const f4 = { style: { ...DEFAULT_STYLE, paper: "F4" as const } };
    for (const page of await pagesOf(EVERYTHING)) expect(page.size).toEqual([210, 297]);
    for (const page of await pagesOf(EVERYTHING, f4)) expect(page.size).toEqual([215, 330]);
    const { pdf } = await printer.render(letterOf(EVERYTHING), "F4");
    for (const page of (await readPdf(pdf)).pages) expect(page.size).toEqual([215, 330]);
  });

  test.each([
    { top: 25, right: 25, bottom: 25, left: 30 },
    { top: 15, right: 12, bottom: 40, left: 50 },
    { top: 5, right: 5, bottom: 10, left: 5 },
  ])("texts begin at the margins and end within them: %o", async (margins) => {
    const long = Array.from({ length: 30 }, () => paragraph(SENTENCE.repeat(3)));
    const pages = await inked([...long, signing()], { style: { ...DEFAULT_STYLE, margins } });
    expect(pages.length).toBeGreaterThan(1);
    const inside = pages.flatMap(({ width, height, words }) =>
      words
        .filter((word) => !/^(halaman|Surat Nomor)/.test(word.text))
        .map((word) => [
          word.left / POINTS_PER_MM - margins.left,
          (width - word.right) / POINTS_PER_MM - margins.right,
          word.top / POINTS_PER_MM - margins.top,
          (height - word.bottom) / POINTS_PER_MM - margins.bottom,
        ]),
    );
    for (const side of [0, 1, 2, 3]) {
      const nearest = Math.min(...inside.map((distances) => distances[side] ?? 0));
      expect(nearest).toBeGreaterThan(-0.3);
      // The last line of a page leaves at most a line.
      expect(nearest).toBeLessThan(side < 3 ? 1.5 : 6);
    }
  });

  test("size, face and spacing are the style's", async () => {
    const style = { ...DEFAULT_STYLE, font: "serif" as const, size: 13, spacing: 2 };
    const [page] = await inked([paragraph(SENTENCE.repeat(4))], { style, kop: null });
    const lines = [...new Set(page?.words.map((word) => Math.round(word.bottom)))];
    expect(fontsOf(await print([paragraph()], { style })).map((font) => font.name)).toEqual([
      expect.stringContaining("LiberationSerif"),
      expect.stringContaining("LiberationSerif"),
    ]);
    expect((lines[1] ?? 0) - (lines[0] ?? 0)).toBeCloseTo(13 * 1.149 * 2, -1);
    expect((page?.words[0]?.bottom ?? 0) - (page?.words[0]?.top ?? 0)).toBeCloseTo(13 * 1.12, 1);
  });

  test.each(["sans", "serif"] as const)("every font of a %s letter is embedded", async (font) => {
    const odd = paragraph("padi 🙂 ḥ ✓ محمد é 中");
    const fonts = fontsOf(await print([...EVERYTHING, odd], { style: { ...DEFAULT_STYLE, font } }));
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const one of fonts) expect(one, one.name).toMatchObject({ embedded: true });
  });

  test("a draft says so on every page, under the narrowest margin too", async () => {
    const margins = { top: 5, right: 5, bottom: 10, left: 5 };
    for (const style of [DEFAULT_STYLE, { ...DEFAULT_STYLE, margins }]) {
      const pages = await inked([rows(90)], { style, mark: DRAFT_MARK });
      expect(pages.length).toBeGreaterThan(1);
      for (const { words } of pages) {
        const mark = words.find((word) => word.text.includes("DRAF – belum bernomor"));
        expect(mark?.top).toBeGreaterThan(5 * POINTS_PER_MM);
      }
    }
    expect(await textOf(EVERYTHING)).not.toContain("DRAF");
  });

  test("the same letter gives the same bytes, whatever is printed between", async () => {
    const odd = paragraph("Data harga 🙂 محمد عبد الله");
    const hashes = new Set<string>();
    for (let time = 0; time < 3; time += 1) {
      const pdf = await print([...EVERYTHING, odd]);
      hashes.add(createHash("sha256").update(pdf).digest("hex"));
      await print([paragraph("éñ شكرا \u00a0 fi")], {
        style: { ...DEFAULT_STYLE, font: "serif" },
      });
    }
    expect(hashes.size).toBe(1);
  });

  test("office and title are the file's properties", async () => {
    const { info } = await readPdf(await print(EVERYTHING));
    expect(info).toMatchObject({ Author: KOP.name, Language: "id", Creator: "Lajur" });
  });
});

describe("texts", () => {
  test.each(["sans", "serif"] as const)("print as they were typed, in %s", async (font) => {
    const style = { ...DEFAULT_STYLE, font };
    const odd = `Data "harga" ‘pasar’ é ñ Ż ḥ ½ 🙂 <b>&amp; \u200Fakhir\u200E\u202E`;
    const text = await textOf([paragraph(odd)], { style });
    expect(text).toContain('Data "harga" ‘pasar’ é ñ Ż ḥ ½ 🙂 <b>&amp; akhir');
    expect(text).not.toMatch(/[\u200E\u200F\u202E\uFFFD]/);
    const right = "Permohonan data שלום dan محمد عبد الله untuk laporan";
    expect(await textOf([paragraph(right)], { style })).toContain(right);
    expect(await textOf([paragraph("Data 中 padi")], { style })).toContain("Data \uFFFD padi");
  });

  test("labels and headings may hold any character, too", async () => {
    const text = await textOf([
      { type: "fields", fields: [{ label: "Nama ḥ", value: "satu" }] },
      { type: "table", columns: [{ heading: "Data ✓", share: 1 }], rows: [["dua"]] },
      { ...OPENING, salutation: "Yth. ḥ" } as Block,
    ]);
    for (const one of ["Nama ḥ", "Data ✓", "Yth. ḥ"]) expect(text).toContain(one);
  });

  test("a word without an end stays whole in letters", async () => {
    const name = "PerkumpulanPeneliti".repeat(10);
    const text = await textOf([{ ...OPENING, to: [name] } as Block, paragraph(name)]);
    expect(text.replaceAll(" ", "").split(name)).toHaveLength(3);
  });
});

describe("blocks", () => {
  test("a title has its number below it, and what it is about in capitals below TENTANG", async () => {
    const [page] = await inked([
      { type: "title", text: "KEPUTUSAN KEPALA DINAS", number: "7/KEP/2026", about: "daftar data" },
    ]);
    const title = page?.words.filter((word) => !word.text.includes("Jalan")).slice(-4) ?? [];
    expect(title.map((word) => word.text)).toEqual([
      "KEPUTUSAN KEPALA DINAS",
      "NOMOR 7/KEP/2026",
      "TENTANG",
      "DAFTAR DATA",
    ]);
    const middle = (30 + (210 - 30 - 25) / 2) * POINTS_PER_MM;
    for (const word of title) expect((word.left + word.right) / 2).toBeCloseTo(middle, -1);
  });

  test("a paragraph is indented unless it asks for none", async () => {
    const [page] = await inked([paragraph(), { type: "paragraph", text: SENTENCE, indent: false }]);
    const starts = page?.words.filter((word) => word.text.startsWith("Sehubungan")) ?? [];
    expect((starts[0]?.left ?? 0) - (starts[1]?.left ?? 0)).toBeCloseTo(36, 0);
  });

  test("items are numbered, lettered beyond z, or dashed", async () => {
    const items = Array.from({ length: 28 }, (_, index) => `butir ke ${index + 1}`);
    const list = (style: "number" | "letter" | "dash"): Block => ({ type: "list", style, items });
    expect(await textOf([list("number")])).toContain("28. butir ke 28");
    const letters = await textOf([list("letter")]);
    for (const one of ["a. butir ke 1", "z. butir ke 26", "aa. butir ke 27", "ab. butir ke 28"]) {
      expect(letters).toContain(one);
    }
    expect(await textOf([list("dash")])).toContain("– butir ke 28");
  });

  test("a paper without a kop begins with its first block, a lampiran too", async () => {
    const pages = await pagesOf(
      [{ type: "appendix", heading: "Lampiran", fields: [], title: "DAFTAR" }, paragraph()],
      { kop: null },
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).not.toContain("PEMERINTAH");
  });

  test("the lampiran begins a page", async () => {
    const pages = await pagesOf(EVERYTHING);
    const appendix = pages.findIndex((page) => page.text.includes("Lampiran Surat"));
    expect(appendix).toBeGreaterThan(0);
    expect(pages[appendix]?.text).toMatch(/^Lampiran Surat Nomor : 12 DAFTAR/);
  });

  test("no block is too empty to print", async () => {
    const empty: Block[] = [
      { type: "title", text: "", number: "", about: "" },
      { type: "opening", place: "", fields: [], salutation: "", to: [] },
      paragraph(""),
      { type: "lead", text: "" },
      { type: "fields", fields: [] },
      { type: "list", style: "number", items: [] },
      { ...ROWS, rows: [] },
      { ...ROWS, rows: [[]] },
      { type: "signing", paragraphs: [], signers: [], initials: [] },
      { type: "copies", items: [] },
      { type: "qr", text: "", caption: "" },
    ];
    expect(await pagesOf(empty)).toHaveLength(1);
    for (const one of empty) await print([one, signing([])], { kop: null });
  });

  test("a QR code of 300 characters prints beside its caption", async () => {
    const text = `https://data.contoh.go.id/${"surat/".repeat(50)}`.slice(0, 300);
    expect(await textOf([{ type: "qr", text, caption: "Pindai." }])).toContain("Pindai.");
  });
});

describe("signatures", () => {
  const signer = (name: string, place = "") => ({ ...HEAD, name, place, details: [] });
  const placed = async (block: Block) => {
    const [page] = await inked([block]);
    return (name: string) => {
      const word = page?.words.find(({ text }) => text.includes(name));
      if (word === undefined) throw new Error(`no ${name}`);
      return { middle: (word.left + word.right) / 2, line: Math.round(word.bottom) };
    };
  };

  test("one stands at the right, two beside each other, a third in the middle below", async () => {
    const one = (await placed(signing([], [signer("Satu")])))("Satu");
    expect(one.middle).toBeGreaterThan(105 * POINTS_PER_MM);
    const long = { ...signer("Dua", "Contoh, 20 November 2026"), post: "a.n. Kepala\nSekretaris," };
    const at = await placed(signing([], [signer("Satu"), long, signer("Tiga")]));
    expect(at("Satu").line).toBe(at("Dua").line);
    expect(at("Satu").middle).toBeLessThan(at("Tiga").middle);
    expect(at("Dua").middle).toBeGreaterThan(at("Tiga").middle);
    expect(at("Tiga").line).toBeGreaterThan(at("Dua").line);
  });

  test("the words for a signing service stand small between post and name", async () => {
    const [page] = await inked([signing([], [{ ...HEAD, anchor: "${ttd_pengirim}" }])]);
    const find = (text: string) => page?.words.find((word) => word.text.includes(text));
    const [post, anchor, name] = [find("Kepala Dinas"), find("${ttd"), find("Dra. Siti")];
    expect(anchor?.text).toBe("${ttd_pengirim}");
    expect(anchor?.top).toBeGreaterThan(post?.bottom ?? Infinity);
    expect(anchor?.bottom).toBeLessThan(name?.top ?? 0);
    expect((anchor?.bottom ?? 0) - (anchor?.top ?? 0)).toBeCloseTo(6 * 1.12, 1);
    // The anchor takes no room of the signature.
    const [plain] = await inked([signing([], [HEAD])]);
    const bare = plain?.words.find((word) => word.text.includes("Dra. Siti"));
    expect(Math.abs((name?.top ?? 0) - (bare?.top ?? 0))).toBeLessThan(1);
  });

  test("keep the few copies below them on their page, however the letter falls", async () => {
    for (let count = 1; count <= 40; count += 1) {
      const body = Array.from({ length: count }, () => paragraph());
      const copies: Block = { type: "copies", items: ["Bupati Contoh", "Arsip"] };
      const pages = await pagesOf([OPENING, ...body, signing(), copies]);
      const last = pages.find(({ text }) => text.includes("Tembusan:"))?.text ?? "";
      expect(last, `${count} paragraphs`).toContain(HEAD.name);
      expect(last).toContain("Arsip");
    }
  });

  test("at most three parafs stand at the left of a signature", async () => {
    const initials = ["Satu", "Dua", "Tiga", "Empat"].map((post) => ({ post, mark: "" }));
    const [page] = await inked([{ type: "signing", paragraphs: [], signers: [HEAD], initials }]);
    const found = page?.words.filter((word) => /^(Satu|Dua|Tiga|Empat)$/.test(word.text)) ?? [];
    expect(found.map((word) => word.text)).toEqual(["Satu", "Dua", "Tiga"]);
    for (const word of found) expect(word.right).toBeLessThan(105 * POINTS_PER_MM);
  });

  test.each(Array.from({ length: 30 }, (_, index) => index + 8))(
    "never stand alone on a page, nor apart from their post (%i lines)",
    async (count) => {
      const lines = Array.from({ length: count }, () => paragraph("Data masih diolah."));
      const last = (text: string): Block[] => [
        paragraph(text),
        { type: "list", style: "number", items: ["satu", text] },
        { type: "fields", fields: [{ label: "Akhir", value: text }] },
        {
          ...ROWS,
          rows: [
            ["1", "Produksi padi", "ton"],
            ["2", text, "ton"],
          ],
        },
      ];
      for (const block of [null, ...last("Yang terakhir.")]) {
        const closing = block === null ? [signing(["Yang terakhir."])] : [block, signing([])];
        const pages = await pagesOf([OPENING, ...lines, ...closing]);
        const signed = pages.find((page) => page.text.includes(NIP));
        expect(signed?.text).toContain("Yang terakhir.");
        expect(signed?.text).toContain("Kepala Dinas Komunikasi dan Informatika,");
      }
    },
  );
});

describe("tables and lists", () => {
  test("300 rows run over pages under their heading, with page numbers", async () => {
    const pages = await pagesOf([OPENING, rows(300), signing()]);
    const listed = pages.filter((page) => page.text.includes("Produksi padi kecamatan ke-"));
    expect(listed.length).toBeGreaterThan(5);
    for (const page of listed) expect(page.text).toContain("No Nama data Satuan");
    const all = pages.map((page) => page.text).join(" ");
    for (const row of [1, 150, 300]) expect(all).toContain(`Produksi padi kecamatan ke-${row} `);
    expect(pages[0]?.text).not.toContain("halaman 1");
    pages.slice(1).forEach((page, index) => {
      expect(page.text).toContain(`halaman ${index + 2} dari ${pages.length}`);
    });
  });

  test("ten columns stay within the margins with their words whole", async () => {
    const headings = "No,Nama data,Produsen data,Periode,Satuan,Format,Ketersediaan,Klasifikasi";
    const columns = [...headings.split(","), "Penanggung jawab", "Keterangan"].map(
      (heading, index) => ({ heading, share: index === 0 ? 5 : 20 }),
    );
    const row = ["1", "Produksi padi kecamatan", "Dinas Pertanian", "2021–2025", "ton", "xlsx"];
    const table: Block = {
      type: "table",
      columns,
      rows: [[...row, "Tersedia sebagian", "Terbuka", "Kepala Bidang", "x".repeat(200)]],
    };
    const pages = await inked([table]);
    for (const { width, words } of pages) {
      for (const word of words) {
        expect(word.left).toBeGreaterThan(30 * POINTS_PER_MM - 0.6);
        expect(word.right).toBeLessThan(width - 25 * POINTS_PER_MM + 0.6);
      }
    }
    const text = await textOf([table]);
    for (const word of ["Ketersediaan", "Klasifikasi", "Penanggung", "kecamatan", "Pertanian"]) {
      expect(text).toContain(word);
    }
    expect(text.replaceAll(/\s/g, "")).toContain("x".repeat(200));
  });

  test("2,000 rows and 300 items print in a few seconds", async () => {
    const items = Array.from({ length: 300 }, (_, index) => `butir ${index + 1} ${SENTENCE}`);
    const started = performance.now();
    const pages = await pagesOf([rows(2000), { type: "list", style: "number", items }]);
    expect(performance.now() - started).toBeLessThan(15_000);
    const all = pages.map((page) => page.text).join(" ");
    expect(all).toContain("Produksi padi kecamatan ke-2000 ");
    expect(all).toContain("300. butir 300 ");
  });
});

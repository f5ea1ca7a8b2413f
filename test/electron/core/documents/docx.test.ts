import { DRAFT_MARK } from "#shared/letter/compose.ts";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { renderDocx } from "#core/documents/docx/render-docx.ts";
import { attribute, scanXml } from "#core/xml.ts";
import type { Block, DocumentModel, Signature } from "#shared/letter/types.ts";
import { DEFAULT_STYLE } from "#shared/office.ts";
import type { Paper } from "#shared/request/model.ts";
import { partText, readDocx } from "../../../support/docx.ts";

const DOT =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNoaGj4DwAFhAKAjM1mJgAAAABJRU5ErkJggg==";
const NUMBER = "500.14/12/DISKOMINFO/XI/2026";

const HEAD: Signature = {
  place: "",
  post: "a.n. Bupati Contoh\nKepala Dinas Komunikasi dan Informatika,",
  name: "Dra. Siti Contoh, M.Si.",
  details: ["Pembina Utama Muda", "NIP 19760520 199511 2 001"],
};
const OTHER: Signature = { place: "", post: "Pemohon,", name: "Rina Lestari", details: [] };

const OPENING: Block = {
  type: "opening",
  place: "Contoh, 19 November 2026",
  fields: [
    { label: "Nomor", value: NUMBER },
    { label: "Sifat", value: "Segera" },
    { label: "Lampiran", value: "1 (satu) berkas" },
    { label: "Hal", value: "Penyampaian data", strong: true },
  ],
  salutation: "Yth.",
  to: ["Rina Lestari", "Jalan Kampus Nomor 7"],
};
const APPENDIX: Block = {
  type: "appendix",
  heading: "Lampiran surat",
  fields: [
    { label: "Nomor", value: NUMBER },
    { label: "Tanggal", value: "19 November 2026" },
  ],
  title: "DAFTAR DATA",
};
const TABLE: Block = {
  type: "table",
  columns: [
    { heading: "No", share: 1, align: "center" },
    { heading: "Nama data", share: 6 },
  ],
  rows: [
    ["1", "Produksi padi"],
    ["2", "Harga beras"],
  ],
};
const SHEET: Block = {
  type: "disposition",
  title: "LEMBAR DISPOSISI",
  from: [{ label: "Surat dari", value: "Universitas Contoh" }],
  received: [{ label: "Nomor agenda", value: "2026/0147", strong: true }],
  nature: [{ text: "Segera", mark: "✓" }],
  subject: { label: "Hal", value: "Permohonan data" },
  recipients: [
    { text: "Sekretaris Dinas", mark: "2" },
    { text: "Staf Statistik", mark: "" },
  ],
  instructions: [{ text: "Proses lebih lanjut", mark: "✓" }],
  note: "Mohon segera.",
  due: "Jumat, 20 November 2026",
  signature: HEAD,
};

const signing = (signers: Signature[], paragraphs = ["Demikian."]): Block => ({
  type: "signing",
  paragraphs,
  signers,
  initials: [],
});

const letter = (blocks: Block[], changes: Partial<DocumentModel> = {}): DocumentModel => ({
  kind: "delivery",
  title: "Surat Penyampaian Data",
  author: "DINAS KOMUNIKASI DAN INFORMATIKA",
  date: "2026-11-19",
  mark: "",
  reference: `Surat nomor ${NUMBER}`,
  style: DEFAULT_STYLE,
  kop: {
    government: "PEMERINTAH KABUPATEN CONTOH",
    name: "DINAS KOMUNIKASI DAN INFORMATIKA",
    lines: ["Jalan Merdeka Nomor 1, Contoh 12345"],
    logo: DOT,
  },
  blocks,
  ...changes,
});

const WHOLE = letter([
  OPENING,
  { type: "paragraph", text: "Menanggapi surat Saudara.", indent: true },
  { type: "lead", text: "Data sebagai berikut:" },
  TABLE,
  { type: "list", style: "number", items: ["Satu angka", "Dua angka"] },
  { type: "list", style: "letter", items: ["Satu huruf"] },
  { type: "list", style: "dash", items: ["Satu garis"] },
  { type: "list", style: "number", items: ["Mulai lagi"] },
  { type: "fields", fields: [{ label: "Tujuan", value: "Skripsi" }] },
  {
    type: "signing",
    paragraphs: ["Demikian disampaikan."],
    signers: [HEAD],
    initials: [{ post: "Sekretaris Dinas", mark: "✓" }],
  },
  { type: "copies", items: ["Bupati Contoh"] },
  { type: "qr", text: "LAJUR1|500|2026-11-19|0123456789abcdef", caption: "Periksa di sini." },
  APPENDIX,
  { type: "title", text: "BERITA ACARA", number: NUMBER, about: "serah terima" },
  signing([HEAD, OTHER, { ...OTHER, post: "Mengetahui,", name: "" }], []),
]);

async function read(model: DocumentModel, paper: Paper = "A4", variables = false) {
  return readDocx(await renderDocx(model, paper, { variables }));
}
const textOf = async (...order: Parameters<typeof read>) =>
  partText((await read(...order)).document);

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a letter", () => {
  test("holds every text of its blocks in their order", async () => {
    const text = await textOf(WHOLE);
    const wanted = [
      "PEMERINTAH KABUPATEN CONTOH",
      "DINAS KOMUNIKASI DAN INFORMATIKA",
      "Jalan Merdeka Nomor 1, Contoh 12345",
      "Contoh, 19 November 2026",
      "Nomor\n:\n" + NUMBER,
      "Sifat\n:\nSegera",
      "Lampiran\n:\n1 (satu) berkas",
      "Hal\n:\nPenyampaian data",
      "Yth.\nRina Lestari\nJalan Kampus Nomor 7",
      "Menanggapi surat Saudara.",
      "Data sebagai berikut:",
      "No\nNama data\n1\nProduksi padi\n2\nHarga beras",
      "Satu angka\nDua angka\nSatu huruf\nSatu garis\nMulai lagi",
      "Tujuan\n:\nSkripsi",
      "Demikian disampaikan.",
      "Jabatan\nParaf\nSekretaris Dinas\n✓",
      "a.n. Bupati Contoh\nKepala Dinas Komunikasi dan Informatika,",
      "Dra. Siti Contoh, M.Si.\nPembina Utama Muda\nNIP 19760520 199511 2 001",
      "Tembusan:\nBupati Contoh",
      "Periksa di sini.",
      "Lampiran surat\nNomor\n:\n" + NUMBER + "\nTanggal\n:\n19 November 2026",
      "DAFTAR DATA",
      `BERITA ACARA\nNOMOR ${NUMBER}\nTENTANG\nSERAH TERIMA`,
      "Pemohon,",
      "Rina Lestari",
      "Mengetahui,\n(………………………………)",
    ];
    let at = 0;
    for (const one of wanted) {
      const found = text.indexOf(one, at);
      expect(found, one).toBeGreaterThanOrEqual(at);
      at = found + one.length;
    }
  });

  test("gives the same bytes whenever it is written, and others between", async () => {
    const hashes = new Set<string>();
    vi.useFakeTimers({ toFake: ["Date"] });
    for (const moment of ["2026-11-19T02:12:00Z", "2026-11-19T02:12:09Z", "2031-01-01T00:00:00Z"]) {
      vi.setSystemTime(moment);
      hashes.add(digest(await renderDocx(WHOLE, "A4", { variables: false })));
      await renderDocx(letter([TABLE, OPENING]), "F4", { variables: true });
    }
    vi.useRealTimers();
    expect(hashes.size).toBe(1);
  });

  test("names the office, its title and its own day in its properties", async () => {
    const properties = (await read(WHOLE)).part("docProps/core.xml");
    expect(properties).toContain("<dc:title>Surat Penyampaian Data</dc:title>");
    expect(properties).toContain("<dc:creator>DINAS KOMUNIKASI DAN INFORMATIKA</dc:creator>");
    expect(properties.match(/2026-11-19T00:00:00Z/g)).toHaveLength(2);
  });

  test("holds the lambang and the code as pictures with ids of their own", async () => {
    const { files, all } = await read(WHOLE);
    expect([...files.keys()].filter((name) => name.startsWith("word/media/"))).toHaveLength(2);
    expect(new Set(all("docPr", "id")).size).toBe(2);
    expect(all("extent", "cx")).toEqual(["685800", "792000"]);
  });

  test("goes without a lambang that is no picture, and writes a code out that is too long", async () => {
    const code = "x".repeat(2001);
    const model = letter([{ type: "qr", text: code, caption: "Kode" }]);
    if (model.kop !== null) model.kop.logo = "data:image/png;base64,AAAA";
    const { files, document } = await read(model);
    expect([...files.keys()].some((name) => name.startsWith("word/media/"))).toBe(false);
    expect(partText(document)).toContain(code);
  });

  test("begins the lampiran on a page of its own, unless nothing stands above it", async () => {
    const breaks = async (model: DocumentModel) =>
      (await read(model)).paragraphs.filter(({ pageBreak }) => pageBreak).map(({ text }) => text);
    expect(await breaks(WHOLE)).toEqual(["Lampiran surat"]);
    expect(await breaks(letter([APPENDIX], { kop: null }))).toEqual([]);
  });

  test("stands on the paper without a kop and without a block", async () => {
    expect(await textOf(letter([], { kop: null }))).toBe("");
  });
});

describe("page and style", () => {
  test.each([
    ["A4", "11906", "16838"],
    ["F4", "12189", "18709"],
  ] as const)("%s has its size and the office's margins", async (paper, width, height) => {
    const margins = { top: 20, right: 15, bottom: 30, left: 40 };
    const { all } = await read(letter([OPENING], { style: { ...DEFAULT_STYLE, margins } }), paper);
    expect([all("pgSz", "w"), all("pgSz", "h")]).toEqual([[width], [height]]);
    const sides = ["top", "right", "bottom", "left"].map((side) => all("pgMar", side)[0]);
    expect(sides).toEqual(["1134", "850", "1701", "2268"]);
  });

  test("font, size and spacing are the office's", async () => {
    const style = { ...DEFAULT_STYLE, font: "serif", size: 12, spacing: 1.5 } as const;
    const styles = (await read(letter([OPENING], { style }))).part("word/styles.xml");
    const defaults = styles.slice(0, styles.indexOf("</w:docDefaults>"));
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(defaults).toContain('<w:sz w:val="24"/>');
    expect(/w:styleId="BodyText".*?w:line="(\d+)"/.exec(styles)?.[1]).toBe("360");
    const plain = (await read(letter([OPENING]))).part("word/styles.xml");
    expect(plain).toContain('w:ascii="Arial"');
  });

  test("every page of a draft says so, and no page of a numbered letter", async () => {
    const draft = await read({ ...WHOLE, mark: DRAFT_MARK });
    const kinds = draft.all("headerReference", "type");
    expect(kinds.toSorted()).toEqual(["default", "first"]);
    for (const name of ["word/header1.xml", "word/header2.xml"]) {
      expect(partText(draft.part(name))).toBe("DRAF – belum bernomor");
    }
    expect((await read(WHOLE)).all("headerReference", "type")).toEqual([]);
  });

  test("pages are numbered from the second one on", async () => {
    const { all, part, document } = await read(WHOLE);
    expect(all("footerReference", "type")).toEqual(["default"]);
    expect(document).toContain("<w:titlePg/>");
    const footer = part("word/footer1.xml");
    expect(partText(footer)).toBe(`Surat nomor ${NUMBER}\thalaman  dari `);
    expect(footer.match(/PAGE|NUMPAGES/g)).toEqual(["PAGE", "NUMPAGES"]);
  });
});

describe("Word's own structures", () => {
  test("lists are numbered by Word, each from its first number", async () => {
    const { paragraphs, part } = await read(WHOLE);
    const listed = paragraphs.filter(({ list }) => list !== null);
    expect(listed.map(({ text }) => text)).toEqual([
      "Satu angka",
      "Dua angka",
      "Satu huruf",
      "Satu garis",
      "Mulai lagi",
      "Bupati Contoh",
    ]);
    const [one, same, letters, dash, again, copies] = listed.map(({ list }) => list);
    expect(one).toBe(same);
    expect(new Set([one, letters, dash, again, copies]).size).toBe(5);
    expect(formatsOf(part("word/numbering.xml"), [one, letters, dash, again, copies])).toEqual([
      "decimal",
      "lowerLetter",
      "bullet",
      "decimal",
      "decimal",
    ]);
  });

  test("the heading of a table repeats, stays with its first row, and rows stay whole", async () => {
    const { rows } = await read(letter([TABLE], { kop: null }));
    expect(rows).toEqual([
      { heading: true, whole: true, keepNext: true },
      { heading: false, whole: true, keepNext: false },
      { heading: false, whole: true, keepNext: false },
    ]);
  });

  test("leads and the words before a signature stay with what follows", async () => {
    const { paragraphs } = await read(WHOLE);
    const kept = (text: string) => paragraphs.find((one) => one.text === text)?.keepNext;
    expect(kept("Data sebagai berikut:")).toBe(true);
    expect(kept("Demikian disampaikan.")).toBe(true);
    expect(kept(HEAD.post)).toBe(true);
    expect(kept(HEAD.name)).toBe(true);
    expect(kept("Menanggapi surat Saudara.")).toBe(false);
  });

  test.each([
    [{ type: "paragraph", text: "Akhir", indent: true }],
    [{ type: "list", style: "dash", items: ["Awal", "Akhir"] }],
    [{ type: "fields", fields: [{ label: "Akhir", value: "x" }] }],
    [{ ...TABLE, rows: [["1", "Akhir"]] }],
  ] satisfies [Block][])("without words of its own a signature takes %j with it", async (block) => {
    const { paragraphs } = await read(letter([block, signing([HEAD], [])]));
    expect(paragraphs.find(({ text }) => text === "Akhir")?.keepNext).toBe(true);
  });

  test("tables never touch and never end a cell or the document", async () => {
    for (const model of [WHOLE, letter([SHEET]), letter([TABLE, TABLE, signing([HEAD, OTHER])])]) {
      const { document } = await read(model);
      expect(document).not.toMatch(/<\/w:tbl>(<w:tbl>|<\/w:tc>|<w:sectPr)/);
    }
  });

  test("the lembar disposisi is a form with its marks", async () => {
    const text = await textOf(letter([SHEET]));
    expect(text).toContain("LEMBAR DISPOSISI\nSurat dari\n:\nUniversitas Contoh");
    for (const mark of ["2\u00A0\tSekretaris Dinas", "\u00A0\tStaf Statistik", "✓\u00A0\tSegera"]) {
      expect(text).toContain(mark);
    }
    expect(text).toContain("Selesai paling lambat Jumat, 20 November 2026.");
    expect(text).toContain(HEAD.name);
  });
});

describe("SRIKANDI's variables", () => {
  test("stand where number, date, sifat, hal and signature go, each in one piece", async () => {
    const { document, part } = await read({ ...WHOLE, mark: DRAFT_MARK }, "A4", true);
    const text = partText(document);
    expect(text).toContain("Contoh, ${tanggal_naskah}");
    expect(text).toContain("Nomor\n:\n${nomor_naskah}\nSifat\n:\n${sifat}");
    expect(text).toContain("Lampiran\n:\n1 (satu) berkas\nHal\n:\n${hal}");
    expect(text).toContain("Nomor\n:\n${nomor_naskah}\nTanggal\n:\n${tanggal_naskah}");
    expect(text).toContain("NOMOR ${nomor_naskah}");
    expect(text).toContain(`Informatika,\n\${ttd_pengirim}\n${HEAD.name}`);
    expect(text).not.toContain(NUMBER);
    expect(text).not.toContain("19 November 2026");
    for (const name of ["nomor_naskah", "tanggal_naskah", "sifat", "hal", "ttd_pengirim"]) {
      expect(document).toMatch(new RegExp(`<w:t[^>]*>[^<]*\\$\\{${name}\\}[^<]*</w:t>`));
    }
    expect(partText(part("word/footer1.xml"))).toContain("Surat nomor ${nomor_naskah}\t");
  });

  test("make it no draft, and leave out a code that vouches for another number", async () => {
    const { files, all, document } = await read({ ...WHOLE, mark: DRAFT_MARK }, "A4", true);
    expect(all("headerReference", "type")).toEqual([]);
    expect([...files.keys()].filter((name) => name.startsWith("word/media/"))).toHaveLength(1);
    expect(partText(document)).not.toContain("Periksa di sini.");
  });

  test("the day of a titled letter stands above its signature", async () => {
    const signer = { ...HEAD, place: "Ditetapkan di Contoh\npada tanggal 19 November 2026" };
    const text = await textOf(letter([signing([signer])]), "A4", true);
    expect(text).toContain("Ditetapkan di Contoh\npada tanggal ${tanggal_naskah}\na.n. Bupati");
  });

  test.each([
    ["with words for a signing service", [OTHER, { ...HEAD, anchor: "#" }, OTHER], 1],
    ["with a NIP", [HEAD, OTHER], 0],
    ["last of those without one", [OTHER, { ...OTHER, name: "Petugas" }], 1],
  ] as const)("the one %s signs there, nobody else", async (_, signers, index) => {
    const text = await textOf(letter([signing([...signers])]), "A4", true);
    expect(text.match(/\$\{ttd_pengirim\}/g)).toHaveLength(1);
    expect(text.slice(text.indexOf("${ttd_pengirim}"))).toContain(signers[index]?.name);
    expect(text).not.toContain("#");
  });

  test("are not in a letter for which nobody asked for them", async () => {
    const model = letter([OPENING, signing([{ ...HEAD, anchor: "#" }])]);
    const text = await textOf(model);
    expect(text).not.toContain("${");
    expect(text).toContain(`Informatika,\n#\n${HEAD.name}`);
  });
});

describe("hostile text", () => {
  const HOSTILE = [
    `<>&"' <w:p/> ]]> &amp; &#0;`,
    "${x} ${nomor_naskah} $& $1 $$ {number-2} {\u00A0list} {0-1} {lambang.png}",
    "🙂👨‍👩‍👧 é ñ ḥ 中 ½",
    "שלום dan محمد عبد الله akhir",
    "dua  spasi \t tab",
    "CURRENT TOTAL_PAGES",
  ];

  test.each(HOSTILE)("%j stays as it was typed, everywhere", async (text) => {
    const own = { ...HEAD, place: text, post: text, name: text, details: [text] };
    const blocks: Block[] = [
      { ...OPENING, place: text, to: [text] },
      { type: "title", text, number: text },
      { type: "paragraph", text },
      { type: "lead", text },
      { type: "fields", fields: [{ label: text, value: text }] },
      { type: "list", style: "letter", items: [text] },
      { type: "table", columns: [{ heading: text, share: 1 }], rows: [[text]] },
      { ...signing([own, own], [text]), initials: [{ post: text, mark: "✓" }] } as Block,
      { type: "copies", items: [text] },
      { type: "qr", text, caption: text },
      { ...APPENDIX, heading: text, title: text },
      { ...SHEET, note: text, due: text, recipients: [{ text, mark: "1" }] },
    ];
    const kop = { government: text, name: text, lines: [text], logo: "" };
    const model = letter(blocks, { kop, title: text, author: text, reference: text });
    const { document, part } = await read(model);
    expect(partText(document).split(text)).toHaveLength(1 + 31);
    expect(partText(part("word/footer1.xml"))).toContain(text);
    expect(titleOf(part("docProps/core.xml"))).toBe(text);
  });

  test("letters from the right are marked so, the others not", async () => {
    const { document } = await read(letter([{ type: "paragraph", text: "a محمد عبد الله b" }]));
    expect(document).toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>محمد عبد الله<\/w:t>/u);
    expect(document.match(/<w:rtl\/>/g)).toHaveLength(1);
  });

  test("line breaks are Word's, whichever was typed", async () => {
    const text = await textOf(
      letter([{ type: "paragraph", text: "a\nb\r\nc\rd\u2028e" }], { kop: null }),
    );
    expect(text).toBe("a\nb\nc\nd\ne");
  });

  test("10,000 characters, in words and in one, and 300 items", async () => {
    const long = "kata ".repeat(2000) + "x".repeat(10_000);
    const items = Array.from({ length: 300 }, (_, at) => `Produksi kecamatan ke-${at + 1}`);
    const rows = items.map((item, at) => [String(at + 1), item]);
    const model = letter([
      { type: "paragraph", text: long },
      { type: "list", style: "number", items },
      { ...TABLE, rows },
      { ...TABLE, rows: [["1", long]] },
      signing([HEAD], [long, long]),
    ]);
    const { paragraphs, rows: tableRows } = await read(model);
    expect(paragraphs.filter(({ text }) => text === long)).toHaveLength(4);
    expect(paragraphs.filter(({ list }) => list !== null).map(({ text }) => text)).toEqual(items);
    expect(tableRows.length).toBeGreaterThan(300);
    // Only the end of what no page can hold goes with the signature.
    expect(paragraphs.filter(({ text }) => text === long).map(({ keepNext }) => keepNext)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test("any text makes a file that can be read, and stands in it", async () => {
    const seed = 20_261_119;
    const typed = fc
      .string({ unit: "grapheme", maxLength: 60 })
      .filter((text) => !/[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/u.test(text));
    await fc.assert(
      fc.asyncProperty(typed, fc.boolean(), async (text, variables) => {
        const model = letter([{ type: "paragraph", text: `[${text}]` }]);
        expect(await textOf(model, "A4", variables)).toContain(`[${text}]`);
      }),
      { seed, numRuns: 60 },
    );
  });

  test("what XML cannot hold becomes the sign for an unknown character", async () => {
    const text = await textOf(letter([{ type: "paragraph", text: "a\uFFFEb\uFFFFc\uD800d" }]));
    expect(text).toContain("a\uFFFDb\uFFFDc\uFFFDd");
  });
});

function titleOf(properties: string): string {
  let title = "";
  let inside = false;
  scanXml(properties, {
    open: (name) => (inside = name === "title"),
    close: () => (inside = false),
    text: (value) => {
      if (inside) title += value;
    },
  });
  return title;
}

/** How the lists of these ids are numbered. */
function formatsOf(numbering: string, ids: (string | null | undefined)[]): (string | undefined)[] {
  const formats = new Map<string, string>();
  const lists = new Map<string, string>();
  let owner = "";
  scanXml(numbering, {
    open(name, attributes) {
      const value = attribute(attributes, "val") ?? "";
      if (name === "abstractNum") owner = attribute(attributes, "abstractNumId") ?? "";
      else if (name === "num") owner = attribute(attributes, "numId") ?? "";
      else if (name === "numFmt" && !formats.has(owner)) formats.set(owner, value);
      else if (name === "abstractNumId") lists.set(owner, value);
    },
  });
  return ids.map((id) => formats.get(lists.get(id ?? "") ?? ""));
}

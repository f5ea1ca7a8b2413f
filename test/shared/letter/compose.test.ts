import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LetterOrder } from "#shared/letter/compose.ts";
import { type Template, templateSchema } from "#shared/letter/template.ts";
import type { Office } from "#shared/office.ts";
import { letterTextSchema } from "#shared/request/model.ts";
import { fileOf, OFFICE, requestOf, visitOf } from "../../support/paper.ts";
import { blockOf, letter, shippedTemplate, wordsOf } from "../../support/templates.ts";

const HEAD =
  "Kepala Dinas Komunikasi dan Informatika, / Dra. Siti Contoh, M.Si. / Pembina Utama Muda / NIP 19760520 199511 2 001";
const REFERRING =
  "Menindaklanjuti surat Saudara nomor 118/UN99/PT/2026 tanggal 13 November 2026 perihal Permohonan data produksi padi tahun 2021–2025, yang kami terima pada tanggal 16 November 2026 dan tercatat dengan nomor registrasi 2026/0147";
const TO = "Yth. Rina Lestari, Universitas Contoh, Jalan Kampus Nomor 7, Contoh 12346";
const ISSUED = { number: "500.14/12/DISKOMINFO/XI/2026", issuedAt: "2026-11-19T02:12:00Z" };

function assessed(...found: ("available" | "partial" | "unavailable" | "excluded")[]) {
  const request = requestOf(found.length);
  request.items = request.items.map((item, index) => ({
    ...item,
    availability: found[index] ?? null,
    availabilityNote: found[index] === "partial" ? "2023 saja" : "",
  }));
  return request;
}

describe("the letters of before say what they said", () => {
  test("tanda terima", () => {
    expect(
      wordsOf(letter({ template: shippedTemplate("receipt"), request: requestOf(2) })),
    ).toEqual([
      "TANDA TERIMA PERMOHONAN DATA",
      "Nomor registrasi: 2026/0147",
      "Diterima tanggal: Senin, 16 November 2026",
      "Dicatat pada: 16 November 2026 pukul 09.12 WIB",
      "Nama pemohon: Rina Lestari",
      "Jenis pemohon: Mahasiswa",
      "Nomor identitas: NIM 20261234567",
      "Lembaga/instansi: Universitas Contoh",
      "Alamat: Jalan Kampus Nomor 7\nContoh 12346",
      "Kontak: Telepon 0812-0000-0000, pos-el rina@contoh.ac.id",
      "Surat permohonan: Nomor 118/UN99/PT/2026 tanggal 13 November 2026",
      "Perihal: Permohonan data produksi padi tahun 2021–2025",
      "Tujuan penggunaan: Penyusunan skripsi",
      "Cara penyampaian: Pos-el",
      "Data yang diminta:",
      "No | Nama data | Periode | Satuan | Format",
      "1 | Produksi padi kecamatan ke-1 | 2021–2025 | ton | xlsx",
      "2 | Produksi padi kecamatan ke-2 | 2021–2025 | ton | xlsx",
      "Permohonan ini diproses menurut SOP Permintaan Data. Jawaban tertulis disampaikan paling lambat 10 (sepuluh) hari kerja sejak permohonan dicatat dan dapat diperpanjang paling lama 7 (tujuh) hari kerja dengan alasan tertulis (Undang-Undang Nomor 14 Tahun 2008). Sebutkan nomor registrasi 2026/0147 saat menanyakan perkembangannya.",
      "Pemohon, / Rina Lestari",
      "Contoh, 16 November 2026 / Petugas penerima, / Rudi Contoh / Petugas Layanan",
    ]);
  });

  test("surat penolakan", () => {
    const model = letter({
      template: shippedTemplate("refusal"),
      request: assessed("partial"),
      text: { reasons: ["Tidak dikumpulkan."], note: "Satu.\n\nDua.", date: "2026-11-19" },
      ...ISSUED,
    });
    expect(model.mark).toBe("");
    expect(wordsOf(model)).toEqual([
      "Contoh, 19 November 2026",
      "Nomor: 500.14/12/DISKOMINFO/XI/2026",
      "Sifat: Biasa",
      "Lampiran: 1 (satu) berkas",
      "Hal: Penolakan Permohonan Data",
      TO,
      `${REFERRING}, dengan ini kami sampaikan bahwa permohonan tersebut tidak dapat kami penuhi dengan alasan sebagai berikut:`,
      "(1) Tidak dikumpulkan.",
      "Hasil pemeriksaan ketersediaan setiap data yang Saudara minta tercantum dalam lampiran surat ini.",
      "Satu.",
      "Dua.",
      "Penolakan ini didasarkan pada Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik dan Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia.",
      "Apabila tidak menerima penolakan ini, Saudara berhak mengajukan keberatan secara tertulis kepada atasan Pejabat Pengelola Informasi dan Dokumentasi (PPID) paling lambat 30 (tiga puluh) hari kerja setelah surat ini diterima.",
      "Keberatan disampaikan ke meja layanan di Jalan Merdeka Nomor 1.",
      "Demikian disampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.",
      HEAD,
      "Lampiran Surat Penolakan Permohonan Data",
      "Nomor: 500.14/12/DISKOMINFO/XI/2026",
      "Tanggal: 19 November 2026",
      "LIST KETERSEDIAAN DATA",
      "Nomor registrasi: 2026/0147",
      "Pemohon: Rina Lestari",
      "Perihal: Permohonan data produksi padi tahun 2021–2025",
      "No | Nama data | Periode | Satuan | Ketersediaan | Keterangan",
      "1 | Produksi padi kecamatan ke-1 | 2021–2025 | ton | Tersedia sebagian | 2023 saja",
    ]);
  });

  test("surat pengantar", () => {
    const request = assessed("available", "partial", "excluded");
    expect(wordsOf(letter({ template: shippedTemplate("delivery"), request }))).toEqual([
      "Contoh, 20 November 2026",
      "Nomor: …………",
      "Sifat: Biasa",
      "Lampiran: -",
      "Hal: Penyampaian Data",
      TO,
      `${REFERRING}, bersama ini kami sampaikan data sebagai berikut:`,
      "No | Nama data | Periode | Satuan | Format | Keterangan",
      "1 | Produksi padi kecamatan ke-1 | 2021–2025 | ton | xlsx | ",
      "2 | Produksi padi kecamatan ke-2 | 2021–2025 | ton | xlsx | Tersedia sebagian; 2023 saja",
      "Dari 3 (tiga) data yang diminta, 1 (satu) data lainnya tidak disampaikan karena tidak tersedia, dikecualikan, atau belum selesai diperiksa.",
      "Cara penyampaian: Pos-el",
      "Mohon tanda terima pada surat ini diisi, ditandatangani, dan dikembalikan kepada kami. Atas perhatian Saudara, kami ucapkan terima kasih.",
      "Diterima tanggal ………………………… / Penerima, / Jabatan/instansi …………………………",
      HEAD,
    ]);
  });

  test("surat perpanjangan waktu", () => {
    const by = { id: "u1", name: "Rudi Contoh" };
    const request = requestOf(1, {
      extension: {
        days: 5,
        reason: "Data dihimpun.\nPerlu verifikasi.",
        at: "2026-11-19T02:12:00Z",
        by,
        due: "2026-12-07",
      },
    });
    expect(wordsOf(letter({ template: shippedTemplate("extension"), request })).slice(6)).toEqual([
      `${REFERRING}, dengan ini kami sampaikan bahwa jawaban atas permohonan tersebut memerlukan perpanjangan waktu 5 (lima) hari kerja, paling lambat tanggal 7 Desember 2026, dengan alasan:`,
      "(1) Data dihimpun.",
      "(2) Perlu verifikasi.",
      "Perpanjangan ini diberikan satu kali dan paling lama 7 (tujuh) hari kerja, sesuai Pasal 22 ayat (8) Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik.",
      "Demikian disampaikan, atas perhatian Saudara kami ucapkan terima kasih.",
      HEAD,
    ]);
  });

  test("to a request without letter, address and further words", () => {
    const request = requestOf(1, { letter: { number: "", date: "" } });
    request.requester = { ...request.requester, address: "", institution: "" };
    const words = wordsOf(letter({ template: shippedTemplate("refusal"), request }));
    expect(words).toContain("Yth. Rina Lestari, di Tempat");
    expect(words.join("\n")).toContain("Menindaklanjuti permohonan data Saudara perihal");
    expect(words).toContain("(1) …………………………");
  });
});

test("a letter names the files of the step it is written on and the one before, not later ones", () => {
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
  const words = wordsOf(letter({ template: shippedTemplate("delivery"), request, ...ISSUED }));
  expect(words).toContain("Lampiran: 2 (dua) berkas");
  expect(words).toContain("Berkas terlampir: olahan.xlsx\nmetadata.pdf");
});

const templateOf = (blocks: unknown[], rest: object = {}): Template =>
  templateSchema.parse({ id: "uji", name: "Surat uji", register: "outgoing", blocks, ...rest });
const say = (text: string, when = "") => ({ type: "paragraph", text, when });
const INPUTS = [
  { key: "isi", label: "Isi", type: "text" },
  { key: "hari", label: "Hari", type: "day" },
  { key: "butir", label: "Butir", type: "list" },
  { key: "baris", label: "Baris", type: "rows", columns: ["A", "B"] },
];

/** What a letter of these blocks says. */
const said = (blocks: unknown[], order: Partial<LetterOrder> = {}): string[] =>
  wordsOf(letter({ template: templateOf(blocks, { inputs: INPUTS }), ...order }));

describe("fields", () => {
  test("are filled, and one that nobody knows stays visible", () => {
    expect(said([say("{kantor.tempat}: {bukan.isian} {isian.lain} {}")])).toEqual([
      "Contoh: {bukan.isian} {isian.lain} {}",
    ]);
  });

  test("with nothing in them leave no line behind", () => {
    const request = { ...requestOf(1), requester: null };
    expect(said([say("{pemohon.nama}\n{isian.isi}\nada")], { request })).toEqual(["ada"]);
  });

  test("that nobody filled in leave a gap to write by hand inside a sentence", () => {
    expect(said([say("Bertempat di {isian.isi}, pukul 09.00.\nHari {isian.hari}")])).toEqual([
      "Bertempat di …………………………, pukul 09.00.",
      "Hari …………………………",
    ]);
    expect(
      said([
        {
          type: "fields",
          fields: [
            { label: "Ditanya", value: "{isian.isi}" },
            { label: "Tahu", value: "{permohonan.langkah}" },
          ],
        },
      ]),
    ).toEqual(["Ditanya: …………………………", "Tahu: -"]);
  });

  test("of a day are printed in words, and in letters", () => {
    const text = { values: { hari: "2026-11-26" } };
    expect(said([say("{isian.hari}; {surat.terbilang}")], { text })).toEqual([
      "Kamis, 26 November 2026; Jumat tanggal dua puluh bulan November tahun dua ribu dua puluh enam",
    ]);
  });

  test("show and hide blocks", () => {
    const blocks = [say("Ada", "isian.isi"), say("Tidak ada", "!isian.isi")];
    expect(said(blocks, { text: { values: { isi: "x" } } })).toEqual(["Ada"]);
    expect(said(blocks, { text: { values: { isi: "  " } } })).toEqual(["Tidak ada"]);
    expect(said([say("Pemohon", "pemohon.nama"), say("Kantor", "!pemohon.nama")])).toEqual([
      "Pemohon",
    ]);
  });

  test("in a text that was filled in are not filled again", () => {
    const text = { values: { isi: "{kantor.nama} {isian.isi}" } };
    expect(said([say("{isian.isi}")], { text })).toEqual(["{kantor.nama} {isian.isi}"]);
  });
});

describe("lists and tables", () => {
  const table = (source: string, blank = 2) => ({
    type: "table",
    source,
    blank,
    columns: [
      { heading: "No", share: 1, cell: "{no}" },
      { heading: "A", share: 2, cell: source === "baris" ? "{1} ({2})" : "{nama}" },
    ],
  });

  test("hold what was filled in, without empty rows and items", () => {
    const text = { values: { butir: ["satu", " ", "dua"], baris: [["a", "b"], ["", ""], ["c"]] } };
    expect(said([{ type: "list", source: "butir" }, table("baris")], { text })).toEqual([
      "(1) satu",
      "(2) dua",
      "No | A",
      "1 | a (b)",
      "2 | c ()",
    ]);
  });

  test("are lines to write by hand where nothing was", () => {
    expect(said([{ type: "list", source: "butir" }, table("baris", 1)])).toEqual([
      "(1) …………………………",
      "No | A",
      "1 |  ()",
    ]);
    expect(said([table("data")], { request: requestOf(0) })).toEqual(["No | A", "1 | ", "2 | "]);
  });

  test("of delivered data stay empty when none of it is there", () => {
    expect(said([table("data-tersedia")], { request: assessed("unavailable") })).toEqual([
      "No | A",
    ]);
  });
});

describe("headings", () => {
  test("a title is in capitals, with the number of its register or the one written for it", () => {
    const titles = [
      { type: "title", text: "Keputusan", about: "Data" },
      { type: "title", text: "Memutuskan:", number: "" },
    ];
    expect(said(titles, ISSUED)).toEqual([
      "KEPUTUSAN",
      "NOMOR 500.14/12/DISKOMINFO/XI/2026",
      "Data",
      "MEMUTUSKAN:",
    ]);
    const own = templateOf([{ type: "title", text: "Surat", number: "{isian.isi}" }], {
      register: null,
      inputs: INPUTS,
    });
    expect(wordsOf(letter({ template: own }))).toEqual(["SURAT", "NOMOR …………………………"]);
    const without = templateOf([{ type: "title", text: "Surat" }], { register: null });
    expect(wordsOf(letter({ template: without }))).toEqual(["SURAT"]);
  });

  test("a kop of another office has its name, the same government, and no other address", () => {
    const text = { values: { opd: "Dinas Pertanian", alamat: "" } };
    expect(letter({ template: shippedTemplate("validation"), text }).kop).toMatchObject({
      government: OFFICE.government,
      name: "DINAS PERTANIAN",
      lines: [],
    });
  });

  test("a nota dinas says from whom to whom, and its number once", () => {
    const text = { to: "Kepala Dinas", signer: { post: "Sekretaris Dinas" } };
    const words = wordsOf(
      letter({ template: shippedTemplate("memo"), text: text as never, ...ISSUED }),
    );
    expect(words.slice(0, 5)).toEqual([
      "NOTA DINAS",
      "Kepada Yth.: Kepala Dinas",
      "Dari: Sekretaris Dinas",
      "Tanggal: 20 November 2026",
      "Nomor: 500.14/12/DISKOMINFO/XI/2026",
    ]);
  });
});

describe("whoever signs", () => {
  const signing = [{ type: "signing", signers: [{ role: "official" }] }];
  const signs = (order: Partial<LetterOrder>) => said(signing, order).join();
  const term = (changes: Partial<Office["terms"][number]>): Office["terms"][number] => ({
    post: OFFICE.head.post,
    name: "Budi Contoh",
    rank: "",
    nip: "",
    standing: "",
    from: "",
    until: "",
    ...changes,
  });

  test("is the head of now, or of the letter's day", () => {
    const office = {
      ...OFFICE,
      terms: [term({ until: "2025-12-31" }), term({ from: "2026-01-01", name: "Siti" })],
    };
    expect(signs({ office, text: { date: "2025-06-01" } })).toContain("Budi Contoh");
    expect(signs({ office })).toContain("Siti");
    expect(signs({})).toBe(HEAD);
  });

  test("stands in for one who is away", () => {
    const office = {
      ...OFFICE,
      terms: [term({ standing: "Plt.", from: "2026-11-01", name: "Wati" })],
    };
    expect(signs({ office })).toBe("Plt. Kepala Dinas Komunikasi dan Informatika, / Wati");
  });

  test("signs a.n. and u.b.", () => {
    const text = {
      signer: { post: "Kepala Bidang Statistik", onBehalf: [OFFICE.head.post, "Sekretaris Dinas"] },
    };
    expect(signs({ text })).toBe(
      "a.n. Kepala Dinas Komunikasi dan Informatika\nSekretaris Dinas\nu.b.\nKepala Bidang Statistik,",
    );
  });

  test("may witness, below the words that say so", () => {
    const model = letter({ template: shippedTemplate("handover") });
    expect(blockOf(model, "signing").signers.map(({ post }) => post)).toEqual([
      "PIHAK KEDUA,",
      "PIHAK PERTAMA,",
      "Mengetahui,\nKepala Dinas Komunikasi dan Informatika,",
    ]);
  });

  test("signs a lampiran again, without paraf and without the words for a signing service", () => {
    const office = { ...OFFICE, signatureAnchor: "${ttd}" };
    const initials = [{ post: "Sekretaris Dinas", mark: "✓" }];
    const { blocks } = letter({
      template: shippedTemplate("exclusion-decree"),
      office,
      initials,
      anchored: true,
    });
    const found = blocks.filter((block) => block.type === "signing");
    expect(found.map((block) => [block.signers[0]?.anchor, block.initials])).toEqual([
      ["${ttd}", initials],
      [undefined, []],
    ]);
  });
});

test("tembusan and the code stand on a letter that has them", () => {
  const blocks = [{ type: "copies", items: ["{kantor.kepala}"] }, { type: "qr" }];
  const text = { copies: ["Arsip"] };
  expect(said(blocks, { text })).toEqual([OFFICE.head.post, "Arsip"]);
  expect(said(blocks, { text, code: "LAJUR1", ...ISSUED })).toContain("LAJUR1");
});

/** Texts that break what splices them: braces, replacement patterns, long and odd letters. */
const hostile = fc.oneof(
  fc.constantFrom("{kantor.nama}", "$& $1 $`", "{1}", "__proto__", "\u202Eabc", "😀".repeat(50)),
  fc.string({ unit: "binary", maxLength: 60 }).filter((text) => !/\p{Surrogate}/u.test(text)),
);

const WITH_TEXTS = fc.constantFrom("memo", "official-letter", "handover", "exclusion-decree");

test("whatever is written on a letter stands on it as it was written", () => {
  fc.assert(
    fc.property(hostile, WITH_TEXTS, (words, id) => {
      const template = shippedTemplate(id);
      const values = Object.fromEntries(
        template.inputs.map(({ key, type }) => [
          key,
          type === "rows" ? [[words, words]] : type === "list" ? [words] : words,
        ]),
      );
      const text = { values, subject: "{isian.isi}$&", copies: words === "" ? [] : [words] };
      fc.pre(letterTextSchema.safeParse(text).success);
      const order = { template, text };
      const model = letter(order);
      expect(letter(order)).toEqual(model);
      const printed = JSON.stringify(model.blocks);
      for (const line of words.split(/\r?\n/)) {
        if (line.trim() !== "") expect(printed).toContain(JSON.stringify(line).slice(1, -1));
      }
    }),
    { seed: 20261121 },
  );
});

test("the same order gives the same letter, and leaves the order as it was", () => {
  const order = { template: shippedTemplate("refusal"), request: requestOf(2) };
  const before = structuredClone(order);
  expect(letter(order)).toEqual(letter(order));
  expect(order).toEqual(before);
});

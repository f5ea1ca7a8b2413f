import { randomFillSync } from "node:crypto";
import { crc32, deflateRawSync } from "node:zlib";
import exceljs from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "#core/sops/excel/read.ts";
import { sopWorkbook } from "#core/sops/excel/write.ts";
import { draftSchema } from "#shared/sop/draft.ts";
import type { Imported } from "#shared/sop/import.ts";

type Row = (exceljs.CellValue | undefined)[];

async function bytesOf(edit: (workbook: exceljs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  edit(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function imported(edit: (workbook: exceljs.Workbook) => void): Promise<Imported> {
  const result = await readWorkbook(await bytesOf(edit));
  if (!result.ok) throw new Error(result.error.code);
  expect(draftSchema.safeParse(result.value.draft).success).toBe(true);
  return result.value;
}

const table =
  (rows: Row[], name = "Langkah") =>
  (workbook: exceljs.Workbook) => {
    workbook.addWorksheet(name).addRows(rows);
  };

const notesOf = ({ notes }: Imported) => notes.map(({ code, place }) => `${code} ${place}`);
const codeOf = async (bytes: Uint8Array) => {
  const result = await readWorkbook(bytes);
  return result.ok ? "ok" : result.error.code;
};

describe("a workbook that people changed", () => {
  test("columns may stand in another order, under other words, lower down", async () => {
    const { draft } = await imported(
      table([
        ["SOP kami"],
        [],
        ["PELAKSANA", "Uraian Kegiatan", "No.", "Jenis", "Output", "Waktu", "Langkah Berikutnya"],
        ["Staf", "Terima surat", 1, "Mulai", "Surat", "1 jam", 2],
        ["Kabid", "Setujui surat", 2, "Selesai", null, null, "Selesai"],
      ]),
    );
    expect(draft.lanes).toEqual(["Staf", "Kabid"]);
    expect(
      draft.steps.map(({ gist, kind, lane, outputs, time, next }) => ({
        gist,
        kind,
        lane,
        outputs,
        time,
        next,
      })),
    ).toEqual([
      {
        gist: "Terima surat",
        kind: "start",
        lane: "Staf",
        outputs: ["Surat"],
        time: "1 jam",
        next: [{ to: 2 }],
      },
      {
        gist: "Setujui surat",
        kind: "end",
        lane: "Kabid",
        outputs: [],
        time: null,
        next: [{ to: "end:selesai" }],
      },
    ]);
  });

  test("row numbers with gaps are counted anew and targets follow them", async () => {
    const read = await imported(
      table([
        [
          "No",
          "Kegiatan",
          "Jenis",
          "Pelaksana",
          "Langkah berikutnya",
          "Pilihan 1",
          "Tujuan 1",
          "Pilihan 2",
          "Tujuan 2",
        ],
        [10, "A", "Mulai", "X", 20],
        [],
        [20, "B", "Keputusan", "X", null, "Ya", 40, "Tidak", "ditolak"],
        [40, "C", "Lain", "X", 99],
      ]),
    );
    expect(read.draft.steps.map(({ no, next }) => [no, next])).toEqual([
      [1, [{ to: 2 }]],
      [
        2,
        [
          { when: "Ya", to: 3 },
          { when: "Tidak", to: "end:ditolak" },
        ],
      ],
      [3, [{ to: null }]],
    ]);
    expect(notesOf(read)).toEqual(
      expect.arrayContaining([
        "row_empty Langkah!B3",
        "kind_unknown Langkah!C5",
        "target_unknown Langkah!E5",
        "lane_added Langkah!D2",
      ]),
    );
  });

  test("formulas, numbers, dates, rich text and links are read as what they show", async () => {
    const read = await imported((workbook) => {
      const sheet = workbook.addWorksheet("Langkah");
      sheet.addRow(["No", "Kegiatan", "Pelaksana", "Kelengkapan", "Keterangan"]);
      sheet.addRow([
        { formula: "ROW()-1", result: 1 },
        { richText: [{ text: "Terima " }, { text: "surat", font: { bold: true } }] },
        { text: "Staf", hyperlink: "mailto:x@contoh.go.id" },
        7,
        new Date("2026-11-08T00:00:00Z"),
      ]);
    });
    expect(read.draft.steps[0]).toMatchObject({
      no: 1,
      gist: "Terima surat",
      lane: "Staf",
      requirements: ["7"],
      note: "2026-11-08",
    });
    expect(notesOf(read)).toContain("formula Langkah!A2");
  });

  test("merged cells are read as one, other sheets and columns are named", async () => {
    const read = await imported((workbook) => {
      const sheet = workbook.addWorksheet("Alur");
      sheet.addRows([
        ["No", "Kegiatan", "Pelaksana", "Biaya"],
        [1, "A", "X", "Rp1"],
        [2, "B", "X"],
      ]);
      sheet.mergeCells("D2:D3");
      workbook.addWorksheet("Rekap").addRow(["apa saja"]);
    });
    expect(notesOf(read)).toEqual(
      expect.arrayContaining(["merged Alur!D2", "not_taken Alur!D1", "not_taken Rekap!A1"]),
    );
  });

  test("texts over the limit are cut and unprintable characters go, each with its place", async () => {
    const read = await imported(
      table([
        ["No", "Kegiatan", "Pelaksana"],
        [1, "x".repeat(5000), "X_x0007_Y"],
      ]),
    );
    expect(read.draft.steps[0]?.gist).toHaveLength(4000);
    expect(read.draft.steps[0]?.lane).toBe("XY");
    expect(read.draft.lanes).toEqual(["XY"]);
    expect(notesOf(read)).toEqual(
      expect.arrayContaining(["text_cut Langkah!B2", "text_cleaned Langkah!C2"]),
    );
  });

  test("days are understood as people write them", async () => {
    const read = await imported((workbook) => {
      table([
        ["No", "Kegiatan", "Pelaksana"],
        [1, "A", "X"],
      ])(workbook);
      workbook.addWorksheet("Identitas").addRows([
        ["Nama SOP", ":", "Permintaan Data"],
        ["Tanggal pembuatan", "8 November 2026"],
        ["Tgl. Revisi", "Januari 2023"],
        ["Tanggal revisi", "Januari 2023"],
        ["Tanggal pengesahan", "08/11/2026"],
        ["Tanggal efektif", "kemarin"],
        ["Peringatan", "Satu"],
        [null, "Peringatan"],
      ]);
    });
    expect(read.draft).toMatchObject({
      id: "permintaan-data",
      name: "Permintaan Data",
      created: "2026-11-08",
      revised: "2023-01",
      approved: "2026-11-08",
      effective: null,
    });
    expect(read.draft.identity?.warnings).toEqual(["Satu", "Peringatan"]);
    expect(notesOf(read)).toContain("not_taken Identitas!B6");
  });

  test("the paper's own layout is read by the marks under its lanes", async () => {
    const read = await imported((workbook) => {
      const sheet = workbook.addWorksheet("SOP");
      sheet.addRows([
        ["SOP PERMINTAAN DATA"],
        ["No", "Uraian Prosedur", "Pelaksana", null, null, "Mutu Baku", null, null, "Ket"],
        [null, null, "Pemohon", "Staf", "Kabid", "Persyaratan/Kelengkapan", "Waktu", "Output"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
        [1, "Ajukan permohonan", "x", null, null, "Surat", "10 menit", "Surat", null],
        [null, null, null, null, null, "KTP"],
        [2, "Periksa", null, "●", "v", null, "1 hari", "Catatan", "segera"],
        [3, "Setujui", null, null, 1],
      ]);
      for (const area of ["A2:A3", "B2:B3", "C2:E2", "F2:H2", "I2:I3", "B5:B6"]) {
        sheet.mergeCells(area);
      }
    });
    expect(read.draft.lanes).toEqual(["Pemohon", "Staf", "Kabid"]);
    expect(read.draft.steps).toMatchObject([
      { kind: "start", lane: "Pemohon", requirements: ["Surat", "KTP"], next: [{ to: 2 }] },
      { kind: "process", lane: "Staf", also: ["Kabid"], time: "1 hari", note: "segera" },
      { kind: "end", lane: "Kabid", next: [{ to: "end:selesai" }] },
    ]);
    expect(notesOf(read).filter((note) => note.startsWith("guessed"))).toHaveLength(6);
  });
});

test("of several papers in one book the others are named", async () => {
  const paper: Row[] = [
    ["No", "Kegiatan", "Pelaksana", null, "Mutu Baku"],
    [null, null, "Staf", "Kabid", "Waktu"],
    [1, "A", "x"],
    [2, "B", null, "x"],
  ];
  const read = await imported((workbook) => {
    table(paper, "SOP 1")(workbook);
    table(paper, "SOP 2")(workbook);
  });
  expect(read.draft.lanes).toEqual(["Staf", "Kabid"]);
  expect(notesOf(read)).toContain("not_taken SOP 2!A1");
});

/** A zip with one deflated entry a part; `lie` changes what the directory says of its size. */
function zipOf(parts: Record<string, Uint8Array | string>, lie = (size: number) => size) {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content as string);
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(lie(data.length), 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    files.push(head, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, directory, end]));
}

const parts = (sheet: string) => ({
  "xl/workbook.xml": `<workbook><sheets><sheet name="Langkah" sheetId="1" r:id="r1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/worksheets/sheet1.xml": sheet,
});
const text = (ref: string, value: string) =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADER = `<row r="1">${text("A1", "No")}${text("B1", "Kegiatan")}${text("C1", "Pelaksana")}</row>`;
const STEP = `<row r="2">${text("B2", "Terima surat")}${text("C2", "Staf")}</row>`;

describe("a file that is no SOP workbook", () => {
  test("other bytes, an old .xls and another zip are unreadable", async () => {
    expect(await codeOf(new Uint8Array())).toBe("workbook_unreadable");
    expect(await codeOf(new TextEncoder().encode("a,b,c\n1,2,3"))).toBe("workbook_unreadable");
    expect(await codeOf(Buffer.from("d0cf11e0a1b11ae1".padEnd(4096, "0"), "hex"))).toBe(
      "workbook_unreadable",
    );
    expect(await codeOf(zipOf({ "a.txt": "x" }))).toBe("workbook_unreadable");
    expect(await codeOf(zipOf(parts(`<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>`)))).toBe(
      "workbook_unreadable",
    );
  });

  test("another layout names the headings that are needed", async () => {
    const result = await readWorkbook(
      await bytesOf(
        table([
          ["Tanggal", "Jumlah"],
          [1, 2],
        ]),
      ),
    );
    expect(result).toMatchObject({ ok: false, error: { code: "workbook_layout" } });
    expect(result.ok ? "" : result.error.message).toContain("Kegiatan");
  });

  test("50 MB, a bomb, a lying directory and 10,000 rows are refused at once", async () => {
    const noise = randomFillSync(new Uint8Array(11 * 1024 * 1024));
    expect(await codeOf(noise)).toBe("workbook_too_large");
    const bomb = zipOf({ ...parts(" ".repeat(40_000_000)) });
    expect(await codeOf(bomb)).toBe("workbook_too_large");
    const liar = zipOf(parts(`<worksheet>${" ".repeat(40_000_000)}</worksheet>`), (size) =>
      Math.min(size, 1000),
    );
    expect(await codeOf(liar)).toBe("workbook_unreadable");
    const rows = Array.from({ length: 10_001 }, (_, index) => [index + 1, `Langkah ${index}`, "X"]);
    expect(await codeOf(await bytesOf(table([["No", "Kegiatan", "Pelaksana"], ...rows])))).toBe(
      "workbook_too_large",
    );
    expect(
      await codeOf(await bytesOf(table([["No", "Kegiatan", "Pelaksana"], ...rows.slice(0, 401)]))),
    ).toBe("workbook_too_large");
  });

  test("the widest dimension, merge and drop-down and a million styled rows do not hang", async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 3}" s="1"/>`);
    const sheet =
      `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${HEADER}${STEP}${rows.join("")}</sheetData>` +
      `<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>` +
      `<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"/></dataValidations></worksheet>`;
    const started = performance.now();
    const result = await readWorkbook(zipOf(parts(sheet)));
    expect(result).toMatchObject({
      ok: true,
      value: { draft: { steps: [{ gist: "Terima surat" }] } },
    });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("broken bytes never throw and never hang", async () => {
    const whole = await sopWorkbook(null);
    const plain = zipOf(parts(`<worksheet><sheetData>${HEADER}${STEP}</sheetData></worksheet>`));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(whole, plain),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
        fc.option(fc.nat()),
        async (bytes, changes, length) => {
          const broken = bytes.slice(0, length === null ? undefined : length % bytes.length);
          for (const [at, value] of changes)
            if (broken.length > 0) broken[at % broken.length] = value;
          const result = await readWorkbook(broken);
          if (result.ok) expect(draftSchema.safeParse(result.value.draft).success).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  test("broken XML within a whole zip never throws either", async () => {
    const sheet = `<worksheet><sheetData>${HEADER}${STEP}</sheetData></worksheet>`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.nat(sheet.length),
            fc.nat(8),
            fc.constantFrom(
              "<",
              ">",
              '"',
              "&#x0;",
              "&#1114112;",
              "</row>",
              "<![CDATA[",
              's="-1"',
              "é",
            ),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        async (changes) => {
          let xml = sheet;
          for (const [at, gone, put] of changes)
            xml = xml.slice(0, at) + put + xml.slice(at + gone);
          const result = await readWorkbook(zipOf(parts(xml)));
          if (result.ok) expect(draftSchema.safeParse(result.value.draft).success).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);
});

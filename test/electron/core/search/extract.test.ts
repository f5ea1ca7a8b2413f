import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { Document, Packer, Paragraph } from "docx";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { run } from "#core/search/extract-task.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";
import { pdfOf, plainPdf } from "../../../support/signed-pdf.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lajur-extract-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function given(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
const extracted = (bytes: Uint8Array | string) => run({ path: given("berkas", bytes) });

const docx = (...lines: string[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
  );

async function xlsx(cells: string[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Luas panen").addRows(cells);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A PDF of so many pages that all say the same. */
function manyPages(count: number): Buffer {
  const content = "BT /F1 12 Tf 50 700 Td (Lampiran berulang) Tj ET";
  const page =
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>";
  const kids = Array.from({ length: count }, (_, index) => `${index + 5} 0 R`).join(" ");
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...Array<string>(count).fill(page),
  ]);
}

describe("the text of an attachment", () => {
  test("is read from PDF", async () => {
    expect(await extracted(plainPdf(["Rekapitulasi panen"]))).toEqual({
      state: "ok",
      text: "Rekapitulasi panen\n",
    });
  });

  test("is read from Word, a line a paragraph", async () => {
    expect(await extracted(await docx("Telaah staf", "Kesimpulan & saran"))).toEqual({
      state: "ok",
      text: "Telaah staf\nKesimpulan & saran\n",
    });
  });

  test("is read from Excel, with the names of its sheets", async () => {
    const { state, text } = await extracted(await xlsx([["Kecamatan Contoh", "Padi sawah"]]));
    expect(state).toBe("ok");
    for (const words of ["Luas panen", "Kecamatan Contoh", "Padi sawah"]) {
      expect(text).toContain(words);
    }
  });

  test.each([
    ["UTF-8", Buffer.from("Petani – José")],
    ["UTF-16", Buffer.from("\ufeffPetani – José", "utf16le")],
    ["Windows-1252", Buffer.from([...Buffer.from("Petani "), 0x96, ...Buffer.from(" Jos"), 0xe9])],
  ])("is read from plain text in %s", async (_, bytes) => {
    const { state, text } = await extracted(bytes);
    expect(state).toBe("ok");
    expect(text.replace("\ufeff", "")).toBe("Petani – José");
  });

  test("of a PDF of 5,000 pages is read as far as it goes, in seconds", async () => {
    const started = performance.now();
    const { state, text } = await extracted(manyPages(5000));
    expect(state).toBe("ok");
    expect(text).toContain("Lampiran berulang");
    expect(text.length).toBeLessThanOrEqual(200_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);

  test("of a broken, locked or empty file is none", async () => {
    const pdf = plainPdf(["Isi"]);
    expect((await extracted(pdf.subarray(0, pdf.length - 40))).state).toBe("broken");
    expect((await extracted((await docx("Isi")).subarray(0, 300))).state).toBe("broken");
    expect((await extracted(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).state).toBe("none");
    expect((await extracted("  \n")).state).toBe("empty");
    expect((await run({ path: join(folder, "tidak-ada") })).state).toBe("missing");
  });

  test("of a ZIP bomb is not unpacked", async () => {
    const { deflateRawSync } = await import("node:zlib");
    const zeros = Buffer.alloc(80 * 1024 * 1024, 0x20);
    const bomb = zipOf("word/document.xml", deflateRawSync(zeros), zeros.length);
    expect((await extracted(bomb)).state).toBe("too-large");
  });
});

describe("attachments", () => {
  let lajur: TestCore;
  let request: string;
  beforeEach(async () => {
    lajur = openCore();
    request = (await lajur.call("request.create", { ...intake, letterInHand: true })).id;
  });
  afterEach(() => lajur.dispose());

  const settled = () =>
    vi.waitFor(async () => expect((await lajur.call("search.state", {})).waiting).toBe(0), {
      timeout: 20_000,
      interval: 100,
    });
  const found = async (words: string) =>
    (await lajur.call("search.find", { words })).rows.map(({ title }) => title.text);

  test("are found by what is written in them, read behind the officer's back", async () => {
    const attach = (name: string, bytes: Uint8Array | string) =>
      lajur.call("file.attach", { request, path: given(name, bytes) });
    await attach("telaah.docx", await docx("Ketersediaan pupuk bersubsidi"));
    await attach("rusak.pdf", "%PDF-1.7 rusak");
    await attach("rekap.pdf", plainPdf(["Rekapitulasi curah hujan"]));
    expect((await lajur.call("search.state", {})).waiting).toBe(3);
    await settled();
    expect(await found("pemupukan")).toEqual(["telaah.docx"]);
    expect(await found("hujan")).toEqual(["rekap.pdf"]);
    expect(await found("rusak")).toEqual(["rusak.pdf"]);
    const [hit] = (await lajur.call("search.find", { words: "bersubsidi" })).rows;
    expect(hit?.snippet?.text).toBe("Ketersediaan pupuk bersubsidi ");
  }, 30_000);

  test("are read after the next start when they could not be before, once, and kept by a rebuild", async () => {
    const path = given("hujan.txt", "Curah hujan tinggi");
    await lajur.call("file.attach", { request, path });
    lajur = await lajur.reopen();
    await settled();
    expect(await found("hujan")).toEqual(["hujan.txt"]);
    await lajur.call("archive.rebuild", {});
    expect((await lajur.call("search.state", {})).waiting).toBe(0);
    expect(await found("tinggi")).toEqual(["hujan.txt"]);
  }, 30_000);
});

/** A ZIP of one entry. */
function zipOf(name: string, packed: Buffer, unpacked: number): Buffer {
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

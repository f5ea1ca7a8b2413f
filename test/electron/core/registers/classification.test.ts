import { writeFileSync } from "node:fs";
import { join } from "node:path";
import exceljs, { type CellValue } from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCodesWorkbook } from "#core/registers/classification-workbook.ts";
import { openCore, temporaryFolder, type TestCore } from "../../../support/core.ts";

let lajur: TestCore;
beforeEach(() => {
  lajur = openCore();
});
afterEach(() => lajur.dispose());

async function workbook(rows: CellValue[][]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.addWorksheet("Klasifikasi").addRows(rows);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function read(rows: CellValue[][]) {
  const result = readCodesWorkbook(await workbook(rows));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe("the classification", () => {
  it("begins with the codes that a Dinas Kominfo needs, until the office saves its own", async () => {
    const shipped = await lajur.call("classification.list", {});
    expect(shipped).toMatchObject({ total: 5, shipped: true });
    expect(shipped.codes).toContainEqual({ code: "500.14", name: "Statistik" });
    const codes = [
      { code: "500.14.10", name: "Metadata" },
      { code: "500.14.4", name: "Layanan data" },
      { code: "HM.01", name: "Humas" },
    ];
    expect(await lajur.call("classification.save", { codes })).toEqual({ total: 3 });
    const own = await lajur.call("classification.list", {});
    expect(own.shipped).toBe(false);
    expect(own.codes.map(({ code }) => code)).toEqual(["500.14.4", "500.14.10", "HM.01"]);
    const found = await lajur.call("classification.list", { words: "500 meta", limit: 1 });
    expect(found).toMatchObject({ total: 1, codes: [{ code: "500.14.10" }] });
  });

  it("takes no code twice, none with blanks, and no table without rows", async () => {
    const codes = [
      { code: "500", name: "a" },
      { code: "500", name: "b" },
    ];
    expect(await lajur.refusal("classification.save", { codes })).toMatchObject({
      code: "code_twice",
      field: "codes.1.code",
    });
    const blank = { codes: [{ code: "500 14", name: "a" }] };
    expect((await lajur.refusal("classification.save", blank)).code).toBe("code_invalid");
    expect((await lajur.refusal("classification.save", { codes: [] })).code).toBe("params_invalid");
  });
});

describe("a table of codes in a workbook", () => {
  it("is its rows with a code and a name, in whatever columns", async () => {
    const { codes, findings } = await read([
      ["KLASIFIKASI ARSIP", null, 2022],
      ["No.", "Kode", "Uraian"],
      [1, "500", "PEREKONOMIAN"],
      [2, "500.14.", "Statistik"],
      ["500", "500.14.4", "  Layanan\ndata  ", "Aktif 2 tahun"],
      ["Kearsipan", "000.5"],
      [3, "500.14.4", "Layanan data"],
    ]);
    expect(findings).toEqual([]);
    expect(codes).toEqual([
      { code: "500", name: "PEREKONOMIAN" },
      { code: "500.14", name: "Statistik" },
      { code: "500.14.4", name: "Layanan data" },
      { code: "000.5", name: "Kearsipan" },
    ]);
  });

  it("takes no row's own number for a code", async () => {
    const rows = Array.from({ length: 300 }, (_, at) => [at + 1, `500.${at + 1}`, `Urusan ${at}`]);
    const { codes, findings } = await read([...rows, [301, 0.5, "Kearsipan"]]);
    expect(codes).toHaveLength(300);
    expect(codes.every(({ code }) => code.startsWith("500."))).toBe(true);
    expect(findings.map(({ code, row }) => [code, row])).toEqual([["code_unclear", 301]]);
    const main = await read([
      ["500", "Perekonomian"],
      ["600", "Pekerjaan umum"],
      ["700", "Pengawasan"],
    ]);
    expect(main.codes.map(({ code }) => code)).toEqual(["500", "600", "700"]);
  });

  it("tells what Excel made of a code that was no text, and rows without a name", async () => {
    const { codes, findings } = await read([
      [500.1, "Kesatu"],
      [500.1, "Kesepuluh, kehilangan nolnya"],
      [0.5, "Kearsipan"],
      ["500.14,4", "Koma"],
      ["500.12"],
      ["500.13", "x".repeat(301)],
    ]);
    expect(codes).toEqual([{ code: "500.1", name: "Kesatu" }]);
    expect(findings.map(({ code, row }) => [code, row])).toEqual([
      ["code_twice", 2],
      ["code_unclear", 3],
      ["code_unclear", 4],
      ["name_missing", 5],
      ["too_long", 6],
    ]);
  });

  it("without any code says so, and holds no more than 5,000", async () => {
    expect((await read([["Daftar nama"], ["Siti"]])).findings).toEqual([
      { code: "file_empty", row: null, detail: "" },
    ]);
    const rows = Array.from({ length: 5003 }, (_, at) => [
      `${100 + Math.floor(at / 100)}.${at % 100}`,
      `Urusan ${at}`,
    ]);
    const { codes, findings } = await read(rows);
    expect(codes).toHaveLength(5000);
    expect(findings).toMatchObject([{ code: "too_many", row: 5001 }]);
  });

  it("is read and not stored; what is no workbook is refused", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "kode.xlsx");
    writeFileSync(
      path,
      await workbook([
        ["500.14", "Statistik"],
        ["0.5", "Rusak"],
      ]),
    );
    const answer = await lajur.call("classification.read", { path });
    expect(answer.codes).toEqual([{ code: "500.14", name: "Statistik" }]);
    expect(answer.findings[0]).toMatchObject({ row: 2, detail: "0.5 Rusak" });
    expect(answer.findings[0]?.message).toContain("teks");
    expect((await lajur.call("classification.list", {})).shipped).toBe(true);
    writeFileSync(path, "PK\u0003\u0004 dan sisanya hilang");
    expect((await lajur.refusal("classification.read", { path })).code).toBe("workbook_unreadable");
    writeFileSync(path, "kode;nama\n500.14;Statistik\n");
    expect((await lajur.refusal("classification.read", { path })).code).toBe("workbook_unreadable");
    const window = { origin: "window", user: null } as const;
    expect((await lajur.refusal("classification.read", { path }, window)).code).toBe(
      "path_not_allowed",
    );
  });
});

import exceljs, { type CellValue } from "exceljs";
import { describe, expect, it } from "vitest";
import { readFate, readPeriod, readRulesWorkbook } from "#core/retention/rules-workbook.ts";

async function read(rows: CellValue[][]) {
  const book = new exceljs.Workbook();
  book.addWorksheet("JRA").addRows(rows);
  const result = readRulesWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe("a schedule of retention in a workbook", () => {
  it("is its rows with a code below the headings, also where they stand on two rows", async () => {
    const { rules, findings } = await read([
      ["JADWAL RETENSI ARSIP"],
      ["No", "Kode", "Jenis arsip", "Retensi", null, "Keterangan"],
      [null, null, null, "Aktif", "Inaktif", null],
      [1, "500.14", "STATISTIK", null, null, null],
      [2, "500.14.4", "Layanan data", "2 tahun", "3 tahun", "Musnah"],
      [
        3,
        "500.14.5",
        "Kerja sama",
        "1 (satu) tahun setelah kontrak berakhir",
        "1 tahun 6 bulan",
        "Permanen",
      ],
      [4, "500.14.6", "Metadata", 2, "-", "Dinilai kembali"],
    ]);
    expect(rules).toEqual([
      {
        code: "500.14.4",
        active: { years: 2, months: 0 },
        inactive: { years: 3, months: 0 },
        fate: "destroy",
        note: "",
      },
      {
        code: "500.14.5",
        active: { years: 1, months: 0 },
        inactive: { years: 1, months: 6 },
        fate: "permanent",
        note: "setelah kontrak berakhir",
      },
      {
        code: "500.14.6",
        active: { years: 2, months: 0 },
        inactive: { years: 0, months: 0 },
        fate: "review",
        note: "",
      },
    ]);
    expect(findings).toEqual([expect.objectContaining({ code: "fate_unclear", row: 4 })]);
  });

  it("tells what it does not understand instead of guessing", async () => {
    const { rules, findings } = await read([
      ["Kode", "Aktif", "Inaktif", "Keterangan"],
      ["500.1", "selama berlaku", "2 tahun", "Musnah"],
      ["500.2", "1 tahun", "2 tahun", "Musnah kecuali yang bernilai permanen"],
      ["500.3", "1", "1", "Musnah"],
      ["500.3", "9", "9", "Musnah"],
    ]);
    expect(rules.map(({ code }) => code)).toEqual(["500.3"]);
    expect(findings.map(({ code, row }) => [code, row])).toEqual([
      ["period_unclear", 2],
      ["fate_unclear", 3],
      ["code_twice", 5],
    ]);
    const without = await read([["500.1", "2 tahun", "Musnah"]]);
    expect(without.findings[0]?.code).toBe("headings_missing");
  });

  it("reads periods and fates as offices write them", () => {
    expect(readPeriod("18 bulan")?.period).toEqual({ years: 1, months: 6 });
    expect(readPeriod("5 thn")?.period).toEqual({ years: 5, months: 0 });
    expect(readPeriod("999")).toBeNull();
    expect(readFate("MUSNAH")).toBe("destroy");
    expect(readFate("Dinilai Kembali")).toBe("review");
    expect(readFate("")).toBeNull();
  });
});

import exceljs, { type CellValue } from "exceljs";
import { describe, expect, it } from "vitest";
import { readHolidaysWorkbook } from "#core/calendar/holidays-workbook.ts";

async function read(rows: CellValue[][]) {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet("Libur").addRows(rows);
  const result = readHolidaysWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe("a year's holidays from a workbook", () => {
  it("are its rows with a day, however the day is written", async () => {
    const { holidays, findings } = await read([
      ["Hari libur nasional dan cuti bersama 2026"],
      ["Tanggal", "Jenis", "Keterangan"],
      [new Date("2026-01-01T00:00:00Z"), "Libur nasional", "Tahun Baru 2026 Masehi"],
      ["2026-01-02", "lainnya", "Hari jadi kabupaten"],
      ["20 Maret 2026", "cuti bersama", "Idulfitri 1447 H"],
      ["17/08/2026", "", "Proklamasi Kemerdekaan"],
    ]);
    expect(findings).toEqual([]);
    expect(holidays).toEqual([
      { day: "2026-01-01", kind: "national", name: "Tahun Baru 2026 Masehi" },
      { day: "2026-01-02", kind: "other", name: "Hari jadi kabupaten" },
      { day: "2026-03-20", kind: "joint_leave", name: "Idulfitri 1447 H" },
      { day: "2026-08-17", kind: "national", name: "Proklamasi Kemerdekaan" },
    ]);
  });

  it("take their kind from the heading above or the title, and no weekday for a name", async () => {
    const { holidays } = await read([
      ["A. Hari Libur Nasional"],
      ["No.", "Tanggal", "Hari", "Keterangan"],
      ["1.", "1 Januari 2026", "Kamis", "Tahun Baru"],
      ["B. Cuti Bersama"],
      ["1.", "16 Februari 2026", "Senin", "Imlek"],
    ]);
    expect(holidays).toEqual([
      { day: "2026-01-01", kind: "national", name: "Tahun Baru" },
      { day: "2026-02-16", kind: "joint_leave", name: "Imlek" },
    ]);
    const titled = await read([["24 Desember 2026", "Cuti Bersama Natal"]]);
    expect(titled.holidays[0]?.kind).toBe("joint_leave");
  });

  it("tell of a day that stands twice, and of a sheet without days", async () => {
    const twice = await read([
      ["2026-01-01", "", "Tahun Baru"],
      ["2026-01-01", "", "Tahun Baru Masehi"],
    ]);
    expect(twice.holidays).toHaveLength(1);
    expect(twice.findings).toEqual([
      { code: "day_twice", row: 2, detail: "2026-01-01 Tahun Baru Masehi" },
    ]);
    const wrong = await read([["32 Agustus 2026", "", "Bukan hari"]]);
    expect(wrong.findings[0]).toEqual({
      code: "date_invalid",
      row: 1,
      detail: "32 Agustus 2026 Bukan hari",
    });
    expect((await read([["Januari 2026", "tiga hari"]])).findings[0]?.code).toBe("file_empty");
  });

  it("are refused where the file is no workbook", () => {
    const cut = readHolidaysWorkbook(new TextEncoder().encode("PK\u0003\u0004 dan sisanya hilang"));
    expect(cut.ok).toBe(false);
  });
});

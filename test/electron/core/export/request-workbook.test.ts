import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { afterAll, describe, expect, test } from "vitest";
import { writeRequestWorkbook } from "#core/export/request-workbook.ts";
import type { RequestRow } from "#shared/contract.ts";
import { OFFICE } from "../../../support/paper.ts";

const folder = mkdtempSync(join(tmpdir(), "lajur-xlsx-"));
afterAll(() => rmSync(folder, { recursive: true }));

const OPTIONS = { office: OFFICE, zone: "WITA", today: "2026-11-20" } as const;

const rowOf = (index: number, changes: Partial<RequestRow> = {}): RequestRow => ({
  id: `r${index}`,
  number: `2026/${String(index).padStart(4, "0")}`,
  subject: "Permohonan data produksi padi",
  requester: "Rina Lestari",
  sop: { id: "magetan-permintaan-data", version: 1, name: "Permintaan Data" },
  status: "running",
  outcome: null,
  due: null,
  legalDue: null,
  paused: false,
  conflict: false,
  received: "2026-11-16",
  created: "2026-11-16T02:12:00Z",
  changed: "2026-11-19T17:30:00Z",
  current: {
    step: 4,
    gist: "Putuskan apakah daftar data disetujui",
    lane: "Walidata",
    entered: "2026-11-18T02:00:00Z",
  },
  ...changes,
});

async function sheetOf(rows: RequestRow[], name = "daftar.xlsx") {
  const path = join(folder, name);
  const written = await writeRequestWorkbook(path, rows, OPTIONS);
  if (!written.ok) throw new Error(written.error.code);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error("no sheet");
  return { sheet, written: written.value, path };
}

const cells = (sheet: exceljs.Worksheet, row: number): exceljs.CellValue[] =>
  Array.from({ length: 11 }, (_, column) => sheet.getRow(row).getCell(column + 1).value);

describe("the list of requests as a workbook", () => {
  test("has a heading, a frozen row of column names with filters, and the rows", async () => {
    const { sheet, written, path } = await sheetOf([rowOf(1), rowOf(2)]);
    expect(written).toEqual({ rows: 2, size: (await stat(path)).size });
    expect(sheet.getCell("A1").value).toBe("DAFTAR PERMOHONAN DATA");
    expect(sheet.getCell("A2").value).toContain(OFFICE.name);
    expect(sheet.getCell("A3").value).toBe("Keadaan Jumat, 20 November 2026");
    expect(cells(sheet, 5)).toEqual([
      "Nomor",
      "Diterima",
      "Pemohon",
      "Perihal",
      "SOP",
      "Status/Hasil",
      "Langkah",
      "Pelaksana",
      "Sejak",
      "Tenggat",
      "Terakhir berubah",
    ]);
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 5 });
    expect(sheet.autoFilter).toBe("A5:K5");
    expect(cells(sheet, 7).slice(0, 1)).toEqual(["2026/0002"]);
  });

  test("keeps days and moments as dates of the office's zone", async () => {
    const { sheet } = await sheetOf([rowOf(1)]);
    const [, received, , , , state, step, lane, since, due, changed] = cells(sheet, 6);
    expect(due).toBeNull();
    expect(received).toEqual(new Date("2026-11-16T00:00:00Z"));
    expect(since).toEqual(new Date("2026-11-18T10:00:00Z"));
    // 17:30 in UTC is half past one of the next day in WITA.
    expect(changed).toEqual(new Date("2026-11-20T01:30:00Z"));
    expect([state, step, lane]).toEqual([
      "Berjalan",
      "4. Putuskan apakah daftar data disetujui",
      "Walidata",
    ]);
  });

  test("a closed request shows its outcome and stands on no step", async () => {
    const { sheet } = await sheetOf([
      rowOf(1, { status: "ended", outcome: "ditolak", current: null }),
      rowOf(2, { status: "cancelled", current: null }),
    ]);
    expect(cells(sheet, 6).slice(5, 9)).toEqual(["Ditolak", null, null, null]);
    expect(cells(sheet, 7)[5]).toBe("Dibatalkan");
  });

  test.each(["=1+1", "+62 812", "-5", "@SUM(A1)", '=HYPERLINK("http://contoh")'])(
    "%s stays text",
    async (subject) => {
      const { sheet } = await sheetOf([rowOf(1, { subject })]);
      const cell = sheet.getRow(6).getCell(4);
      expect(cell.type).toBe(exceljs.ValueType.String);
      expect(cell.value).toBe(subject);
    },
  );

  test("quotes, emoji, marks and what XML cannot hold keep the file readable", async () => {
    const { sheet } = await sheetOf([rowOf(1, { requester: `"<&>" 🙂 \u200Fشكرا \uFFFE` })]);
    expect(sheet.getRow(6).getCell(3).value).toBe(`"<&>" 🙂 \u200Fشكرا \uFFFD`);
  });

  test("an empty list is a workbook with its heading", async () => {
    const { sheet, written } = await sheetOf([]);
    expect(written.rows).toBe(0);
    expect(sheet.getCell("A5").value).toBe("Nomor");
  });

  test("a folder that is not there is a refusal, nothing is left and the rows are let go", async () => {
    let closed = false;
    function* rows() {
      try {
        for (let index = 0; index < 100_000; index += 1) yield rowOf(index);
      } finally {
        closed = true;
      }
    }
    const path = join(folder, "tidak-ada", "daftar.xlsx");
    const written = await writeRequestWorkbook(path, rows(), OPTIONS);
    expect(written).toMatchObject({ ok: false, error: { code: "path_unwritable", field: "path" } });
    await expect.poll(() => closed).toBe(true);
  });

  test("leaves no temporary file beside the list", async () => {
    await sheetOf([rowOf(1)], "bersih.xlsx");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("20,000 rows do not pile up in memory", async () => {
    function* rows() {
      for (let index = 0; index < 20_000; index += 1) yield rowOf(index);
    }
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().arrayBuffers);
    }, 5);
    const before = process.memoryUsage().arrayBuffers;
    const written = await writeRequestWorkbook(join(folder, "panjang.xlsx"), rows(), OPTIONS);
    clearInterval(watch);
    expect(written).toMatchObject({ ok: true, value: { rows: 20_000 } });
    // Uncompressed the sheet is about 18 MB.
    expect(peak - before).toBeLessThan(12_000_000);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import exceljs from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoOffice } from "#core/demo/office.ts";
import { PROJECTION_TABLES } from "#core/archive/projection.ts";
import type { ParamsIn } from "#shared/contract.ts";
import Database from "better-sqlite3";
import { intake, openCore, temporaryFolder, type TestCore } from "../../../support/core.ts";
import { textOf } from "../../../support/pdf.ts";

let lajur: TestCore;
beforeEach(async () => {
  lajur = openCore({ now: () => Date.parse("2026-11-16T02:12:00Z") });
  await lajur.call("office.save", office());
});
afterEach(() => lajur.dispose());

const office = (registers: ParamsIn<"office.save">["registers"] = {}) => ({
  ...demoOffice,
  unit: "DISKOMINFO",
  letterPattern: "{klasifikasi}/{nomor}/{unit}/{tahun}",
  registers,
});

const enter = (params: Partial<ParamsIn<"register.enter">> = {}) =>
  lajur.call("register.enter", { register: "memo", subject: "Rapat", party: "Bupati", ...params });
const entries = (register: ParamsIn<"register.entries">["register"], year = 2026, words = "") =>
  lajur.call("register.entries", { register, year, words });

describe("a register", () => {
  it("numbers what is entered, one after the other, and says who and when", async () => {
    const first = await enter({ register: "outgoing", classification: "500.14.4" });
    expect(first).toMatchObject({
      number: "500.14.4/1/DISKOMINFO/2026",
      value: 1,
      year: 2026,
      date: "2026-11-16",
      at: "2026-11-16T02:12:00.000Z",
      by: { id: "konsol" },
      request: null,
    });
    await enter({ register: "outgoing", classification: "000.5" });
    const { rows, total, gaps } = await entries("outgoing");
    expect(rows.map(({ number }) => number)).toEqual([
      "500.14.4/1/DISKOMINFO/2026",
      "000.5/2/DISKOMINFO/2026",
    ]);
    expect({ total, gaps }).toEqual({ total: 2, gaps: [] });
    const list = await lajur.call("register.list", {});
    expect(list.map(({ id, next, count }) => [id, next, count])).toEqual([
      ["outgoing", "…/3/DISKOMINFO/2026", 2],
      ["incoming", "1", 0],
      ["memo", "1/ND/DISKOMINFO/XI/2026", 0],
      ["decree", "…/1/KEP/DISKOMINFO/2026", 0],
      ["record", "1/BA/DISKOMINFO/XI/2026", 0],
    ]);
  });

  it("shares its numbers with the letters of requests, and the agenda with requests", async () => {
    const request = await lajur.call("request.create", { ...intake, letterInHand: true });
    await enter({ register: "incoming", party: "BPS", reference: "B-12/2026, 12 Nov 2026" });
    const { rows } = await entries("incoming");
    expect(rows).toMatchObject([
      {
        number: "1",
        party: "Ayu Contoh",
        reference: "118/UN99/PT/2026, 13 Nov 2026",
        request: { id: request.id, number: request.number },
      },
      { number: "2", party: "BPS", reference: "B-12/2026, 12 Nov 2026", request: null },
    ]);
    const taken = { register: "incoming", year: 2026, number: "1", reason: "keliru" };
    expect((await lajur.refusal("register.void", taken)).code).toBe("entry_of_request");
  });

  it("starts anew with each year, also where the year does not stand in the number", async () => {
    await enter({ register: "incoming", date: "2025-12-30" });
    await enter({ register: "incoming", date: "2025-12-31" });
    const next = await enter({ register: "incoming", date: "2026-01-02" });
    expect(next.number).toBe("1");
    expect((await entries("incoming", 2025)).rows.map(({ number }) => number)).toEqual(["1", "2"]);
    expect((await entries("incoming")).gaps).toEqual([]);
    const list = await lajur.call("register.list", {});
    expect(list.find(({ id }) => id === "incoming")).toMatchObject({
      years: [2026, 2025],
      count: 3,
    });
  });

  it("that never starts anew goes on over the years; a gap belongs to the year after it", async () => {
    const memo = { pattern: "{nomor}/ND", reset: "never" } as const;
    await lajur.call("office.save", office({ memo: { ...memo, first: 100 } }));
    await enter({ date: "2025-05-05" });
    await lajur.call("office.save", office({ memo: { ...memo, first: 105 } }));
    const later = await enter({ date: "2026-05-05" });
    expect(later).toMatchObject({ number: "105/ND", year: 0 });
    expect((await entries("memo", 2025)).gaps).toEqual([]);
    expect((await entries("memo")).gaps).toMatchObject([
      { year: 0, from: 101, to: 104, reason: null, before: 0 },
    ]);
    expect((await lajur.refusal("register.enter", { ...MEMO, number: "100/ND" })).code).toBe(
      "number_taken",
    );
  });

  it("goes on from the book on paper in the first year only", async () => {
    const memo = { pattern: "{nomor}/ND/{tahun}", first: 813, firstIn: 2025 };
    await lajur.call("office.save", office({ memo }));
    expect((await enter({ date: "2025-06-01" })).number).toBe("813/ND/2025");
    expect((await enter({ date: "2026-06-01" })).number).toBe("1/ND/2026");
    expect((await entries("memo", 2025)).gaps).toEqual([]);
  });

  it("takes a number of one's own outside the sequence, once, and passes over its place", async () => {
    await lajur.call("office.save", office({ memo: { pattern: "{nomor}/ND/{tahun}" } }));
    await enter({ number: "2/ND/2026" });
    expect((await lajur.refusal("register.enter", { ...MEMO, number: "2/ND/2026" })).code).toBe(
      "number_taken",
    );
    await enter();
    expect((await enter()).number).toBe("3/ND/2026");
    const { rows, gaps } = await entries("memo");
    expect(rows.map(({ number, value }) => [number, value])).toEqual([
      ["1/ND/2026", 1],
      ["3/ND/2026", 3],
      ["2/ND/2026", null],
    ]);
    expect(gaps).toMatchObject([{ year: 2026, from: 2, to: 2, reason: null, before: 1 }]);
  });

  it("inserts a back-dated number with a letter and its reason, in its place", async () => {
    await enter({ date: "2026-11-02" });
    await enter({ date: "2026-11-10" });
    const insert = { after: 1, reason: "Surat 3 November belum dicatat" };
    const a = await enter({ date: "2026-11-03", insert });
    const b = await enter({ date: "2026-11-03", insert });
    expect([a.number, b.number]).toEqual([
      "1.a/ND/DISKOMINFO/XI/2026",
      "1.b/ND/DISKOMINFO/XI/2026",
    ]);
    const { rows, gaps } = await entries("memo");
    expect(rows.map(({ value, suffix, inserted }) => [value, suffix, inserted])).toEqual([
      [1, "", ""],
      [1, "a", insert.reason],
      [1, "b", insert.reason],
      [2, "", ""],
    ]);
    expect(gaps).toEqual([]);
    const ahead = { ...MEMO, insert: { after: 3, reason: "x" } };
    expect((await lajur.refusal("register.enter", ahead)).code).toBe("number_not_given");
  });

  it("refuses a day that has not come, and a memo before there is an office", async () => {
    const ahead = { ...MEMO, date: "2026-11-17" };
    expect(await lajur.refusal("register.enter", ahead)).toMatchObject({
      code: "date_in_future",
      field: "date",
    });
    const empty = openCore();
    expect((await empty.refusal("register.enter", MEMO)).code).toBe("office_missing");
    expect(await empty.call("register.list", {})).toEqual([]);
    await empty.dispose();
  });

  it("names whom a letter goes to or is from; a decision may name nobody", async () => {
    const nobody = { register: "outgoing", subject: "Undangan" };
    expect(await lajur.refusal("register.enter", nobody)).toMatchObject({
      code: "text_empty",
      field: "party",
    });
    const nothing = await lajur.refusal("register.enter", { register: "outgoing", subject: "" });
    expect(nothing.fields?.map(({ field }) => field)).toEqual(["subject", "party"]);
    expect((await enter({ register: "decree", party: "" })).party).toBe("");
  });

  it("keeps a number that was taken back, with its reason", async () => {
    const { number, year } = await enter();
    const of = { register: "memo", year, number } as const;
    await lajur.call("register.void", { ...of, reason: "Salah tujuan" });
    expect((await entries("memo")).rows[0]).toMatchObject({ number, voided: "Salah tujuan" });
    expect((await lajur.refusal("register.void", { ...of, reason: "lagi" })).code).toBe(
      "letter_void",
    );
    const unknown = { ...of, number: "9/ND", reason: "x" };
    expect((await lajur.refusal("register.void", unknown)).code).toBe("entry_unknown");
    expect((await enter()).value).toBe(2);
  });

  it("lists the numbers passed over, and takes their reasons", async () => {
    await enter();
    const settings = { pattern: "{nomor}/ND", first: 10 };
    await lajur.call("office.save", office({ memo: settings }));
    await enter();
    expect((await entries("memo")).gaps).toMatchObject([
      { year: 2026, from: 2, to: 9, reason: null, before: 1 },
    ]);
    const of = { register: "memo", year: 2026 } as const;
    await lajur.call("register.explain", { ...of, value: 2, until: 8, reason: "Buku lama" });
    expect((await entries("memo")).gaps).toMatchObject([
      { from: 2, to: 8, reason: "Buku lama", before: 1 },
      { from: 9, to: 9, reason: null, before: 1 },
    ]);
    const code = async (value: number, until?: number) =>
      (await lajur.refusal("register.explain", { ...of, value, until, reason: "x" })).code;
    expect(await code(10)).toBe("number_given");
    expect(await code(9, 10)).toBe("number_given");
    expect(await code(11)).toBe("number_ahead");
    expect(await code(9, 8)).toBe("params_invalid");
    expect((await entries("memo", 2026, "Rapat")).gaps).toEqual([]);
  });

  it("is found by words in number, party, subject and the sender's number", async () => {
    await enter({ register: "incoming", party: "BPS 100%", subject: "Sensus", reference: "B_7" });
    await enter({ register: "incoming", party: "Bappeda", subject: "Rapat" });
    const found = async (words: string) => (await entries("incoming", 2026, words)).total;
    expect(await found("bps sensus")).toBe(1);
    expect(await found("100%")).toBe(1);
    expect(await found("B_7")).toBe(1);
    expect(await found("%")).toBe(1);
    expect(await found("tidak ada")).toBe(0);
  });

  it("is the same when it is made anew from the events", async () => {
    await lajur.call("request.create", { ...intake, letterInHand: true });
    await enter({ register: "incoming" });
    const { number, year } = await enter();
    await lajur.call("register.void", { register: "memo", year, number, reason: "Batal" });
    await enter({ insert: { after: 1, reason: "Terlewat" } });
    await enter({ number: "7/LAMA" });
    await lajur.call("office.save", office({ memo: { pattern: "{nomor}/ND", first: 9 } }));
    await enter();
    const of = { register: "memo", year: 2026 } as const;
    await lajur.call("register.explain", { ...of, value: 2, until: 5, reason: "Buku lama" });
    await lajur.call("classification.save", { codes: [{ code: "500.14", name: "Statistik" }] });
    const before = tables();
    await lajur.call("archive.rebuild", {});
    expect(tables()).toEqual(before);
    expect((await lajur.call("archive.check", {})).sound).toBe(true);
  });
});

const MEMO = { register: "memo", subject: "Rapat", party: "Bupati" } as const;

/** Every row of what the registers are read from. */
function tables(): Record<string, unknown[]> {
  const db = new Database(join(lajur.folder, "archive.sqlite"), { readonly: true });
  const names = PROJECTION_TABLES.filter((name) => /register|classification/.test(name));
  const rows = names.map((name): [string, unknown[]] => [
    name,
    (db.prepare(`SELECT * FROM ${name}`).all() as object[])
      .map((row) => JSON.stringify(row))
      .sort(),
  ]);
  db.close();
  return Object.fromEntries(rows);
}

describe("a year of a register on paper", () => {
  beforeEach(async () => {
    await enter({ register: "incoming", party: "Badan Pusat Statistik", reference: "B-1/2026" });
    const { number } = await enter({ register: "incoming", subject: "=1+1" });
    await lajur.call("register.void", {
      register: "incoming",
      year: 2026,
      number,
      reason: "Surat ganda",
    });
    await lajur.call("office.save", office({ incoming: { pattern: "{nomor}", first: 5 } }));
    await enter({ register: "incoming", party: "Bappeda" });
    const gap = { register: "incoming", year: 2026, value: 3 } as const;
    await lajur.call("register.explain", { ...gap, reason: "Lembar rusak" });
  });
  const of = { register: "incoming", year: 2026 } as const;

  it("is a workbook with what was voided and passed over in its place", async () => {
    const path = join(temporaryFolder(), "buku.xlsx");
    const made = await lajur.call("register.export", { ...of, path });
    expect(made).toMatchObject({ rows: 5, path, download: null });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.worksheets[0];
    expect(sheet?.getCell("A1").value).toBe("BUKU AGENDA SURAT MASUK TAHUN 2026");
    const row = (no: number) => {
      const cells = sheet?.getRow(no);
      return [1, 3, 4, 5, 6].map((column) => cells?.getCell(column).value);
    };
    expect(row(6)).toEqual(["1", "B-1/2026", "Badan Pusat Statistik", "Rapat", null]);
    expect(row(7)).toEqual(["2", null, "Bupati", "=1+1", "Dibatalkan: Surat ganda"]);
    expect(sheet?.getCell("E7").font.strike).toBe(true);
    expect(row(8)).toEqual(["3", null, null, null, "dilewati: Lembar rusak"]);
    expect(row(9)).toEqual(["4", null, null, null, "dilewati, alasan belum ditulis"]);
    expect(row(10)[0]).toBe("5");
    const window = { origin: "window", user: null } as const;
    expect((await lajur.refusal("register.export", { ...of, path }, window)).code).toBe(
      "path_not_allowed",
    );
    const download = await lajur.call("register.export", of);
    expect(download.download).not.toBeNull();
  });

  it("is a PDF on its side, with the page's number and the gaps in their places", async () => {
    const path = join(temporaryFolder(), "buku.pdf");
    const printed = await lajur.call("register.render", { ...of, paper: "F4", path });
    expect(printed).toMatchObject({ name: "Buku agenda surat masuk 2026.pdf", pages: 1, path });
    const text = await textOf(readFileSync(path));
    expect(text).toContain("BUKU AGENDA SURAT MASUK TAHUN 2026");
    expect(text).toContain("dilewati: Lembar rusak");
    expect(text).toContain("Dibatalkan: Surat ganda");
    expect(text).toContain("halaman 1 dari 1");
    const again = await lajur.call("register.render", { ...of, paper: "F4" });
    expect(again.sha256).toBe(printed.sha256);
    const empty = await lajur.call("register.render", { ...of, year: 1999 });
    expect(empty.pages).toBe(1);
  });
});

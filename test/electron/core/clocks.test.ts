import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ParamsIn } from "#shared/contract.ts";
import { demoOffice } from "#core/demo/office.ts";
import { readPdf } from "../../support/pdf.ts";
import { intake, openCore, type TestCore } from "../../support/core.ts";

/** The clocks of a request through the core; the counting itself is tested in test/shared/time. */

let lajur: TestCore;
let now: number;
/** Moves the office's clock to a moment of its wall clock (WIB). */
const at = (moment: string) => {
  now = Date.parse(`${moment}:00+07:00`);
};
beforeEach(async () => {
  // A Monday.
  at("2026-11-16T09:00");
  lajur = openCore({ now: () => now });
  await lajur.call("office.save", demoOffice);
});
afterEach(() => lajur.dispose());

const create = (changes: Partial<ParamsIn<"request.create">> = {}) =>
  lajur.call("request.create", { ...intake, letterInHand: true, ...changes });
const due = async (request: string) => {
  const found = await lajur.call("request.get", { id: request });
  return { due: found.due, legalDue: found.legalDue, paused: found.paused };
};
const wib = (moment: string) => new Date(`${moment}:00+07:00`).toISOString();

describe("the clocks of a request", () => {
  it("count its step by the SOP and its answer by UU 14/2008, with every day told", async () => {
    const { id } = await create();
    // Step 3 takes 1 Hari; the tenth working day after Monday the 16th is Monday the 30th.
    expect(await due(id)).toEqual({
      due: wib("2026-11-17T16:00"),
      legalDue: wib("2026-11-30T16:00"),
      paused: false,
    });
    const clocks = await lajur.call("request.clocks", { request: id });
    expect(clocks.step).toMatchObject({ kind: "due", due: wib("2026-11-17T16:00") });
    expect(clocks.step?.derivation.map((entry) => entry.words)).toEqual([
      "Senin, 16 November 2026: mulai dihitung pukul 09.00 WIB",
      "Selasa, 17 November 2026: dihitung, hari ke-1",
      "Selasa, 17 November 2026: tenggat pukul 16.00 WIB",
    ]);
    expect(clocks.legal?.derivation.filter((entry) => entry.kind === "counted")).toHaveLength(10);
    expect(clocks.legal?.derivation.filter((entry) => entry.kind === "skipped")).toHaveLength(4);
    // Steps 3, 4, 5 and 6 on the shortest way, one day each.
    expect(clocks.whole).toBe(wib("2026-11-20T16:30"));
  });

  it("give in-house work no clock of the law, and closed work none at all", async () => {
    const work = await lajur.call("request.create", {
      sop: "way-kanan-d-verifikasi-validasi",
      subject: "Verifikasi",
    });
    expect(await due(work.id)).toEqual({
      due: wib("2026-11-16T10:00"),
      legalDue: null,
      paused: false,
    });
    await lajur.call("request.cancel", { request: work.id, reason: "Ganda." });
    expect(await due(work.id)).toEqual({ due: null, legalDue: null, paused: false });
  });

  it("stand still while the requester must answer, in the SOP's clock only", async () => {
    const { id } = await create();
    at("2026-11-17T10:00");
    await lajur.call("request.pause", { request: id, reason: "Menunggu rincian periode." });
    expect(await due(id)).toEqual({
      due: null,
      legalDue: wib("2026-11-30T16:00"),
      paused: true,
    });
    expect((await lajur.refusal("step.complete", { request: id, step: 3 })).code).toBe(
      "clock_paused",
    );
    expect((await lajur.refusal("request.pause", { request: id, reason: "Lagi." })).code).toBe(
      "clock_paused",
    );
    at("2026-11-19T09:00");
    await lajur.call("request.resume", { request: id });
    // Two closing times were covered by the pause, so the day moves by two.
    expect(await due(id)).toMatchObject({ due: wib("2026-11-19T16:00"), paused: false });
    expect((await lajur.refusal("request.resume", { request: id })).code).toBe("clock_runs");
    const history = await lajur.call("history.list", { request: id });
    expect(history.map((event) => event.type).slice(-2)).toEqual(["clock.paused", "clock.resumed"]);
    expect(history.at(-2)?.body).toEqual({ reason: "Menunggu rincian periode." });
  });

  it("let the answer be extended once, with a letter that says until when and why", async () => {
    const { id } = await create();
    expect((await lajur.refusal("document.issue", { request: id, kind: "extension" })).code).toBe(
      "extension_missing",
    );
    const refused = await lajur.refusal("request.extend", { request: id, days: 8, reason: "x" });
    expect(refused).toMatchObject({ code: "params_invalid" });
    const extended = await lajur.call("request.extend", {
      request: id,
      days: 7,
      reason: "Data dihimpun dari tiga perangkat daerah.",
    });
    // 9 December is a working day; seven working days after 30 November.
    expect(extended.extension).toMatchObject({ days: 7, due: "2026-12-09" });
    expect(extended.legalDue).toBe(wib("2026-12-09T16:00"));
    expect(
      (await lajur.refusal("request.extend", { request: id, days: 1, reason: "x" })).code,
    ).toBe("answer_extended");
    await lajur.call("document.issue", { request: id, kind: "extension" });
    const { pdf, draft } = await lajur.call("document.render", { request: id, kind: "extension" });
    expect(draft).toBe(false);
    const { pages } = await readPdf(Buffer.from(pdf ?? "", "base64"));
    const text = pages.map((page) => page.text).join(" ");
    expect(text).toContain("9 Desember 2026");
    expect(text).toContain("Data dihimpun dari tiga perangkat daerah.");
    expect(text).toContain("Pasal 22 ayat (8)");
  });

  it("count 30 working days for an objection, until it is answered", async () => {
    const { id } = await create();
    await lajur.call("request.cancel", { request: id, reason: "Ditarik." });
    const filed = await lajur.call("objection.file", { request: id, grounds: "Tidak ditanggapi." });
    expect(filed.objections).toMatchObject([
      { grounds: "Tidak ditanggapi.", received: "2026-11-16", due: "2026-12-30", answer: null },
    ]);
    const objection = filed.objections[0]?.id ?? "";
    expect((await lajur.call("request.clocks", { request: id })).objections).toHaveLength(1);
    const answered = await lajur.call("objection.answer", {
      request: id,
      objection,
      answer: "Data disampaikan.",
    });
    expect(answered.objections[0]?.answer).toMatchObject({ text: "Data disampaikan." });
    expect((await lajur.call("request.clocks", { request: id })).objections).toEqual([]);
    const again = { request: id, objection, answer: "Lagi." };
    expect((await lajur.refusal("objection.answer", again)).code).toBe("objection_settled");
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true });
  });

  it("sort and filter the list, and are counted on Beranda", async () => {
    const first = await create({ subject: "Terlambat" });
    at("2026-11-18T10:00");
    await create({ subject: "Besok" });
    at("2026-11-17T08:00");
    await create({ subject: "Hari itu" });
    at("2026-11-18T10:30");
    const subjects = async (due: "late" | "today" | "soon") =>
      (await lajur.call("request.list", { due, sort: "due" })).rows.map((row) => row.subject);
    expect(await subjects("late")).toEqual(["Terlambat"]);
    expect(await subjects("today")).toEqual(["Hari itu"]);
    expect(await subjects("soon")).toEqual(["Besok"]);
    expect(await lajur.call("home.get", {})).toMatchObject({ late: 1, dueToday: 1, dueSoon: 1 });
    const { rows } = await lajur.call("request.list", { sort: "due" });
    expect(rows[0]?.id).toBe(first.id);
  });
});

it("Beranda knows when the office opens, and that it stays closed on a Sunday", async () => {
  const opening = async () => (await lajur.call("home.get", {})).opening;
  expect(await opening()).toBe(wib("2026-11-16T07:30"));
  at("2026-11-22T09:00");
  expect(await opening()).toBeNull();
});

describe("the office's calendar", () => {
  it("moves open deadlines when a holiday is added, and says which, from when to when", async () => {
    const { id, number } = await create();
    const { years } = await lajur.call("calendar.get", {});
    const year = years.find((one) => one.year === 2026)!;
    const { moved, calendar } = await lajur.call("holiday.save", {
      ...year,
      holidays: [...year.holidays, { day: "2026-11-17", kind: "other", name: "Pemilihan" }],
    });
    expect(moved).toEqual([
      {
        request: id,
        number,
        clock: "step",
        from: wib("2026-11-17T16:00"),
        to: wib("2026-11-18T16:00"),
      },
      {
        request: id,
        number,
        clock: "legal",
        from: wib("2026-11-30T16:00"),
        to: wib("2026-12-01T16:00"),
      },
    ]);
    expect(calendar.missing).toEqual([2027]);
    expect(await due(id)).toMatchObject({ due: wib("2026-11-18T16:00") });
    // What an office has changed stays when it is opened again, and after a rebuild.
    await lajur.call("archive.rebuild", {});
    expect(await due(id)).toMatchObject({ due: wib("2026-11-18T16:00") });
    lajur = await lajur.reopen();
    const after = await lajur.call("calendar.get", {});
    expect(after.years.find((one) => one.year === 2026)?.holidays).toHaveLength(
      year.holidays.length + 1,
    );
  });

  it("refuses hours and holidays that make no sense in a sentence, and keeps what was there", async () => {
    const { hoursAre, week, periods, days, years } = await lajur.call("calendar.get", {});
    const monday = { open: "08:00", close: "07:00", breaks: [] };
    const broken = { hoursAre, week: { ...week, monday }, periods, days };
    expect(await lajur.refusal("calendar.save", broken)).toMatchObject({
      code: "calendar_broken",
      message: expect.stringContaining("Senin: Jam tutup harus sesudah jam buka") as string,
    });
    const year = years.find((one) => one.year === 2026)!;
    const twice = { ...year, holidays: [...year.holidays, year.holidays[0]!] };
    expect((await lajur.refusal("holiday.save", twice)).code).toBe("holidays_broken");
    const other = { ...year, year: 2027 };
    expect((await lajur.refusal("holiday.save", other)).code).toBe("holidays_broken");
    expect(await lajur.call("calendar.get", {})).toMatchObject({ week, years });
  });

  it("says that the PC's clock is off, and lets the work go on", async () => {
    const clockOff = async () => (await lajur.call("app.state", {})).clockOff;
    await create();
    expect(await clockOff()).toBe(false);
    at("2026-11-16T08:57");
    expect(await clockOff(), "drifted by minutes").toBe(false);
    at("2026-11-13T09:00");
    expect(await clockOff(), "set back").toBe(true);
    expect((await create()).number).toBe("2026/0002");
    at("2006-01-01T09:00");
    expect(await clockOff(), "years off").toBe(true);
  });

  it("answers when something is due, for scripts", async () => {
    const start = wib("2026-11-20T15:00");
    const answer = await lajur.call("deadline.compute", { start, time: "1-2 Hari" });
    expect(answer).toMatchObject({
      kind: "due",
      due: wib("2026-11-24T16:00"),
      fair: wib("2026-11-23T16:00"),
    });
    expect(await lajur.call("deadline.compute", { start, time: null })).toMatchObject({
      kind: "unlimited",
    });
    const unknown = await lajur.call("deadline.compute", { start, time: "besok" });
    expect(unknown.kind).toBe("unknown");
    expect(unknown.problem).toContain("1 Hari");
  });
});

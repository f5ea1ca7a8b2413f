import { join } from "node:path";
import Database from "better-sqlite3";
import exceljs from "exceljs";
import { afterEach, describe, expect, it } from "vitest";
import type { CallContext } from "#core/types.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";
import { readPdf } from "../../../support/pdf.ts";

let lajur: TestCore;
afterEach(() => lajur.dispose());

const MINUTE = 60_000;
let now = Date.parse("2026-11-20T02:00:00Z");
const clock = { now: () => now };

/** An office with one request, and the first of its users at the window. */
async function office(): Promise<{
  id: string;
  number: string;
  window: CallContext;
  name: string;
}> {
  lajur = openCore(clock);
  await lajur.call("demo.fill", {});
  const { id, number } = await lajur.call("request.create", {
    ...intake,
    requester: { kind: "individual", name: "Ratna Kusuma", identity: "352011", phone: "0812999" },
  });
  const [user] = await lajur.call("user.list", {});
  if (user === undefined) throw new Error("the made-up office has users");
  return { id, number, window: { origin: "window", user: user.id }, name: user.name };
}

describe("the log of who saw which identity", () => {
  it("has one row for what a person saw again within a quarter of an hour", async () => {
    const { id, number, window, name } = await office();
    for (let times = 0; times < 5; times += 1) await lajur.call("request.get", { id }, window);
    now += 16 * MINUTE;
    await lajur.call("request.get", { id }, window);
    const { total, rows } = await lajur.call("identity.accesses", { request: id });
    expect(total).toBe(2);
    expect(rows[0]).toMatchObject({
      by: { name },
      request: { id, number, requester: "Ratna Kusuma" },
      what: "opened",
      count: null,
    });
  });

  it("knows what was found, printed, exported and corrected too", async () => {
    const { id, window } = await office();
    await lajur.call("requester.find", { words: "Ratna" }, window);
    await lajur.call("document.render", { request: id, kind: "receipt" }, window);
    const { rows: listed } = await lajur.call("request.export", {}, window);
    const requester = { kind: "individual" as const, name: "Ratna Kusumawati" };
    await lajur.call("identity.correct", { request: id, requester, reason: "Salah." }, window);
    const { rows } = await lajur.call("identity.accesses", { user: window.user ?? "" });
    expect(rows.map(({ what }) => what)).toEqual(["corrected", "exported", "printed", "found"]);
    expect(rows[1]).toMatchObject({ request: null, count: listed });
    const days = { from: "2026-11-21", to: "" };
    expect((await lajur.call("identity.accesses", days)).total).toBe(0);
  });

  it("leaves out work without a requester, and what was erased", async () => {
    const { id, window } = await office();
    const house = await lajur.call("request.create", {
      sop: "way-kanan-e-metadata",
      subject: "Penyusunan daftar data",
    });
    await lajur.call("request.get", { id: house.id }, window);
    expect((await lajur.call("identity.accesses", { request: house.id })).total).toBe(0);
    await lajur.call(
      "identity.erase",
      { request: id, reason: "Selesai.", confirmed: true },
      window,
    );
    now += 16 * MINUTE;
    await lajur.call("request.get", { id }, window);
    const { rows } = await lajur.call("identity.accesses", { request: id });
    expect(rows.map(({ what }) => what)).toEqual(["erased"]);
  });

  it("is written at closing, survives, and can neither be changed nor shortened", async () => {
    const { id, window } = await office();
    await lajur.call("request.get", { id }, window);
    lajur = await lajur.reopen();
    await lajur.call("archive.rebuild", {});
    expect((await lajur.call("identity.accesses", { request: id })).total).toBe(1);
    await lajur.core.close();
    const db = new Database(join(lajur.folder, "archive.sqlite"));
    expect(() => db.exec("DELETE FROM identity_access")).toThrow("appended only");
    expect(() => db.exec("UPDATE identity_access SET actor = 'x'")).toThrow("appended only");
    db.close();
    lajur = openCore({ archive: lajur.folder });
  });

  it("writes nothing in safe mode, and nothing fails", async () => {
    const { id } = await office();
    lajur = await lajur.reopen({ readOnly: true });
    expect((await lajur.call("request.get", { id })).requester?.name).toBe("Ratna Kusuma");
    expect((await lajur.call("identity.accesses", { request: id })).total).toBe(0);
    const reason = "Uji.";
    const refused = await lajur.refusal("identity.erase", { request: id, reason, confirmed: true });
    expect(refused.code).toBe("archive_safe_mode");
    lajur = await lajur.reopen({ readOnly: false });
    expect((await lajur.call("identity.get", { request: id })).erased).toBeNull();
  });

  it("leaves as a workbook", async () => {
    const { id, window, name } = await office();
    await lajur.call("request.get", { id }, window);
    const path = join(lajur.folder, "akses.xlsx");
    const made = await lajur.call("identity.export", { path, from: "2026-11-20" });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const lines = workbook.worksheets[0]?.getSheetValues() ?? [];
    const text = JSON.stringify(lines);
    expect(made.rows).toBeGreaterThan(0);
    expect(text).toContain("CATATAN AKSES IDENTITAS PEMOHON");
    expect(text).toContain(name);
    expect(text).toContain("Ratna Kusuma");
  });
});

describe("the report of what is held of a requester", () => {
  it("lists all requests of the same name and identity number, and who opened them", async () => {
    const { id, number, window, name } = await office();
    const same = { kind: "individual" as const, name: "Ratna Kusuma", identity: "35-2011" };
    const second = await lajur.call("request.create", { ...intake, requester: same });
    const namesake = await lajur.call("request.create", {
      ...intake,
      requester: { ...same, identity: "999999" },
    });
    await lajur.call("request.get", { id }, window);
    const printed = await lajur.call("identity.report", { request: id }, window);
    expect(printed).toMatchObject({
      name: `Data pribadi ${number.replace("/", "-")}.pdf`,
      pages: 1,
    });
    const { pages } = await readPdf(Buffer.from(printed.pdf ?? "", "base64"));
    const text = pages.map((page) => page.text).join(" ");
    for (const words of ["Ratna Kusuma", "352011", number, second.number, name, "Dibuka"]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain(namesake.number);
    const { rows } = await lajur.call("identity.accesses", { request: second.id });
    expect(rows.map(({ what }) => what)).toContain("reported");
  });
});

import Database from "better-sqlite3";
import { copyFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCore } from "#core/core.ts";
import { intake, openCore, temporaryFolder, type TestCore } from "../../support/core.ts";
import { RESOURCES } from "../../support/magetan.ts";
import { textOf } from "../../support/pdf.ts";

/** Each shipped template is an event of its own. */
const TEMPLATES = readdirSync(join(RESOURCES, "templates")).length;
/** The shape that archives have now. */
const VERSION = 7;
const MAGETAN = "magetan-permintaan-data";
const BEFORE = fileURLToPath(new URL("../../fixtures/archive/0001.sqlite", import.meta.url));

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, "archive.sqlite");
  copyFileSync(BEFORE, file);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reads or changes the closed archive. */
function inDatabase<T>(work: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}
const versionOf = (db: Database.Database) => db.pragma("user_version", { simple: true });
const eventsOf = (db: Database.Database) =>
  db.prepare("SELECT * FROM event ORDER BY writer, seq").all();

describe("an archive of the version before", () => {
  let lajur: TestCore;
  const open = () => {
    lajur = openCore({ archive: folder, now: () => Date.parse("2026-11-17T02:00:00Z") });
  };

  it("is version 1 without a library of SOPs", () => {
    expect(inDatabase(versionOf)).toBe(1);
  });

  it("opens with its request on step 4 of the SOP that it was registered with", async () => {
    const published = inDatabase(
      (db) =>
        db.prepare("SELECT body FROM event WHERE type = 'sop.published'").pluck().get() as string,
    );
    open();
    const { rows } = await lajur.call("request.list", {});
    expect(rows).toMatchObject([
      { number: "2026/0001", requester: "Ayu Contoh", sop: { id: MAGETAN, version: 1 } },
    ]);
    const request = await lajur.call("request.get", { id: rows[0]?.id ?? "" });
    expect(request).toMatchObject({
      status: "running",
      period: "",
      current: { step: 4, visit: 1, branches: ["Ya", "Tidak"] },
      requester: { name: "Ayu Contoh" },
      registered: { by: { name: "Ayu Contoh" } },
    });
    const sop = await lajur.call("sop.get", { id: MAGETAN });
    expect(sop).toMatchObject(JSON.parse(published) as object);
    expect(sop.versions).toEqual([
      {
        version: 1,
        at: "2026-11-16T02:02:00.000Z",
        by: { id: "konsol", name: "Baris perintah" },
        running: 1,
      },
    ]);
    expect(await lajur.call("office.get", {})).toMatchObject({
      government: "PEMERINTAH KABUPATEN CONTOH",
      sheetDots: false,
    });
    await lajur.core.close();
  });

  it("gets the fourteen other SOPs and the book, and works on", async () => {
    open();
    const { sops, broken } = await lajur.call("sop.list", {});
    expect(broken).toEqual([]);
    expect(sops).toHaveLength(15);
    expect(sops.every((sop) => sop.version === 1 && sop.state === "published")).toBe(true);
    expect(await lajur.call("book.list", {})).toHaveLength(1);
    const { rows } = await lajur.call("request.list", {});
    const moved = await lajur.call("step.complete", {
      request: rows[0]?.id ?? "",
      step: 4,
      branch: "Ya",
    });
    expect(moved.current).toMatchObject({ step: 7 });
    expect((await lajur.call("request.create", intake)).number).toBe("2026/0002");
    expect(await lajur.call("archive.check", {})).toMatchObject({
      sound: true,
      requests: 2,
      problems: [],
    });
    await lajur.core.close();
    expect(inDatabase(versionOf)).toBe(VERSION);
  });

  it("keeps its events as they were, and a second start changes nothing", async () => {
    const before = inDatabase(eventsOf);
    open();
    await lajur.core.close();
    const after = inDatabase(eventsOf);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(before.length + 18 + TEMPLATES);
    open();
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true });
    await lajur.core.close();
    expect(inDatabase(eventsOf)).toEqual(after);
    expect(inDatabase(versionOf)).toBe(VERSION);
  });

  it("that cannot be read to its end is refused and left as it was", () => {
    const spoil = "UPDATE event SET body = substr(body, 1, 20) WHERE type = 'step.completed'";
    inDatabase((db) => db.exec(spoil));
    const schema = (db: Database.Database) =>
      db.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all();
    const rows = (db: Database.Database) => db.prepare("SELECT * FROM request").all();
    const before = {
      events: inDatabase(eventsOf),
      schema: inDatabase(schema),
      rows: inDatabase(rows),
    };
    const options = { archive: folder, resources: RESOURCES, holder: "uji", version: "0" };
    expect(createCore(options)).toMatchObject({ ok: false, error: { code: "archive_broken" } });
    expect(inDatabase(versionOf)).toBe(1);
    expect({
      events: inDatabase(eventsOf),
      schema: inDatabase(schema),
      rows: inDatabase(rows),
    }).toEqual(before);
    // The lock is free again: a second attempt is refused for the same reason.
    expect(createCore(options)).toMatchObject({ ok: false, error: { code: "archive_broken" } });
  });
});

describe("a new archive", () => {
  it("has the tables of one that was brought up from version 1", async () => {
    const tables = (db: Database.Database) =>
      (db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[])
        .sort()
        .map((name) => [name, db.prepare(`SELECT name, type FROM pragma_table_info(?)`).all(name)]);
    const old = openCore({ archive: folder });
    await old.core.close();
    const migrated = inDatabase(tables);
    rmSync(folder, { recursive: true, force: true });
    const fresh = openCore({ archive: folder });
    await fresh.core.close();
    expect(inDatabase(tables)).toEqual(migrated);
    expect(inDatabase(versionOf)).toBe(VERSION);
  });
});

describe("an archive of version 2", () => {
  it("gets holidays and deadlines, and keeps its draft and its in-house work", async () => {
    copyFileSync(BEFORE.replace("0001", "0002"), file);
    expect(inDatabase(versionOf)).toBe(2);
    const lajur = openCore({ archive: folder, now: () => Date.parse("2026-11-17T02:00:00Z") });
    const { rows } = await lajur.call("request.list", { sort: "oldest" });
    expect(rows.map(({ number, due, legalDue }) => ({ number, due, legalDue }))).toEqual([
      // Step 4 takes 1 Hari: Monday's work is due on Tuesday at closing time.
      {
        number: "2026/0001",
        due: "2026-11-17T09:00:00.000Z",
        legalDue: "2026-11-30T09:00:00.000Z",
      },
      { number: "2026/0002", due: "2026-11-30T09:00:00.000Z", legalDue: null },
    ]);
    expect(await lajur.call("draft.list", {})).toMatchObject([{ id: MAGETAN, based: 1 }]);
    const { years } = await lajur.call("calendar.get", {});
    expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true });
    await lajur.core.close();
    expect(inDatabase(versionOf)).toBe(VERSION);
  });
});

describe("an archive of before templates", () => {
  it("opens with its numbered letter on its way, and prints it with the same words", async () => {
    copyFileSync(
      fileURLToPath(new URL("../../fixtures/archive/0003.sqlite", import.meta.url)),
      file,
    );
    const lajur = openCore({ archive: folder, now: () => Date.parse("2026-11-24T02:00:00Z") });
    const { rows } = await lajur.call("request.list", {});
    const request = rows[0]?.id ?? "";
    const { letters, agenda, dispositions } = await lajur.call("request.get", { id: request });
    expect(letters).toMatchObject([
      { kind: "refusal", stage: "numbered", number: "500.14/1/DISKOMINFO/XI/2026" },
    ]);
    expect(agenda).toBe("2026/0001");
    expect(dispositions).toHaveLength(1);
    const paper = await lajur.call("document.render", { request, kind: "refusal" });
    expect(paper).toMatchObject({ draft: false, pages: 2 });
    const words = await textOf(Buffer.from(paper.pdf ?? "", "base64"));
    expect(words).toContain("Data tidak tersedia.");
    expect(words).toContain("Budi Contoh");
    const next = { request, kind: "delivery" };
    const { documents } = await lajur.call("document.issue", next);
    expect(documents.at(-1)?.number).toBe("500.14/2/DISKOMINFO/XI/2026");
    expect((await lajur.call("archive.check", {})).problems).toEqual([]);
    await lajur.core.close();
  });
});

describe("an archive of before backups, search and retention", () => {
  it("opens with its letter, note and disposition, and is found sound", async () => {
    copyFileSync(BEFORE.replace("0001", "0004"), file);
    expect(inDatabase(versionOf)).toBe(4);
    const before = inDatabase(eventsOf);
    const lajur = openCore({ archive: folder, now: () => Date.parse("2026-11-24T02:00:00Z") });
    const { rows } = await lajur.call("request.list", { sort: "oldest" });
    expect(rows.map(({ number, requester, status }) => [number, requester, status])).toEqual([
      ["2026/0001", "Dewi Contoh", "running"],
      ["2026/0002", "Eka Contoh", "cancelled"],
    ]);
    const detail = await lajur.call("request.get", { id: rows[0]?.id ?? "" });
    expect(detail.letters).toMatchObject([{ number: "500.14/1/DISKOMINFO/XI/2026" }]);
    expect(detail.dispositions).toHaveLength(1);
    expect(detail.notes).toHaveLength(1);
    expect((await lajur.call("archive.check", {})).problems).toEqual([]);
    await lajur.core.close();
    expect(inDatabase(versionOf)).toBe(VERSION);
    expect(inDatabase(eventsOf).slice(0, before.length)).toEqual(before);
  });
});

describe("an archive of before there were other PCs", () => {
  it("opens with its requests and registers as they were, and is found sound", async () => {
    copyFileSync(BEFORE.replace("0001", "0005"), file);
    expect(inDatabase(versionOf)).toBe(5);
    const numbersOf = (db: Database.Database): unknown[] => [
      db.prepare("SELECT id, number, requester, status, due FROM request ORDER BY id").all(),
      db.prepare("SELECT register, number, date FROM register_entry ORDER BY 1, 2").all(),
    ];
    const events = inDatabase(eventsOf);
    const numbers = inDatabase(numbersOf);
    const lajur = openCore({ archive: folder, now: () => Date.parse("2026-11-24T02:00:00Z") });
    expect((await lajur.call("conflict.list", {})).requests).toBe(0);
    expect((await lajur.call("archive.check", {})).problems).toEqual([]);
    await lajur.core.close();
    expect(inDatabase(versionOf)).toBe(VERSION);
    expect(inDatabase(eventsOf).slice(0, events.length)).toEqual(events);
    expect(inDatabase(numbersOf)).toEqual(numbers);
  });
});

describe("an archive of before the search took things up behind", () => {
  it("opens with its portal, and is searched and found sound", async () => {
    copyFileSync(BEFORE.replace("0001", "0006"), file);
    expect(inDatabase(versionOf)).toBe(6);
    const events = inDatabase(eventsOf);
    const lajur = openCore({ archive: folder, now: () => Date.parse("2026-11-24T02:00:00Z") });
    expect((await lajur.call("request.list", {})).total).toBe(14);
    expect((await lajur.call("search.find", { words: "stunting" })).total).toBeGreaterThan(0);
    expect((await lajur.call("archive.check", {})).problems).toEqual([]);
    expect((await lajur.call("sync.state", {})).portal?.device.name).toBe("PC A");
    await lajur.core.close();
    expect(inDatabase(versionOf)).toBe(VERSION);
    expect(inDatabase(eventsOf).slice(0, events.length)).toEqual(events);
  });
});

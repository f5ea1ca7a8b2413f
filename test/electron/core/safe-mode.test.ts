import Database from "better-sqlite3";
import { openSync, readFileSync, writeSync, closeSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { intake, openCore, type TestCore } from "../../support/core.ts";

let lajur: TestCore;
afterEach(() => lajur.dispose());

test("opened for reading only, everything is shown and nothing can be saved", async () => {
  lajur = openCore();
  const { id } = await lajur.call("request.create", intake);
  lajur = await lajur.reopen({ readOnly: true });
  expect((await lajur.call("app.state", {})).safeMode).toMatchObject({ code: "core_unsteady" });
  expect((await lajur.call("request.list", {})).total).toBe(1);
  expect(await lajur.call("request.get", { id })).toMatchObject({ id });
  const before = readFileSync(join(lajur.folder, "archive.sqlite"));
  for (const [method, params] of [
    ["request.create", intake],
    ["step.complete", { request: id, step: 1 }],
    ["note.add", { request: id, text: "catatan" }],
    ["archive.rebuild", {}],
  ] as const) {
    expect(await lajur.refusal(method, params)).toMatchObject({ code: "archive_safe_mode" });
  }
  expect(readFileSync(join(lajur.folder, "archive.sqlite")).equals(before)).toBe(true);
  lajur = await lajur.reopen({ readOnly: false });
  expect((await lajur.call("app.state", {})).safeMode).toBeNull();
  await lajur.call("note.add", { request: id, text: "catatan" });
});

test("a log whose last event is gone opens for reading only, and says so", async () => {
  lajur = openCore();
  const { id } = await lajur.call("request.create", intake);
  await lajur.call("note.add", { request: id, text: "Ditelepon." });
  await lajur.core.close();
  const db = new Database(join(lajur.folder, "archive.sqlite"));
  db.exec("DELETE FROM event WHERE rowid = (SELECT max(rowid) FROM event)");
  db.close();
  lajur = openCore({ archive: lajur.folder });
  expect((await lajur.call("app.state", {})).safeMode).toMatchObject({ code: "archive_damaged" });
  expect(await lajur.call("request.get", { id })).toMatchObject({ id });
  expect(await lajur.refusal("note.add", { request: id, text: "x" })).toMatchObject({
    code: "archive_safe_mode",
  });
});

test("damaged pages are found beside the work after a power cut", async () => {
  lajur = openCore();
  await lajur.call("office.save", OFFICE);
  const { id } = await lajur.call("request.create", intake);
  await lajur.core.close();
  const file = join(lajur.folder, "archive.sqlite");
  const db = new Database(file);
  const page = db
    .prepare("SELECT rootpage FROM sqlite_master WHERE name = 'request_created'")
    .pluck()
    .get() as number;
  const size = db.pragma("page_size", { simple: true }) as number;
  // As a power cut leaves it: still marked as open.
  db.exec("INSERT OR REPLACE INTO meta (key, value) VALUES ('open', '1')");
  db.close();
  const handle = openSync(file, "r+");
  writeSync(handle, Buffer.alloc(64, 0xa5), 0, 64, (page - 1) * size);
  closeSync(handle);
  lajur = openCore({ archive: lajur.folder });
  await expect
    .poll(async () => (await lajur.call("app.state", {})).safeMode)
    .toMatchObject({ code: "archive_pages_damaged" });
  expect(await lajur.call("request.get", { id })).toMatchObject({ id });
});

const OFFICE = {
  government: "PEMERINTAH KABUPATEN CONTOH",
  name: "DINAS KOMUNIKASI DAN INFORMATIKA",
  address: "Jalan Contoh Nomor 1",
  place: "Contoh",
  head: { name: "Budi Contoh", post: "Kepala Dinas", rank: "Pembina", nip: "" },
  letterPattern: "500.14/{nomor}/DISKOMINFO/{tahun}",
};

import Database from "better-sqlite3";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { intake, openCore, type TestCore } from "../../../support/core.ts";
import { shippedSops } from "../../../support/sops.ts";

const MAGETAN = "magetan-permintaan-data";
const MONTHLY = "way-kanan-i-penjaminan-kualitas";
const YEARLY = "way-kanan-j-satu-data";

let lajur: TestCore;
beforeEach(() => {
  lajur = openCore({ now: () => Date.parse("2026-11-16T02:12:00Z") });
});
afterEach(() => lajur.dispose());

/** Rows that no event made, in tables that the projection owns. */
function addStrayRows(folder: string): void {
  const db = new Database(join(folder, "archive.sqlite"));
  db.exec(`
    INSERT INTO book (id, book) VALUES ('liar', '{"title":"Liar","year":2026,"sops":[]}');
    INSERT INTO sop_confirmed (id, version, step, at, actor)
      VALUES ('${YEARLY}', 1, 7, '2026-11-16T02:12:00.000Z', 'konsol');
    INSERT INTO sop_retired (id, at, actor, reason)
      VALUES ('${MONTHLY}', '2026-11-16T02:12:00.000Z', 'konsol', 'Liar');
    UPDATE request SET period = '1999-01' WHERE sop = '${MONTHLY}';
  `);
  db.close();
}

describe("the whole library", () => {
  it("is made anew from the events alone, and stays sound", async () => {
    await lajur.call("request.create", intake);
    await lajur.call("request.create", { sop: MONTHLY, subject: "Oktober", period: "2026-10" });
    await lajur.call("sop.confirm", { id: MAGETAN, version: 1, step: 6 });
    await lajur.call("draft.begin", { sop: MAGETAN });
    await lajur.call("draft.publish", { id: MAGETAN, revision: 0 });
    await lajur.call("sop.retire", { id: "ogan-ilir-pemanfaatan-data", reason: "Tidak dipakai" });
    await lajur.call("sop.retire", { id: YEARLY, reason: "Keliru" });
    await lajur.call("sop.reinstate", { id: YEARLY });
    await lajur.call("draft.begin", { sop: MONTHLY });
    const shown = async () => ({
      list: await lajur.call("sop.list", {}),
      sops: await Promise.all(shippedSops().map(({ id }) => lajur.call("sop.get", { id }))),
      first: await lajur.call("sop.get", { id: MAGETAN, version: 1 }),
      books: await lajur.call("book.list", {}),
      home: await lajur.call("home.get", {}),
      drafts: await lajur.call("draft.list", {}),
    });
    const before = await shown();
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true, problems: [] });
    await lajur.core.close();
    addStrayRows(lajur.folder);
    lajur = await lajur.reopen();
    expect(await shown()).not.toEqual(before);
    expect(await lajur.call("archive.rebuild", {})).toMatchObject({ requests: 2 });
    expect(await shown()).toEqual(before);
    lajur = await lajur.reopen();
    expect(await shown()).toEqual(before);
    expect(await lajur.call("archive.check", {})).toMatchObject({ sound: true, problems: [] });
  });
});

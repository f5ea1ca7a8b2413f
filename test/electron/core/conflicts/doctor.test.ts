import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createArchive } from "#core/archive/archive.ts";
import { openDatabase } from "#core/archive/database.ts";
import type { ReceivedItem } from "#core/archive/receive-log.ts";
import { intakeSchema } from "#shared/request/model.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";
import { createPc, lacking, type Pc } from "../../../support/pc.ts";

/** An archive that holds another PC's work, a refused event among it. */

let lajur: TestCore;
let pc: Pc;
beforeEach(() => {
  lajur = openCore();
  pc = createPc("lain");
});
afterEach(async () => {
  pc.close();
  await lajur.dispose();
});

/** What a sync takes in, while nobody else has the archive open. */
async function receive(items: ReceivedItem[]): Promise<void> {
  await lajur.core.close();
  const opened = openDatabase(join(lajur.folder, "archive.sqlite"), () => {});
  if (!opened.ok) throw new Error(opened.error.message);
  const options = {
    ...{ folder: lajur.folder, holder: "uji", twins: "", safeMode: null, rescue: null },
    ...{ now: () => new Date().toISOString(), newId: () => "baru" },
  };
  const archive = createArchive(opened.value, options, null, () => opened.value.close());
  archive.receive(items);
  archive.close();
  lajur = openCore({ archive: lajur.folder });
}

function otherWork(): ReceivedItem[] {
  pc.publish();
  const params = { ...intakeSchema.parse(intake), letterInHand: true };
  const made = pc.requests["request.create"](params, pc.context);
  if (made instanceof Promise || !made.ok) throw new Error("not registered");
  for (const text of ["satu", "dua"]) {
    void pc.requests["note.add"]({ request: made.value.id, text }, pc.context);
  }
  const items = lacking(pc, createPc("kosong"));
  return items.map((item, at) => {
    if (at !== items.length - 2) return item;
    const { writer, seq, prev, hash, stream, lamport } = item;
    return { writer, seq, prev, hash, stream, lamport, refused: "event_too_large" };
  });
}

it("is found sound, shows both PCs' work, and is made anew as it is", async () => {
  await lajur.call("request.create", intake);
  await receive(otherWork());
  expect((await lajur.call("archive.check", {})).problems.map(({ code }) => code)).toEqual([
    // Both PCs began with the first number.
    "number_twice",
    "number_twice",
  ]);
  const before = await lajur.call("request.list", {});
  expect(before.rows.map(({ number }) => number)).toEqual(["2026/0001", "2026/0001"]);
  expect((await lajur.call("conflict.list", {})).numbers).toHaveLength(1);
  await lajur.call("archive.rebuild", {});
  expect(await lajur.call("request.list", {})).toEqual(before);
  expect((await lajur.call("app.state", {})).safeMode).toBeNull();
});

it("tells which event of the other PC is gone", async () => {
  await lajur.call("request.create", intake);
  await receive(otherWork());
  await lajur.core.close();
  const db = new Database(join(lajur.folder, "archive.sqlite"));
  db.exec(
    `DELETE FROM event WHERE seq = 2 AND writer = (SELECT id FROM writer WHERE uuid LIKE 'lain%')`,
  );
  db.exec("UPDATE event_refused SET hash = x'00'");
  db.close();
  lajur = openCore({ archive: lajur.folder });
  const { problems } = await lajur.call("archive.check", {});
  const codes = new Set(problems.map(({ code }) => code));
  expect(codes).toContain("event_missing");
  expect(codes).toContain("event_changed");
});

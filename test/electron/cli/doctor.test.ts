import { execFile } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ResultOf } from "#shared/contract.ts";
import { at } from "../../../scripts/run.ts";
import { temporaryFolder } from "../../support/core.ts";

let folder: string;
let copy: string;

beforeEach(async () => {
  folder = temporaryFolder();
  copy = temporaryFolder();
  expect((await lajur("demo")).code).toBe(0);
  cpSync(folder, copy, { recursive: true });
}, 60_000);
afterEach(() => {
  for (const one of [folder, copy]) rmSync(one, { recursive: true, force: true });
});

function lajur(...args: string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    const all = [at("electron/cli/main.ts"), "--archive", folder, ...args];
    execFile(process.execPath, all, { maxBuffer: 16 * 1024 * 1024 }, (error, stdout) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout });
    });
  });
}

it("ends with 1 and names the request; repairs; and ends with 0", async () => {
  const db = new Database(join(folder, "archive.sqlite"));
  const id = db.prepare("SELECT id FROM request LIMIT 1").pluck().get() as string;
  db.prepare("UPDATE event SET body = replace(body, 'a', 'b') WHERE stream = ?").run(id);
  db.close();
  const found = await lajur("doctor");
  const { problems } = JSON.parse(found.stdout) as ResultOf<"archive.check">;
  expect(found.code).toBe(1);
  expect(problems.map(({ code, request }) => [code, request])).toContainEqual([
    "event_changed",
    id,
  ]);
  const alone = await lajur("doctor", "--repair");
  expect(alone.code).toBe(1);
  expect(JSON.parse(alone.stdout)).toMatchObject({ kept: [], after: { sound: false } });
  const repaired = await lajur("doctor", "--repair", "--backup", copy);
  expect(JSON.parse(repaired.stdout)).toMatchObject({ after: { sound: true } });
  expect(repaired.code).toBe(0);
  expect((await lajur("doctor")).code).toBe(0);
}, 120_000);

it("checks and repairs an archive that no longer opens", async () => {
  const file = join(folder, "archive.sqlite");
  const bytes = readFileSync(file);
  const words = bytes.indexOf("CREATE INDEX register_entry_date");
  bytes.write("CREATE XXDEX", words);
  writeFileSync(file, bytes);
  const found = await lajur("doctor");
  expect(found.code).toBe(1);
  expect(found.stdout).toContain("pages_broken");
  const repaired = await lajur("doctor", "--repair");
  expect(JSON.parse(repaired.stdout)).toMatchObject({ after: { sound: true } });
  expect(repaired.code).toBe(0);
}, 120_000);

it("does not understand a backup without a repair", async () => {
  expect((await lajur("doctor", "--backup", copy)).code).toBe(2);
  expect((await lajur("rebuild", "--repair")).code).toBe(2);
});

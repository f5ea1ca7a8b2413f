import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole } from "../../../electron/shell/write-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lajur-write-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a file is written whole over the one that was there, with nothing left beside it", async () => {
  const path = join(folder, "surat.pdf");
  writeFileSync(path, "yang lama");
  expect(await writeWhole(path, Buffer.from("yang baru"))).toEqual({ ok: true, value: true });
  expect(readFileSync(path, "utf8")).toBe("yang baru");
  expect(readdirSync(folder)).toEqual(["surat.pdf"]);
});

test("a place that cannot be written is said by its path and leaves nothing behind", async () => {
  const path = join(folder, "tidak-ada", "surat.pdf");
  const result = await writeWhole(path, Buffer.from("x"));
  expect(result).toMatchObject({ ok: false, error: { code: "path_unwritable" } });
  expect(readdirSync(folder)).toEqual([]);
});

import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Result, fail, ok } from "#shared/errors.ts";

/** Writes a file whole or not at all: beside its place first, then renamed over it. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<Result<true>> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return ok(true);
  } catch (error) {
    console.error(error);
    await rm(temporary, { force: true });
    return fail("path_unwritable", { path });
  }
}

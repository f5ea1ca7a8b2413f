import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { fail, ok, type Result } from "#shared/errors.ts";

/** Writes a whole file or nothing: a temporary one beside it, synced, then renamed over `path`. */
export async function writeNew(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    return ok(null);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof Error && "code" in error) return fail("path_unwritable", { path }, "path");
    throw error;
  }
}

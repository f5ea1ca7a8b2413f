import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { CallContext } from "../types.ts";
import type { Uploads } from "./uploads.ts";

/**
 * The file that an upload or a path names, at most `most` bytes, in memory. An upload is gone
 * afterwards; paths are for the command line only.
 */
export async function readGiven(
  uploads: Uploads,
  { upload, path }: { upload?: string | undefined; path?: string | undefined },
  { origin }: CallContext,
  most: number,
): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  if (path === undefined) return uploads.read(upload ?? "", most);
  if (origin === "window") return fail("path_not_allowed");
  const name = basename(path);
  try {
    const info = await stat(path);
    if (!info.isFile()) return fail("file_unreadable", { name }, "path");
    if (info.size > most) return fail("sop_file_too_large", { name }, "path");
    return ok({ name, bytes: await readFile(path) });
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === "ENOENT";
    return fail(gone ? "file_missing" : "file_unreadable", { name }, "path");
  }
}

import { open } from "node:fs/promises";
import { basename } from "node:path";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { FileStore } from "./store.ts";
import { checkFile, type Uploaded } from "./uploads.ts";

const PART_BYTES = 1024 * 1024;

/**
 * Copies a file from disk into the store. A file that is missing, vanishes, shrinks or cannot be
 * read on the way is refused and nothing of it is kept.
 */
export async function storeFromPath(store: FileStore, path: string): Promise<Result<Uploaded>> {
  const name = basename(path);
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => error);
  if (handle instanceof Error) return refusal(handle, name);
  try {
    const info = await handle.stat();
    if (!info.isFile()) return fail("file_unreadable", { name }, "path");
    const checked = checkFile(name, info.size);
    if (!checked.ok) return checked;
    const incoming = await store.receive();
    try {
      const part = new Uint8Array(PART_BYTES);
      while (incoming.size <= info.size) {
        const { bytesRead } = await handle.read(part, 0, PART_BYTES, incoming.size);
        if (bytesRead === 0) break;
        await incoming.append(part.subarray(0, bytesRead));
      }
      if (incoming.size === info.size) return ok({ name, ...(await incoming.finish()) });
      await incoming.abort();
      return fail("file_missing", { name }, "path");
    } catch (error) {
      await incoming.abort();
      throw error;
    }
  } catch (error) {
    if (error instanceof Error && isReadError(error)) return refusal(error, name);
    throw error;
  } finally {
    await handle.close();
  }
}

const isReadError = (error: NodeJS.ErrnoException): boolean =>
  error.syscall === "read" || error.syscall === "fstat";

function refusal(error: NodeJS.ErrnoException, name: string): Result<never> {
  const gone = error.code === "ENOENT" || error.code === "ESTALE" || error.code === "ENODEV";
  return fail(gone ? "file_missing" : "file_unreadable", { name }, "path");
}

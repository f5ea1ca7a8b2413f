import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { StoredFile } from "./blobs.ts";

export type Spooled = StoredFile & { path: string };

/**
 * Writes a stream to a file of its own in `folder`, synced, and hashes it on the way. Nothing is
 * left behind when it is longer than `most` bytes or breaks off.
 */
export async function spool(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Result<Spooled>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const hash = createHash("sha256");
  const handle = await open(path, "wx", 0o600);
  let size = 0;
  try {
    for await (const part of source) {
      size += part.byteLength;
      if (size > most) break;
      hash.update(part);
      await handle.writeFile(part);
    }
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
  if (size <= most) return ok({ path, size, sha256: hash.digest("hex") });
  await rm(path, { force: true });
  return fail("upload_too_large");
}

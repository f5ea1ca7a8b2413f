import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";

/** SHA-256 and bytes of a content. */
export type Digest = { sha256: string; size: number };

const PART = 256 * 1024;

/**
 * A file's content. It is open when this resolves: a stream that opens by itself may fail before
 * anybody listens.
 */
export async function contentOf(path: string): Promise<Readable> {
  const handle = await open(path, "r");
  return handle.createReadStream({ highWaterMark: PART });
}

/** Reads a content to its end. */
export async function digestOf(
  content: Readable,
  onPart?: (size: number) => void,
): Promise<Digest> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const part of content as AsyncIterable<Uint8Array>) {
    hash.update(part);
    size += part.byteLength;
    onPart?.(part.byteLength);
  }
  return { sha256: hash.digest("hex"), size };
}

/**
 * Writes a content to a new file and syncs it; answers the digest of what was read. `through`
 * changes what is written, such as by locking it. Memory stays bounded whatever the size.
 */
export async function copyTo(
  path: string,
  content: Readable,
  through: (content: Readable) => Promise<Readable> = (same) => Promise.resolve(same),
  onPart?: (size: number) => void,
): Promise<Digest & { stored: number }> {
  const hash = createHash("sha256");
  let size = 0;
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const part of content as AsyncIterable<Uint8Array>) {
      hash.update(part);
      size += part.byteLength;
      onPart?.(part.byteLength);
      yield part;
    }
  }
  const handle = await open(path, "w", 0o600).catch((error: unknown) => {
    content.destroy();
    throw error;
  });
  try {
    const stored = await writeAll(
      handle,
      await through(Readable.from(measured(), { objectMode: false })),
    );
    await handle.sync();
    return { sha256: hash.digest("hex"), size, stored };
  } finally {
    content.destroy();
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, content: Readable): Promise<number> {
  let written = 0;
  for await (const part of content as AsyncIterable<Uint8Array>) {
    await handle.appendFile(part);
    written += part.byteLength;
  }
  return written;
}

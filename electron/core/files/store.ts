import { createHash, randomUUID, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

/**
 * The contents of attachments, named by their SHA-256. A file is written to `incoming/`, synced,
 * renamed to its name and the folder synced, so it is there whole or not at all.
 */
export type FileStore = ReturnType<typeof createFileStore>;

export type Stored = { sha256: string; size: number };

export type Incoming = {
  /** Where it lies until it is finished. */
  readonly path: string;
  /** Bytes so far. */
  readonly size: number;
  append(bytes: Uint8Array): Promise<void>;
  /** What has been appended so far. */
  read(): Promise<Uint8Array>;
  finish(): Promise<Stored>;
  abort(): Promise<void>;
};

export function createFileStore(archive: string) {
  const folder = join(archive, "files");
  const incoming = join(archive, "incoming");

  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

  async function receive(): Promise<Incoming> {
    await makeFolder(incoming);
    const path = join(incoming, randomUUID());
    const handle = await open(path, "wx", 0o600);
    const hash = createHash("sha256");
    return incomingFile(path, handle, hash, pathOf);
  }

  /** Removes what an earlier run left unfinished; nothing refers to it. */
  async function clearIncoming(): Promise<void> {
    await rm(incoming, { recursive: true, force: true });
  }

  /** Names of all stored contents, a folder at a time. */
  async function* list(): AsyncGenerator<string> {
    const parts = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    });
    for (const part of parts.sort()) yield* (await readdir(join(folder, part))).sort();
  }

  return { pathOf, receive, clearIncoming, list };
}

function incomingFile(
  path: string,
  handle: FileHandle,
  hash: Hash,
  pathOf: (sha256: string) => string,
): Incoming {
  let size = 0;
  return {
    path,
    get size() {
      return size;
    },
    async append(bytes) {
      // At its place: what a full disk took of it is written over when it is sent again.
      await writeAt(handle, bytes, size);
      hash.update(bytes);
      size += bytes.byteLength;
    },
    read: () => readFile(path),
    async finish() {
      const sha256 = hash.digest("hex");
      const target = pathOf(sha256);
      try {
        await handle.truncate(size);
        await handle.sync();
        await handle.close();
        await makeFolder(dirname(dirname(target)));
        await makeFolder(dirname(target));
        // Over what is there under the name already: that may have rotted meanwhile.
        await replaceFile(path, target);
        await syncFolder(dirname(target));
      } catch (error) {
        await forget();
        throw error;
      }
      return { sha256, size };
    },
    abort: forget,
  };

  async function forget(): Promise<void> {
    await handle.close();
    await rm(path, { force: true });
  }
}

export async function writeAt(
  handle: FileHandle,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  for (let done = 0; done < bytes.byteLength;) {
    const left = bytes.byteLength - done;
    done += (await handle.write(bytes, done, left, position + done)).bytesWritten;
  }
}

/**
 * Makes one folder, never those above it: when the archive's own is gone, such as with the USB
 * stick that it lay on, nothing must be written to where it was.
 */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

/** How often, and how long apart in milliseconds, a file is tried that a virus scanner holds. */
const TRIES = 5;
const APART_MS = 200;

export async function replaceFile(from: string, to: string): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (left <= 1 || !["EPERM", "EACCES", "EBUSY"].includes(code)) throw error;
      await setTimeout(APART_MS);
    }
  }
}

/** A rename is on the disk only when its folder is; Windows cannot open folders and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

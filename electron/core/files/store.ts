import { createHash, randomUUID, type Hash } from "node:crypto";
import { constants } from "node:fs";
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * The contents of attachments, named by their SHA-256. A file is written to `incoming/`, synced,
 * renamed to its name and the folder synced, so it is there whole or not at all.
 */
export type FileStore = ReturnType<typeof createFileStore>;

export type Stored = { sha256: string; size: number };

export type Incoming = {
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
    await mkdir(incoming, { recursive: true });
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
    get size() {
      return size;
    },
    async append(bytes) {
      await handle.appendFile(bytes);
      hash.update(bytes);
      size += bytes.byteLength;
    },
    read: () => readFile(path),
    async finish() {
      await handle.sync();
      await handle.close();
      const sha256 = hash.digest("hex");
      const target = pathOf(sha256);
      await mkdir(dirname(target), { recursive: true });
      const there = await stat(target).catch(() => null);
      if (there?.size === size) await rm(path);
      else await rename(path, target);
      await syncFolder(dirname(target));
      return { sha256, size };
    },
    async abort() {
      await handle.close();
      await rm(path, { force: true });
    },
  };
}

/** A rename is on the disk only when its folder is; Windows cannot open folders and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

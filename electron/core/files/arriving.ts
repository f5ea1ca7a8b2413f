import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { open, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder, replaceFile, syncFolder, writeAt } from "./store.ts";

/**
 * A content that comes in parts, perhaps over days: what has arrived of it stays in `arriving/`
 * under its name until it is whole, also over starts.
 */
export type Arriving = {
  /** Bytes so far. */
  readonly size: number;
  append(bytes: Uint8Array): Promise<void>;
  /** From its beginning again. */
  restart(): Promise<void>;
  /**
   * Puts it under its name into the store, synced. False when its bytes are not those that its
   * name, their SHA-256, says; nothing of it is kept then.
   */
  finish(): Promise<boolean>;
  /** Lets go of it; what has arrived stays. */
  close(): Promise<void>;
};

const folderOf = (archive: string): string => join(archive, "arriving");
const PART = 256 * 1024;

/** `target` is where the store keeps it. */
export async function openArriving(
  archive: string,
  sha256: string,
  target: string,
): Promise<Arriving> {
  await makeFolder(folderOf(archive));
  const path = join(folderOf(archive), sha256);
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  let hash = createHash("sha256");
  let size = 0;
  try {
    size = await digest(hash);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return {
    get size() {
      return size;
    },
    async append(bytes) {
      await writeAt(handle, bytes, size);
      hash.update(bytes);
      size += bytes.byteLength;
    },
    async restart() {
      await handle.truncate(0);
      hash = createHash("sha256");
      size = 0;
    },
    async finish() {
      if (hash.digest("hex") !== sha256) {
        await handle.close();
        await rm(path, { force: true });
        return false;
      }
      await handle.truncate(size);
      await handle.sync();
      await handle.close();
      await makeFolder(dirname(dirname(target)));
      await makeFolder(dirname(target));
      await replaceFile(path, target);
      await syncFolder(dirname(target));
      return true;
    },
    // Closing twice, as after `finish`, changes nothing.
    close: () => handle.close(),
  };

  /** What an earlier start left of it. */
  async function digest(into: Hash): Promise<number> {
    const part = Buffer.allocUnsafe(PART);
    for (let at = 0; ;) {
      const { bytesRead } = await handle.read(part, 0, PART, at);
      if (bytesRead === 0) return at;
      into.update(part.subarray(0, bytesRead));
      at += bytesRead;
    }
  }
}

/** Removes what nobody waits for any more. */
export async function clearArriving(
  archive: string,
  isWanted: (name: string) => boolean,
): Promise<void> {
  const names = await readdir(folderOf(archive)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  for (const name of names) {
    if (!isWanted(name)) await rm(join(folderOf(archive), name), { force: true });
  }
}

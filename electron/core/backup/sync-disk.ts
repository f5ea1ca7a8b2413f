import { constants } from "node:fs";
import { mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** A rename is on the disk only when its folder is. Not every system or share can sync folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EINVAL" && code !== "ENOTSUP" && code !== "EPERM") throw error;
  } finally {
    await handle.close();
  }
}

/** Moves a file or folder that is whole and synced to where it belongs. */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Writes a small file and syncs it. */
export async function writeSynced(path: string, text: string | Uint8Array): Promise<void> {
  const handle = await open(path, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a small file whole or not at all, over the one that may be there. */
export async function replaceFile(path: string, text: string | Uint8Array): Promise<void> {
  const written = `${path}.new`;
  await writeSynced(written, text);
  await moveIntoPlace(written, path);
}

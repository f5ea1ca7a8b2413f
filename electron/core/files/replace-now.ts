import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a small file whole or not at all, over the one that may be there, before anything else
 * happens: a temporary file, synced, renamed, and the folder synced.
 */
export function replaceNow(path: string, text: string): void {
  const written = `${path}.new`;
  const handle = openSync(written, "w", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(written, path);
  syncFolderNow(dirname(path));
}

/** A rename is on the disk only when its folder is; Windows cannot open folders and needs none. */
export function syncFolderNow(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

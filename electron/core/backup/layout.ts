import { basename, dirname, join } from "node:path";

/**
 * How a backup lies at its destination:
 *
 *   Lajur-Cadangan-<archive id>/
 *     files/ab/<name>           pool of attachments, shared by all points
 *     points/<moment>/          archive.sqlite[.age], files.txt, manifest.json
 *     unfinished/               what is being written; never a part of any point
 *     key.age                   the key of locked points, itself locked with the passphrase
 *     erased.json               identities that were erased, so that they stay so after a restore
 */
const PREFIX = "Lajur-Cadangan-";

export const LOCKED = ".age";

export const isBackupFolder = (path: string): boolean => basename(path).startsWith(PREFIX);

export const backupFolder = (destination: string, archive: string): string =>
  join(destination, PREFIX + archive);

export type Layout = ReturnType<typeof layoutOf>;

export function layoutOf(folder: string) {
  return {
    folder,
    points: join(folder, "points"),
    pool: join(folder, "files"),
    unfinished: join(folder, "unfinished"),
    key: join(folder, "key.age"),
    poolFile: (name: string): string => join(folder, "files", name.slice(0, 2), name),
    ...pointFiles,
  };
}

const pointFiles = {
  manifest: (point: string): string => join(point, "manifest.json"),
  list: (point: string): string => join(point, "files.txt"),
  database: (point: string, encrypted: boolean): string =>
    join(point, encrypted ? `archive.sqlite${LOCKED}` : "archive.sqlite"),
};

/** The backup folder that `path` lies in, such as one of its points; null when in none. */
export function backupFolderAbove(path: string): string | null {
  let folder = path;
  for (let up = 0; up < 4; up += 1) {
    if (isBackupFolder(folder)) return folder;
    folder = dirname(folder);
  }
  return null;
}

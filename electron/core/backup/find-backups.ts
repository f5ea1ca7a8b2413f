import { readdir, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import type { ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { backupFolderAbove, isBackupFolder } from "./layout.ts";
import { listPoints, summaryOf } from "./points.ts";
import { within } from "./reach.ts";

type Found = Omit<ResultOf<"backup.find">["backups"][number], "own">;

/** Folders of a destination that are looked into. */
const MOST = 50;

/** The backups in a folder: in it, it itself, or the one that it lies in, such as a point. */
export async function findBackups(path: string): Promise<Result<Found[]>> {
  if (!isAbsolute(path)) return fail("backup_folder_relative", {}, "path");
  const place = resolve(path);
  const there = await within(
    stat(place).catch(() => null),
    null,
  );
  if (there === null) return fail("backup_folder_missing", { path }, "path");
  const above = backupFolderAbove(place);
  if (above === null && !there.isDirectory())
    return fail("backup_folder_is_file", { path }, "path");
  const folders = above === null ? await foldersIn(place) : [above];
  const found = (await Promise.all(folders.map(readBackup))).filter(
    ({ points }) => points.length > 0,
  );
  return found.length === 0 ? fail("backup_none_here", { path }, "path") : ok(found);
}

async function foldersIn(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && isBackupFolder(entry.name))
    .slice(0, MOST)
    .map((entry) => join(place, entry.name));
}

async function readBackup(folder: string): Promise<Found> {
  const points = await listPoints(folder).catch(() => []);
  const archive = points.find(({ manifest }) => manifest !== null)?.manifest?.archive ?? "";
  return {
    folder,
    archive,
    points: points.map((point) => ({
      ...point,
      manifest: point.manifest === null ? null : summaryOf(point.manifest),
    })),
  };
}

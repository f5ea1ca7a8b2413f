import { mkdir, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result } from "#shared/errors.ts";
import { readErasures } from "../privacy/erasures.ts";
import type { Report } from "../tasks/progress.ts";
import { copyTo } from "./copy.ts";
import { codeOf } from "../failure-of.ts";
import { refuse, restoreFailure } from "./failures.ts";
import { fetchFiles } from "./fetch-files.ts";
import { openPoint, type OpenPoint } from "./open-point.ts";
import { asideName, readyFile, RESTORE, type Ready, STAGED } from "./staged.ts";
import { holdsWhatItSays, verifyDatabase } from "./snapshot.ts";
import { replaceFile, syncFolder } from "./sync-disk.ts";

export type RestoreInput = {
  /** Folder of the archive that the point is to take the place of. */
  archive: string;
  /** The `Lajur-Cadangan-…` folder and the point in it. */
  folder: string;
  point: string;
  passphrase?: string | undefined;
  /** Number of the last migration that this version knows. */
  schema: number;
  /** ISO instant. */
  now: string;
};

export type RestoreDone = { files: number; missing: number; aside: string | null };

const SPARE = 16 * 1024 * 1024;

/**
 * Verifies a point whole and lays it beside the archive's database; the next start puts it in
 * place (apply-restore.ts). Until `ready.json` is written, last, nothing of the archive changes;
 * its store of files only gains.
 */
export async function run(input: RestoreInput, report: Report): Promise<Result<RestoreDone>> {
  const { archive } = input;
  const staging = join(archive, RESTORE);
  try {
    const opened = await openPoint(input.folder, input.point, { passphrase: input.passphrase });
    if (opened.manifest.schema > input.schema) throw refuse("backup_newer");
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
    await checkRoom(archive, opened.manifest.database.size + opened.manifest.files.size);
    const staged = join(staging, STAGED);
    await stageDatabase(opened, staged, report);
    const { fetched, missing } = await fetchFiles(
      archive,
      opened.files,
      opened.layout,
      opened.vault,
      staging,
      report,
    );
    const here = await stat(join(archive, "archive.sqlite")).catch(() => null);
    const ready: Ready = {
      format: 1,
      size: (await stat(staged)).size,
      aside: asideName(input.now),
      erasures: readErasures(opened.layout.folder),
    };
    await syncFolder(staging);
    await replaceFile(readyFile(archive), JSON.stringify(ready));
    return ok({
      files: fetched,
      missing,
      aside: here === null ? null : join(archive, ready.aside),
    });
  } catch (error) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    return restoreFailure(error);
  }
}

async function stageDatabase(
  { layout, path, manifest, vault }: OpenPoint,
  staged: string,
  report: Report,
): Promise<void> {
  const { sha256, size } = manifest.database;
  let done = 0;
  const copy = await copyTo(
    staged,
    await openOrRefuse(() => vault.open(layout.database(path, manifest.encrypted))),
    undefined,
    (part) => report({ stage: "database", done: (done += part), total: size }),
  ).catch((error: unknown) => {
    // Locked contents that were changed or cut fail while they are read, without a code.
    if (codeOf(error) === "") throw changed();
    throw error;
  });
  if (copy.sha256 !== sha256 || copy.size !== size) throw changed();
  const contents = verifyDatabase(staged, report);
  if ("problem" in contents) throw refuse("backup_point_broken", { detail: contents.problem });
  if (!holdsWhatItSays(contents, manifest)) throw changed();
}

async function openOrRefuse<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (codeOf(error) === "") throw changed();
    throw error;
  }
}

const changed = () =>
  refuse("backup_point_broken", { detail: "isi basis datanya bukan yang dicadangkan" });

async function checkRoom(archive: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(archive);
  if (bavail * bsize < needed + SPARE) throw refuse("disk_full");
}

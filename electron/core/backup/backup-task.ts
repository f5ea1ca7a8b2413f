import { readFile, rename, rm, stat, statfs, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { BACKUP_FORMAT, type Manifest, pointName } from "#shared/backup/manifest.ts";
import { pointsToDrop } from "#shared/backup/rotation.ts";
import { ok, type Result } from "#shared/errors.ts";
import { DAY } from "#shared/time/days.ts";
import type { Zone } from "#shared/time/zone.ts";
import { mergeErasures, readErasures } from "../privacy/erasures.ts";
import type { Report } from "../tasks/progress.ts";
import { contentOf, copyTo, digestOf } from "./copy.ts";
import { backupFailure, refuse } from "./failures.ts";
import { listDigest, writeList } from "./files-list.ts";
import { fillPool, planPool } from "./fill-pool.ts";
import { backupFolder, type Layout, layoutOf } from "./layout.ts";
import { megabytes } from "./megabytes.ts";
import { listPoints } from "./points.ts";
import { copyDatabase, verifyDatabase } from "./snapshot.ts";
import { replaceFile, syncFolder, writeSynced } from "./sync-disk.ts";
import { sweepPool } from "./sweep-pool.ts";
import { openVault, type Vault } from "./vault.ts";
import { referredFiles, storedFiles, WORK } from "./wanted.ts";

export type BackupInput = {
  /** Folder of the archive, and the destination that the backup's own folder lies in. */
  archive: string;
  destination: string;
  id: string;
  office: string;
  version: string;
  pc: string;
  /** ISO instant. */
  made: string;
  zone: Zone;
  /** age identity and key file of a locked destination. */
  identity: string | null;
  keyFile: Uint8Array | null;
  dropPlain: boolean;
};

export type BackupDone = {
  point: string;
  copied: number;
  damaged: number;
  dropped: number;
  size: number;
};

/** Room left free at the destination, in bytes. */
const SPARE = 4 * 1024 * 1024;

/**
 * Makes one point: copies the database, verifies it, fills the pool, writes the point under another
 * name, reads it back, renames it, and only then lets older ones go. Ended anywhere, what was there
 * before is whole, and the next run clears what this one left.
 */
export async function run(input: BackupInput, report: Report): Promise<Result<BackupDone>> {
  const work = join(input.archive, WORK);
  const layout = layoutOf(backupFolder(input.destination, input.id));
  // Which disk is at work, for the sentence when it fails.
  let place = input.archive;
  try {
    await rm(work, { recursive: true, force: true });
    await mkdir(work, { recursive: true });
    const database = join(work, "archive.sqlite");
    await copyDatabase(join(input.archive, "archive.sqlite"), database, report);
    const contents = verifyDatabase(database, report);
    if ("problem" in contents) throw refuse("backup_source_damaged", { detail: contents.problem });

    place = input.destination;
    await clear(layout);
    const vault = await openVault(input.identity);
    if (input.keyFile !== null) await keepKey(layout, input.keyFile);
    const erased = readErasures(input.archive);
    const wanted = {
      archive: input.archive,
      stored: await storedFiles(input.archive),
      referred: referredFiles(database, new Set(erased.map(({ request }) => request))),
    };
    const day = Math.floor(Date.parse(input.made) / DAY);
    const plan = await planPool(wanted, layout, vault, day, report);
    const { size } = await stat(database);
    await checkRoom(input.destination, plan.bytes + vault.storedSize(size));
    const pool = await fillPool(input.archive, plan, layout, vault, report);

    // Written once and read once.
    let moved = 0;
    const onPart = (part: number): void =>
      report({ stage: "write", done: (moved += part), total: 2 * size });
    const folder = join(layout.unfinished, "point");
    await mkdir(folder);
    const target = layout.database(folder, vault.encrypted);
    const written = await copyTo(target, await contentOf(database), vault.seal, onPart);
    const list = writeList(pool.files);
    await writeSynced(layout.list(folder), list);
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      archive: input.id,
      office: input.office,
      made: input.made,
      version: input.version,
      pc: input.pc,
      ...contents,
      database: { sha256: written.sha256, size: written.size, stored: written.stored },
      files: {
        count: pool.files.length,
        size: pool.files.reduce((sum, file) => sum + file.size, 0),
        list: listDigest(list),
      },
      damaged: pool.damaged,
      encrypted: vault.encrypted,
    };
    await writeSynced(layout.manifest(folder), JSON.stringify(manifest));
    await syncFolder(folder);
    await readBack(layout, folder, vault, manifest, pool.files, onPart);

    const point = await publish(layout, folder, pointName(input.made));
    mergeErasures(layout.folder, erased);
    const dropped = await dropOlder(layout, point, input);
    await sweepPool(layout);
    return ok({ point, copied: pool.copied, damaged: pool.damaged, dropped, size });
  } catch (error) {
    return backupFailure(error, place);
  } finally {
    await tidy(work);
    await tidy(layout.unfinished);
  }
}

async function clear(layout: Layout): Promise<void> {
  await mkdir(layout.points, { recursive: true });
  await mkdir(layout.pool, { recursive: true });
  await rm(layout.unfinished, { recursive: true, force: true });
  await mkdir(layout.unfinished);
}

async function keepKey(layout: Layout, keyFile: Uint8Array): Promise<void> {
  const there = await readFile(layout.key).catch(() => null);
  if (there === null || !there.equals(keyFile)) await replaceFile(layout.key, keyFile);
}

async function checkRoom(destination: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(destination);
  const free = bavail * bsize;
  if (free >= needed + SPARE) return;
  const values = { path: destination, needed: megabytes(needed), free: megabytes(free) };
  throw refuse("backup_no_room", values);
}

/** What lies at the destination, read again from there, is what was verified here. */
async function readBack(
  layout: Layout,
  folder: string,
  vault: Vault,
  { database, files }: Manifest,
  pool: readonly { name: string; size: number }[],
  onPart: (size: number) => void,
): Promise<void> {
  const target = layout.database(folder, vault.encrypted);
  const found = await vault
    .open(target)
    .then((content) => digestOf(content, onPart))
    .catch(() => null);
  const list = await readFile(layout.list(folder), "utf8");
  if (found?.sha256 !== database.sha256 || listDigest(list) !== files.list) {
    throw refuse("backup_unsound");
  }
  for (const { name, size } of pool) {
    const there = await stat(layout.poolFile(name)).catch(() => null);
    if (there?.size !== size) throw refuse("backup_unsound");
  }
}

/** Gives a whole point its name; a second one of the same second gets a number. */
async function publish(layout: Layout, folder: string, name: string): Promise<string> {
  let point = name;
  for (let number = 2; (await stat(join(layout.points, point)).catch(() => null)) !== null;) {
    point = `${name}-${number}`;
    number += 1;
  }
  await rename(folder, join(layout.points, point));
  await syncFolder(layout.points);
  return point;
}

async function dropOlder(layout: Layout, fresh: string, input: BackupInput): Promise<number> {
  const points = (await listPoints(layout.folder)).flatMap(({ point, manifest, problem }) =>
    manifest === null || problem !== null ? [] : [{ point, ...manifest }],
  );
  const locked = points.filter(({ encrypted }) => encrypted);
  const inTheOpen =
    input.dropPlain && input.identity !== null
      ? points.filter(({ encrypted }) => !encrypted).map(({ point }) => point)
      : [];
  const kept = inTheOpen.length > 0 ? locked : points;
  const dropped = [...pointsToDrop(kept, fresh, input.zone), ...inTheOpen];
  for (const point of dropped) {
    // Out of the list at once, however long its removal takes.
    const going = join(layout.unfinished, `dropped-${point}`);
    await rename(join(layout.points, point), going);
    await rm(going, { recursive: true, force: true });
  }
  return dropped.length;
}

/** What stays of a failed run, such as on a stick that is gone, is cleared by the next one. */
async function tidy(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

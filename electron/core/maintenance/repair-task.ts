import { mkdir, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Ready } from "../backup/staged.ts";
import { asideName, readyFile, RESTORE, STAGED } from "../backup/staged.ts";
import { replaceFile, syncFolder } from "../backup/sync-disk.ts";
import type { Report } from "../tasks/progress.ts";
import { putLastCheck, rememberedCheck } from "./last-check.ts";
import { checkDatabase, type CheckOutput } from "./check-task.ts";
import { openSources, type Sources } from "./backup-sources.ts";
import { healFiles } from "./heal-files.ts";
import { rebuildDatabase } from "./rebuild-database.ts";
import { isOfDatabase } from "./problems.ts";

export type RepairInput = {
  /** The archive's folder. */
  archive: string;
  /** A folder with backups besides the configured ones. */
  backup: string | null;
  before: CheckOutput;
  /** ISO instant. */
  now: string;
};

export type Repaired = { done: string[]; kept: string[]; after: CheckOutput };

const SPARE = 32 * 1024 * 1024;

/**
 * Heals files in place, each broken one kept aside; makes a damaged database anew and lays it where
 * the next start finds it. Changes nothing else, and deletes nothing.
 */
export async function run(
  { archive, backup, before, now }: RepairInput,
  report: Report,
): Promise<Repaired> {
  const staging = join(archive, RESTORE);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
  let ready = false;
  const done: string[] = [];
  const kept: string[] = [];
  let sources: Sources | null = null;
  try {
    sources = await openSources(archive, backup, staging);
    if (sources.names.length > 0) done.push(`Cadangan yang dibaca: ${sources.names.join("; ")}.`);
    const aside = join(archive, asideName(now).replace("before-restore", "repair"));
    const healed = await healFiles(archive, before.files, sources, aside, report);
    if (healed.healed > 0) done.push(`${healed.healed} berkas diambil kembali dari cadangan.`);
    if (healed.kept) kept.push(aside);

    const database = join(archive, "archive.sqlite");
    if (!before.checked.problems.some(isOfDatabase)) {
      return { done, kept, after: await checkDatabase(database, archive, report) };
    }
    const staged = join(staging, STAGED);
    await checkRoom(archive, (await stat(database)).size);
    const made = rebuildDatabase(database, sources.databases, staged, now, report);
    if (!made.whole) {
      done.push(...made.notes);
      return { done, kept, after: before };
    }
    const after = await checkDatabase(staged, archive, report);
    if (weightOf(after) >= weightOf(before)) {
      // Never in place of an archive that is no worse.
      done.push("Basis data yang disusun ulang tidak lebih baik, jadi tidak dipakai.");
      return { done, kept, after: before };
    }
    done.push(...made.notes);
    remember(staged, after, now);
    const oldPlace = asideName(now);
    const order: Ready = {
      format: 1,
      size: (await stat(staged)).size,
      aside: oldPlace,
      erasures: [],
    };
    await syncFolder(staging);
    await replaceFile(readyFile(archive), JSON.stringify(order));
    ready = true;
    kept.push(join(archive, oldPlace));
    return { done, kept, after };
  } finally {
    await sources?.close();
    if (!ready) await rm(staging, { recursive: true, force: true });
  }
}

function remember(database: string, after: CheckOutput, now: string): void {
  const db = new Database(database);
  putLastCheck(db, rememberedCheck(after, now));
  db.close();
}

const weightOf = ({ checked }: CheckOutput): number => checked.problems.filter(isOfDatabase).length;

/** Throws like a full disk, before anything was written. */
async function checkRoom(archive: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(archive);
  if (bavail * bsize >= needed + SPARE) return;
  throw Object.assign(new Error("no room for a second database"), { code: "ENOSPC" });
}

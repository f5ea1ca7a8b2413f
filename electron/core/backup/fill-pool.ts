import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { contentOf, copyTo, digestOf } from "./copy.ts";
import type { Report } from "../tasks/progress.ts";
import { codeOf } from "../failure-of.ts";
import { refuse } from "./failures.ts";
import type { PoolFile } from "./files-list.ts";
import type { Layout } from "./layout.ts";
import { syncFolder } from "./sync-disk.ts";
import type { Vault } from "./vault.ts";
import { type Contents, storedPath } from "./wanted.ts";

/** Every file of the pool is read whole again within so many days, a share of them each day. */
const READ_AGAIN_DAYS = 30;

export type Wanted = {
  archive: string;
  stored: Contents;
  /** Contents that are referred to; those which the store has lost may still be in the pool. */
  referred: Contents;
};

type Planned = { sha256: string; name: string; size: number; stored: number; local: boolean };
export type PoolPlan = { there: Planned[]; copy: Planned[]; lost: number; bytes: number };

/**
 * What is in the pool already and what has to be copied. Sizes are compared for all; the share of
 * `day` (days since 1970) is read whole, so that rot in a pool is found and mended.
 */
export async function planPool(
  { stored, referred }: Wanted,
  layout: Layout,
  vault: Vault,
  day: number,
  report: Report,
): Promise<PoolPlan> {
  const plan: PoolPlan = { there: [], copy: [], lost: 0, bytes: 0 };
  const all = new Map([...referred, ...stored]);
  let done = 0;
  for (const [sha256, size] of all) {
    const name = vault.nameOf(sha256);
    const planned = {
      sha256,
      name,
      size,
      stored: vault.storedSize(size),
      local: stored.has(sha256),
    };
    report({ stage: "compare", done: (done += 1), total: all.size });
    const path = layout.poolFile(name);
    const there = (await stat(path).catch(() => null))?.size === planned.stored;
    const due = Number.parseInt(name.slice(0, 4), 16) % READ_AGAIN_DAYS === day % READ_AGAIN_DAYS;
    if (there && !(due && !(await isWhole(vault, path, sha256)))) plan.there.push(planned);
    else if (planned.local) {
      plan.copy.push(planned);
      plan.bytes += planned.stored;
    } else plan.lost += 1;
  }
  return plan;
}

/**
 * Copies what is missing: to a name of its own, synced, read back, then renamed. A content that the
 * archive itself has damaged is not copied over a good one; it is counted.
 */
export async function fillPool(
  archive: string,
  plan: PoolPlan,
  layout: Layout,
  vault: Vault,
  report: Report,
): Promise<{ files: PoolFile[]; copied: number; damaged: number }> {
  const files = plan.there.map(({ name, stored }) => ({ name, size: stored }));
  const folders = new Set<string>();
  let copied = 0;
  let done = 0;
  for (const planned of plan.copy) {
    const written = join(layout.unfinished, "file");
    const target = layout.poolFile(planned.name);
    if (await copyWhole(storedPath(archive, planned.sha256), written, planned, vault)) {
      if (!folders.has(dirname(target))) {
        await mkdir(dirname(target), { recursive: true });
        folders.add(dirname(target));
      }
      await rename(written, target);
      copied += 1;
      files.push({ name: planned.name, size: planned.stored });
    } else {
      await rm(written, { force: true });
      const kept = await stat(target).catch(() => null);
      if (kept?.size === planned.stored && (await isWhole(vault, target, planned.sha256))) {
        files.push({ name: planned.name, size: planned.stored });
      }
    }
    report({ stage: "files", done: (done += planned.stored), total: plan.bytes });
  }
  for (const folder of folders) await syncFolder(folder);
  if (folders.size > 0) await syncFolder(layout.pool);
  return { files, copied, damaged: plan.lost + plan.copy.length - copied };
}

/** False when the archive's own file is not what its name says. */
async function copyWhole(
  from: string,
  to: string,
  { sha256 }: Planned,
  vault: Vault,
): Promise<boolean> {
  try {
    const copy = await copyTo(to, await contentOf(from), vault.seal);
    if (copy.sha256 !== sha256) return false;
  } catch (error) {
    const unread = (error as NodeJS.ErrnoException).path === from;
    if (unread || (error as NodeJS.ErrnoException).syscall === "read") return false;
    throw error;
  }
  if (!(await isWhole(vault, to, sha256))) throw refuse("backup_unsound");
  return true;
}

/** Whether a file at the destination opens to the content with this SHA-256. */
export async function isWhole(vault: Vault, path: string, sha256: string): Promise<boolean> {
  try {
    return (await digestOf(await vault.open(path))).sha256 === sha256;
  } catch (error) {
    if (codeOf(error) === "" || codeOf(error) === "EIO") return false; // cannot be opened or read
    throw error;
  }
}

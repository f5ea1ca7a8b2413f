import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { copyTo } from "../backup/copy.ts";
import { RESTORE } from "../backup/staged.ts";
import { syncFolder } from "../backup/sync-disk.ts";
import { createFileStore } from "../files/store.ts";
import type { Report } from "../tasks/progress.ts";
import type { Sources } from "./backup-sources.ts";

/**
 * Fetches contents back, each verified by its name before it takes its place. A damaged one that is
 * replaced is kept in `aside`.
 */
export async function healFiles(
  archive: string,
  files: readonly string[],
  sources: Sources,
  aside: string,
  report: Report,
): Promise<{ healed: number; kept: boolean }> {
  const store = createFileStore(archive);
  const incoming = join(archive, RESTORE, "file");
  let healed = 0;
  let kept = false;
  for (const [at, sha256] of files.entries()) {
    report({ stage: "restore", done: at, total: files.length });
    if (!(await fetch(sha256, incoming, sources))) continue;
    const target = store.pathOf(sha256);
    await mkdir(dirname(target), { recursive: true });
    kept = (await keepOld(target, join(aside, "files", sha256))) || kept;
    await rename(incoming, target);
    await syncFolder(dirname(target));
    healed += 1;
  }
  await rm(incoming, { force: true });
  return { healed, kept };
}

async function fetch(sha256: string, to: string, sources: Sources): Promise<boolean> {
  for await (const content of sources.contents(sha256)) {
    const copied = await copyTo(to, content).catch(() => null);
    if (copied?.sha256 === sha256) return true;
  }
  return false;
}

/** False where there was none. */
async function keepOld(path: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(path, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

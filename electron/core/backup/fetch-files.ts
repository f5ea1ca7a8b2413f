import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Report } from "../tasks/progress.ts";
import { contentOf, copyTo, digestOf } from "./copy.ts";
import { codeOf } from "../failure-of.ts";
import type { PoolFile } from "./files-list.ts";
import type { Layout } from "./layout.ts";
import { syncFolder } from "./sync-disk.ts";
import type { Vault } from "./vault.ts";
import { storedFiles, storedPath } from "./wanted.ts";

/**
 * Brings files of a pool into an archive's store: those that it lacks, and those whose content
 * there is no longer what its name says. Each is verified before it gets its name, so a store only
 * gains by it. Answers how many came, and how many the pool does not hold whole either.
 */
export async function fetchFiles(
  archive: string,
  files: readonly PoolFile[],
  layout: Layout,
  vault: Vault,
  /** Folder in the archive for what is not verified yet. */
  work: string,
  report: Report,
): Promise<{ fetched: number; missing: number }> {
  const good = await wholeNames(archive, vault, report);
  const wanted = files.filter(({ name }) => !good.has(name));
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  const incoming = join(work, "file");
  await mkdir(work, { recursive: true });
  const folders = new Set<string>();
  let fetched = 0;
  let done = 0;
  for (const { name, size } of wanted) {
    const sha256 = await fetchOne(layout.poolFile(name), incoming, vault);
    if (sha256 !== null && vault.nameOf(sha256) === name) {
      const target = storedPath(archive, sha256);
      await mkdir(dirname(target), { recursive: true });
      await rename(incoming, target);
      folders.add(dirname(target));
      fetched += 1;
    }
    report({ stage: "files", done: (done += size), total });
  }
  await rm(incoming, { force: true });
  for (const folder of folders) await syncFolder(folder);
  return { fetched, missing: wanted.length - fetched };
}

/** Pool names of the contents that the archive holds whole; all of them are read. */
async function wholeNames(archive: string, vault: Vault, report: Report): Promise<Set<string>> {
  const stored = await storedFiles(archive);
  const good = new Set<string>();
  let done = 0;
  for (const sha256 of stored.keys()) {
    const found = await contentOf(storedPath(archive, sha256))
      .then((content) => digestOf(content))
      .catch(() => null);
    if (found?.sha256 === sha256) good.add(vault.nameOf(sha256));
    report({ stage: "compare", done: (done += 1), total: stored.size });
  }
  return good;
}

/** The SHA-256 of what was copied; null when it is not there or cannot be opened. */
async function fetchOne(from: string, to: string, vault: Vault): Promise<string | null> {
  try {
    return (await copyTo(to, await vault.open(from))).sha256;
  } catch (error) {
    const { path, syscall } = error as NodeJS.ErrnoException;
    // Locked contents that were changed fail without a code; others while the pool is read.
    if (codeOf(error) === "" || path === from || syscall === "read") return null;
    throw error;
  }
}

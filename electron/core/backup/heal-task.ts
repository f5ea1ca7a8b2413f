import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result } from "#shared/errors.ts";
import { readErasures } from "../privacy/erasures.ts";
import type { Report } from "../tasks/progress.ts";
import { backupFailure, refuse } from "./failures.ts";
import { fetchFiles } from "./fetch-files.ts";
import { layoutOf } from "./layout.ts";
import { openVault } from "./vault.ts";
import { referredFiles, WORK } from "./wanted.ts";

export type HealInput = { archive: string; folder: string; identity: string | null };

/** Fetches what requests refer to and the store lacks, or holds damaged, from a backup's pool. */
export async function run(
  { archive, folder, identity }: HealInput,
  report: Report,
): Promise<Result<{ healed: number; left: number }>> {
  const work = join(archive, WORK);
  try {
    const layout = layoutOf(folder);
    const there = await stat(layout.pool).catch(() => null);
    if (there === null) throw refuse("backup_none_here", { path: folder });
    const vault = await openVault(identity);
    const erased = new Set(readErasures(archive).map(({ request }) => request));
    const referred = referredFiles(join(archive, "archive.sqlite"), erased);
    const files = [...referred].map(([sha256, size]) => ({ name: vault.nameOf(sha256), size }));
    const { fetched, missing } = await fetchFiles(archive, files, layout, vault, work, report);
    return ok({ healed: fetched, left: missing });
  } catch (error) {
    return backupFailure(error, folder);
  } finally {
    await rm(work, { recursive: true, force: true }).catch(() => undefined);
  }
}

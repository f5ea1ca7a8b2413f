import { failure } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import { runTask } from "../tasks/run-task.ts";
import { checkArchive, toldBy } from "./check.ts";
import { isOfDatabase } from "./problems.ts";
import type { Repaired } from "./repair-task.ts";

const HEAP_MB = 900;

/**
 * Checks, and heals what can be healed. A damaged database is made anew beside the old one, from
 * what of it verifies and what a backup holds, and put in place by the start that follows; the old
 * one is kept whole. Nobody writes meanwhile. `backup` is a folder to look in besides the configured
 * ones; null for those alone.
 */
export async function repairArchive(
  deps: Deps,
  heal: () => Promise<number>,
  backup: string | null,
  signal: AbortSignal,
): Promise<Repaired> {
  const { archive, clock, restart } = deps;
  let before = await checkArchive(deps, signal);
  if (before.checked.sound) return { done: [], kept: [], after: before };
  const done: string[] = [];
  // The portal has the very events that broke here, if it is in reach.
  const hurt = before.checked.problems.some(({ code }) => code.startsWith("event_"));
  const healed = hurt && archive.safeMode === null ? await heal() : 0;
  if (healed > 0) {
    done.push(`${healed} catatan diambil kembali dari portal.`);
    deps.changed(null);
    before = await checkArchive(deps, signal);
    if (before.checked.sound) return { done, kept: [], after: before };
  }
  const database = before.checked.problems.some(isOfDatabase);
  if (database && archive.safeMode === null) {
    // What was written now would be missing in the database that takes the place of this one.
    archive.enterSafeMode(failure("archive_repairing"));
    deps.changed(null);
  }
  try {
    const repaired = await runTask(
      "archive-repair",
      { archive: archive.folder, backup, before, now: clock.instant() },
      {
        signal,
        heapMb: HEAP_MB,
        onProgress: toldBy(deps),
      },
    );
    return { ...repaired, done: [...done, ...repaired.done] };
  } finally {
    // To put the new database in place, or to be written to again.
    if (database) restart();
  }
}

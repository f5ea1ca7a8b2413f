import { failure } from "#shared/errors.ts";
import type { Archive } from "../archive/archive.ts";
import { putMeta, readMeta } from "../archive/meta.ts";
import type { Clock } from "../clock.ts";
import { runTask, TaskEnded } from "../tasks/run-task.ts";

/** Sound pages are looked at again after this long, in milliseconds. */
const EVERY = 7 * 24 * 3600_000;
const CHECKED = "pages_checked";

/**
 * Looks at the database's pages beside the work, after the archive was not closed in order and
 * once a week. Damage puts the archive into safe mode and is told by `damaged`.
 */
export function watchPages(
  archive: Archive,
  clock: Clock,
  damaged: () => void,
): { close(): Promise<void> } {
  const ending = new AbortController();
  const checked = readMeta(archive.db, CHECKED);
  const recent = checked !== undefined && clock.now() - Date.parse(checked) < EVERY;
  const due = archive.safeMode === null && !archive.isFresh() && !(archive.clean && recent);

  async function look(): Promise<void> {
    try {
      const sound = await runTask(
        "pages-check",
        { database: archive.db.name },
        { signal: ending.signal },
      );
      if (sound) {
        putMeta(archive.db, CHECKED, clock.instant());
        return;
      }
      archive.enterSafeMode(failure("archive_pages_damaged"));
      damaged();
    } catch (error) {
      // Ended with the core; any other failure leaves the look to the next start.
      if (!(error instanceof TaskEnded)) console.error(error);
    }
  }

  const looking = due ? look() : Promise.resolve();
  return {
    close: () => {
      ending.abort();
      return looking;
    },
  };
}

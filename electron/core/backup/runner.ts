import { hostname } from "node:os";
import type { ResultOf } from "#shared/contract.ts";
import { fail, type Failure, ok, type Result } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import { readOffice } from "../office/methods.ts";
import { runTask, TaskEnded } from "../tasks/run-task.ts";
import { archiveId, createDestinations, type Destination } from "./destinations.ts";
import { backupFolder } from "./layout.ts";
import { listPoints, type Point } from "./points.ts";
import { reachOf, within } from "./reach.ts";

/** Name of the job in the progress that windows are told. */
export const BACKUP_JOB = "backup";

export type Run = ResultOf<"backup.run">["runs"][number];
export type Runner = ReturnType<typeof createRunner>;

/** One long job of backups at a time: a point being made, a restore, a repair. */
export function createRunner(deps: Deps) {
  const { archive, clock, newId, version } = deps;
  const destinations = createDestinations(archive);
  let current: {
    destination: string | null;
    ending: AbortController;
    ended: Promise<void>;
  } | null = null;

  /** Runs `work` as the one job; `backup_running` when there is another. */
  async function alone<T>(
    destination: string | null,
    work: (signal: AbortSignal) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (current !== null) return fail("backup_running");
    const ending = new AbortController();
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    current = { destination, ending, ended };
    try {
      return await work(ending.signal);
    } catch (error) {
      if (error instanceof TaskEnded && error.reason === "cancelled") return fail("backup_stopped");
      throw error;
    } finally {
      current = null;
      deps.progress({ job: BACKUP_JOB, done: 1, total: 1 });
      resolve();
    }
  }

  const onProgress = (progress: { done: number; total: number; stage?: string }): void =>
    // The end of a stage is not the end of the job.
    deps.progress({
      job: BACKUP_JOB,
      ...progress,
      done: Math.min(progress.done, Math.max(0, progress.total - 1)),
    });

  /** Makes a point at one destination and remembers how it went. */
  async function backUp(destination: Destination): Promise<Result<Run>> {
    const { id, folder, identity, keyFile, dropPlain } = destination;
    const { reach } = await reachOf(destination, archive.folder);
    // A stick that is not plugged in is a state, not a failure to remember.
    if (reach === "absent" || reach === "slow") return fail("backup_unreachable", { path: folder });
    const began = clock.now();
    const made = clock.instant();
    const office = readOffice(archive);
    const done = await alone(id, (signal) =>
      runTask(
        "backup",
        {
          archive: archive.folder,
          destination: folder,
          id: archiveId(archive, newId),
          office: office === null ? "" : [office.name, office.government].join(", "),
          version,
          pc: hostname(),
          made,
          zone: office?.zone ?? "WIB",
          identity,
          keyFile,
          dropPlain,
        },
        { signal, onProgress },
      ),
    );
    remember(id, made, done.ok ? null : done.error);
    if (!done.ok) return done;
    return ok({ destination: id, ...done.value, took: clock.now() - began });
  }

  function remember(id: string, made: string, failure: Failure | null): void {
    if (archive.safeMode !== null) return;
    if (failure === null) destinations.succeeded(id, made);
    else if (failure.code !== "backup_running" && failure.code !== "backup_stopped") {
      destinations.failed(id, made, failure);
    }
    deps.changed(null);
  }

  /** Folder of this archive's backup at a destination. */
  const folderAt = ({ folder }: Destination): string =>
    backupFolder(folder, archiveId(archive, newId));

  /**
   * The points that lie at a destination. What is newer there than what is known, such as after a
   * restore of an older point, is remembered as the last good one.
   */
  async function pointsAt(destination: Destination): Promise<Point[]> {
    const points = await within(
      listPoints(folderAt(destination)).catch(() => []),
      [],
    );
    const made = newestOf(points);
    const news = made > (destination.lastGood ?? "");
    if (news && archive.safeMode === null && archive.db.open) {
      destinations.found(destination.id, made);
      deps.changed(null);
    }
    return points;
  }

  /** What a wrong clock dated ahead of now says nothing; empty when there is no good point. */
  function newestOf(points: readonly Point[]): string {
    const good = points.flatMap(({ manifest, problem }) =>
      problem === null && manifest !== null && manifest.made <= clock.instant()
        ? [manifest.made]
        : [],
    );
    return good[0] ?? "";
  }

  return {
    destinations,
    alone,
    backUp,
    onProgress,
    folderAt,
    pointsAt,
    /** Destination at which a point is being made; null while none is. */
    running: (): string | null => current?.destination ?? null,
    /** Ends the job that is under way and waits until it has. */
    async stop(): Promise<void> {
      current?.ending.abort();
      await current?.ended;
    },
    /** Waits for the job that is under way. */
    idle: async (): Promise<void> => current?.ended,
  };
}

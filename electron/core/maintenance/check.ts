import type { Deps } from "../deps.ts";
import { runTask } from "../tasks/run-task.ts";
import type { Progress } from "../tasks/progress.ts";
import type { CheckOutput } from "./check-task.ts";

/** Memory of the check's thread in MB; it keeps one line a request and reads the rest in passing. */
const HEAP_MB = 700;

/** Name of the job in the progress that windows are told. */
export const CHECK_JOB = "archive.check";

/** The end of a stage is not the end of the job. */
export const toldBy =
  ({ progress }: Deps) =>
  ({ done, total, ...stage }: Progress): void =>
    progress({ job: CHECK_JOB, ...stage, total, done: Math.min(done, Math.max(0, total - 1)) });

/** Runs the whole check beside the work; rejects with `TaskEnded` when it is cancelled. */
export function checkArchive(deps: Deps, signal: AbortSignal): Promise<CheckOutput> {
  return runTask(
    "archive-check",
    { archive: deps.archive.folder },
    {
      signal,
      heapMb: HEAP_MB,
      onProgress: toldBy(deps),
    },
  );
}

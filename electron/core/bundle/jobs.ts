import { fail, failure, ok, type Result } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import {
  runTask,
  TaskEnded,
  type TaskInput,
  type TaskName,
  type TaskOutput,
} from "../tasks/run-task.ts";

/** Long work of this slice: each job has the id that its caller chose, tells its progress, and ends. */
export type Jobs = ReturnType<typeof createJobs>;

/** A bundle that takes longer than this is stuck in a damaged file, in milliseconds. */
const LONGEST = 15 * 60_000;
const HEAP_MB = 1024;
/** Bundles made at one time; each may hold a few hundred megabytes. */
const MOST = 2;

export function createJobs(deps: Pick<Deps, "progress" | "newId">) {
  const running = new Map<string, AbortController>();

  /** Runs a task as a job. What it was at when it had to be ended is named in the refusal. */
  async function run<N extends TaskName>(
    name: N,
    input: TaskInput<N>,
    job: string | undefined,
  ): Promise<Result<TaskOutput<N>>> {
    const id = job ?? deps.newId();
    if (running.has(id) || running.size >= MOST) return fail("busy");
    const stop = new AbortController();
    running.set(id, stop);
    let file = "";
    try {
      const output = await runTask(name, input, {
        heapMb: HEAP_MB,
        longestMs: LONGEST,
        signal: stop.signal,
        onProgress: (progress) => {
          const { stage = "" } = progress;
          file = stage.startsWith("file:") ? stage.slice("file:".length) : "";
          deps.progress({ job: id, ...progress });
        },
      });
      return ok(output);
    } catch (error) {
      if (!(error instanceof TaskEnded) || error.reason === "gone") throw error;
      if (error.reason === "cancelled") return { ok: false, error: failure("bundle_cancelled") };
      return fail("bundle_too_heavy", { name: file === "" ? "terbesar" : file });
    } finally {
      running.delete(id);
      deps.progress({ job: id, done: 1, total: 1 });
    }
  }

  return {
    run,
    cancel: (job: string): void => running.get(job)?.abort(),
  };
}

import { Worker } from "node:worker_threads";
import type { Progress } from "./progress.ts";
import type { TASKS } from "./tasks.ts";

type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
type Run<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>["run"];
export type TaskInput<N extends TaskName> = Parameters<Run<N>>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Run<N>>>;

export type TaskOptions = {
  onProgress?: (progress: Progress) => void;
  /** Most memory that the thread's JavaScript may take. */
  heapMb?: number;
  /** Milliseconds after which it is ended. */
  longestMs?: number;
  /** Ends it at once; nothing that it has not finished stays. */
  signal?: AbortSignal;
};

/** Why a task gave no answer although its code is sound. */
export class TaskEnded extends Error {
  readonly reason: "cancelled" | "too-long" | "out-of-memory" | "gone";
  constructor(reason: TaskEnded["reason"]) {
    super(`task ended: ${reason}`);
    this.reason = reason;
  }
}

/** What a task's thread sends. */
export type TaskMessage =
  /** It may be ended from now on. */
  | { ready: true }
  | { progress: Progress }
  | { output: unknown }
  | { error: { message: string; code?: string; stack?: string } };

/** Beside this file among the sources, beside the bundled core when built. */
const ENTRY = new URL(
  import.meta.url.endsWith(".ts") ? "./task-worker.ts" : "./task-worker.js",
  import.meta.url,
);

/**
 * Runs a task of `tasks.ts` in a thread of its own. Rejects with what the task threw (its message
 * and code), or with `TaskEnded` when it was ended.
 */
export function runTask<N extends TaskName>(
  name: N,
  input: TaskInput<N>,
  options: TaskOptions = {},
): Promise<TaskOutput<N>> {
  const { onProgress, heapMb = 512, longestMs, signal } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new TaskEnded("cancelled"));
      return;
    }
    const worker = new Worker(ENTRY, {
      workerData: { name, input: input as unknown },
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const { promise: ready, resolve: setReady } = Promise.withResolvers<void>();
    const timer =
      longestMs === undefined ? undefined : setTimeout(() => end("too-long"), longestMs);
    const cancel = (): void => end("cancelled");
    signal?.addEventListener("abort", cancel, { once: true });

    function settle(): Promise<void> {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
      return ready.then(() => void worker.terminate());
    }
    function end(reason: TaskEnded["reason"]): void {
      void settle().then(() => reject(new TaskEnded(reason)));
    }

    worker.on("message", (message: TaskMessage) => {
      if ("ready" in message) return setReady();
      if ("progress" in message) return onProgress?.(message.progress);
      void settle();
      if ("output" in message) return resolve(message.output as TaskOutput<N>);
      reject(Object.assign(new Error(message.error.message), message.error));
    });
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return end("out-of-memory");
      setReady();
      void settle();
      reject(error);
    });
    worker.once("exit", () => {
      setReady();
      end("gone");
    });
  });
}

import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { TaskMessage } from "./run-task.ts";
import type { Progress } from "./progress.ts";
import { type TaskModule, TASKS } from "./tasks.ts";

/** Entry of the thread that does one task; see run-task.ts. */

/** Reports come no closer together than this, so that a busy task does not drown its core. */
const PACE_MS = 100;

if (parentPort === null) throw new Error("task-worker runs in a worker thread only");
const port = parentPort;
const send = (message: TaskMessage): void => port.postMessage(message);

let last: { at: number; stage: string | undefined } = { at: 0, stage: undefined };
function report(progress: Progress): void {
  const now = performance.now();
  const finished = progress.done >= progress.total;
  if (!finished && progress.stage === last.stage && now - last.at < PACE_MS) return;
  last = { at: now, stage: progress.stage };
  send({ progress });
}

// A thread that is ended while it loads code, SQLite's binary above all, can take the whole process
// with it. So that is done first, and nobody ends the thread before `ready`.
new Database(":memory:").close();

const { name, input } = workerData as { name: keyof typeof TASKS; input: unknown };
try {
  const task: TaskModule = await (TASKS[name] as () => Promise<TaskModule>)();
  send({ ready: true });
  send({ output: await task.run(input, report) });
} catch (error) {
  const { message, code, stack } = error as NodeJS.ErrnoException;
  send({ error: { message, ...(code && { code }), ...(stack && { stack }) } });
}

import { setTimeout as sleep } from "node:timers/promises";

/** `at`: milliseconds after the load began. `due`: that moment by `performance.now()`. */
export type Task = { at: number; run: (due: number) => Promise<void> };

/**
 * Starts every task at its own moment, however long the ones before it take: a portal that falls
 * behind is asked no less for it. Ends when the last one has.
 */
export async function runOpenLoop(tasks: readonly Task[]): Promise<void> {
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (const { at, run } of tasks.toSorted((one, other) => one.at - other.at)) {
    const early = start + at - performance.now();
    if (early > 0) await sleep(early);
    running.push(run(start + at));
  }
  await Promise.all(running);
}

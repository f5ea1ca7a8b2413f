import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import type { SeedOrder, SeedResult } from "./seed-worker.ts";

/** How many seeds, from which one on; others every day would make a failure hard to find again. */
const SEEDS = Number(process.env.LAJUR_SYNC_SEEDS ?? 300);
const FIRST = Number(process.env.LAJUR_SYNC_FIRST ?? 1);
const ACTIONS = 200;

function runSeeds(): Promise<SeedResult[]> {
  const seeds = new SharedArrayBuffer(4);
  new Int32Array(seeds)[0] = FIRST;
  const order: SeedOrder = { seeds, last: FIRST + SEEDS - 1, actions: ACTIONS };
  const results: SeedResult[] = [];
  const work = Array.from(
    { length: Math.max(2, availableParallelism()) },
    () =>
      new Promise<void>((resolve, reject) => {
        const worker = new Worker(new URL("seed-worker.ts", import.meta.url), {
          workerData: order,
        });
        worker.on("message", (result: SeedResult) => results.push(result));
        worker.on("error", reject);
        worker.on("exit", () => resolve());
      }),
  );
  return Promise.all(work).then(() => results);
}

describe("four PCs and a portal, whatever happens between them", () => {
  it(`${SEEDS} seeds of ${ACTIONS} actions: all agree with each other and with the model`, async () => {
    const started = Date.now();
    const results = await runSeeds();
    const failed = results.filter(({ error }) => error !== null).sort((a, b) => a.seed - b.seed);
    const sum = { events: 0, conflicts: 0, checked: 0, gone: 0 };
    for (const { report } of results) {
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += report?.[key] ?? 0;
    }
    console.info(`sync: seeds ${FIRST} to ${FIRST + SEEDS - 1}, ${Date.now() - started} ms`, sum);
    for (const { seed, error } of failed.slice(0, 5)) {
      console.info(`again: npm run test:sync -- --seed ${seed}\n${error}`);
    }
    expect(failed.map(({ seed }) => seed)).toEqual([]);
    expect(results).toHaveLength(SEEDS);
    // Neither idle nor without anything to settle.
    expect(sum.events).toBeGreaterThan(SEEDS * 40);
    expect(sum.conflicts).toBeGreaterThan(SEEDS);
    expect(sum.checked).toBeGreaterThan(SEEDS * 5);
  }, 900_000);
});

import { rmSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import type { Report } from "./check.ts";
import { emptyArchive, fuzzFolder, runSeed } from "./run-seed.ts";

export type SeedOrder = { seeds: SharedArrayBuffer; last: number; actions: number };
export type SeedResult = { seed: number } & (
  | { report: Report; error: null }
  | { report: null; error: string }
);

/** Takes one seed after the other until none is left; the next one is counted by all workers. */
const { seeds, last, actions } = workerData as SeedOrder;
const next = new Int32Array(seeds);
const folder = fuzzFolder();
try {
  const empty = emptyArchive(folder);
  for (let seed = Atomics.add(next, 0, 1); seed <= last; seed = Atomics.add(next, 0, 1)) {
    parentPort?.postMessage(await tried(seed, empty));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function tried(seed: number, empty: string): Promise<SeedResult> {
  try {
    return { seed, report: await runSeed(seed, actions, { folder, empty }), error: null };
  } catch (error) {
    return { seed, report: null, error: error instanceof Error ? error.message : String(error) };
  }
}

import { rmSync } from "node:fs";
import { emptyArchive, fuzzFolder, runSeed } from "./run-seed.ts";

/**
 * `npm run test:sync -- --seed N [--seeds N] [--actions N]`: one run again, with its whole failure,
 * or many one after the other.
 */
const [seed = 1, seeds = 1, actions = 200] = ["--seed", "--seeds", "--actions"].map((name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : Number(process.argv[at + 1]);
});
const folder = fuzzFolder();
try {
  const empty = emptyArchive(folder);
  for (let one = seed; one < seed + seeds; one += 1) {
    const started = performance.now();
    try {
      const report = await runSeed(one, actions, { folder, empty });
      console.log(one, report, `${Math.round(performance.now() - started)} ms`);
    } catch (error) {
      if (seeds === 1) throw error;
      process.exitCode = 1;
      console.log(one, error instanceof Error ? error.message.slice(0, 600) : error);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

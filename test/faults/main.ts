import { parseArgs } from "node:util";
import { commandOf, runNode } from "../../scripts/run.ts";

/**
 * `npm run test:faults`: every fault in full. `-- --seed 17 --round 3 -t "during work"` has one
 * round of one test again, with the same numbers.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    round: { type: "string" },
    "test-name": { type: "string", short: "t" },
  },
});
const { seed, round, "test-name": name } = values;
const env = {
  ...process.env,
  LAJUR_FAULTS: "full",
  ...(seed === undefined ? {} : { LAJUR_FAULTS_SEED: seed }),
  ...(round === undefined ? {} : { LAJUR_FAULTS_ROUND: round }),
};
// One file after the other: what is timed by the clock must not wait for another file's work.
const args = ["run", "test/faults", "--no-file-parallelism", ...(name ? ["-t", name] : [])];
const { code } = await runNode(commandOf("vitest"), args, { env });
process.exitCode = code ?? 1;

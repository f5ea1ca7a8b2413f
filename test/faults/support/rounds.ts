import { randomInt } from "node:crypto";
import { expect } from "vitest";
import { createRandom, type Random } from "./random.ts";

/**
 * How much is tried: a small dose with every `npm test`, all of it with `npm run test:faults`, which
 * sets these variables from its arguments.
 */
const FULL = process.env["LAJUR_FAULTS"] === "full";
const SEED = process.env["LAJUR_FAULTS_SEED"] ?? String(randomInt(2 ** 31));
const ONLY = process.env["LAJUR_FAULTS_ROUND"];

export const dose = (small: number, full: number): number => (FULL ? full : small);

/** Milliseconds that a test may take: `full` minutes in the full dose. */
export const timeFor = (full: number): number => (FULL ? full : 2) * 60_000;

/**
 * Does `work` `times` times, each with numbers of its own that follow from the seed. What fails is
 * told with the command that has it again.
 */
export async function rounds(
  name: string,
  times: number,
  work: (random: Random, round: number) => Promise<void> | void,
): Promise<void> {
  console.info(`${name}: ${times} rounds of seed ${SEED}`);
  for (let round = 1; round <= times; round += 1) {
    if (ONLY !== undefined && round !== Number(ONLY)) continue;
    try {
      await work(createRandom(SEED, name, round), round);
      if (round % 100 === 0) console.info(`${name}: ${round} done`);
    } catch (error) {
      const test = expect.getState().currentTestName?.split(" > ").at(-1) ?? name;
      const again = `npm run test:faults -- --seed ${SEED} --round ${round} -t "${test}"`;
      throw new Error(`round ${round} of ${times}; again: ${again}`, { cause: error });
    }
  }
}

/** The numbers of a part that is tried once, such as making what the rounds start from. */
export const once = (name: string): Random => createRandom(SEED, name);

import { ms } from "../large/measure.ts";
import type { Figure } from "../table.ts";
import { type Office, timedRound } from "./pcs.ts";

const ROUNDS = 51;

/** What a round costs when there is nothing to do, `of` whatever archive. */
export async function idleRounds(of: string, url: string, office: Office): Promise<Figure> {
  await timedRound(office);
  const before = office.requests();
  const spent: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) spent.push(await timedRound(office));
  const requests = (office.requests() - before) / ROUNDS;
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await (await fetch(`${url}/healthz`)).text();
    bare.push(performance.now() - started);
  }
  return {
    what: `sync with nothing to do, ${of}, median of ${ROUNDS}`,
    measured: `${ms(middle(spent))}, ${requests} requests`,
    reference: `${ms(middle(bare))} GET /healthz`,
    aim: "under 5 ms, 2 requests",
  };
}

const middle = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;

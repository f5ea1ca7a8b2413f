import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { createCore } from "#core/core.ts";
import type { Core } from "#core/types.ts";
import type { MethodName, ParamsIn, ResultOf } from "#shared/contract.ts";
import { RESOURCES } from "../support/magetan.ts";
import type { Order, Told } from "./support/child.ts";
import { aside, lastHead } from "./support/heads.ts";
import { createRandom } from "./support/random.ts";
import { createWork } from "./support/work.ts";

/**
 * The process that is killed: opens the archive that the order on its standard input names and
 * works on it, telling every confirmed command with the last event at once, until it dies.
 */
const STDOUT = 1;
/** Written before anything else happens, so that what was confirmed is known however this ends. */
const tell = (told: Told): void => void writeSync(STDOUT, `${JSON.stringify(told)}\n`);

const lines = createInterface({ input: process.stdin });
tell({ ready: true });
const { value: line } = (await lines[Symbol.asyncIterator]().next()) as { value: string };
const { archive, twins, seed, job } = JSON.parse(line) as Order;
const random = createRandom(seed);
const context = { origin: "console", user: null } as const;

function open(): Core {
  const core = createCore({
    ...{ archive, twins, resources: RESOURCES, holder: "uji", version: "0" },
    newId: () => random.id(),
  });
  if (!core.ok) {
    tell({ refused: core.error.code });
    process.exit(1);
  }
  tell({ opened: true });
  return core.value;
}

/** Calls a method that must not be refused. */
async function must<M extends MethodName>(method: M, params: ParamsIn<M>): Promise<ResultOf<M>> {
  const answer = await core.call(method, params, context);
  if (answer.ok) return answer.value as ResultOf<M>;
  tell({ method, refused: answer.error.code });
  throw new Error(`${method}: ${answer.error.message}`);
}

async function backUp(): Promise<never> {
  for (;;) {
    const { runs } = await must("backup.run", {});
    for (const { point } of runs) tell({ point });
  }
}

let core = open();
if (job?.kind === "restore") {
  await must("backup.restore", { path: job.path, point: job.point });
  tell({ restored: true });
  await core.close();
  core = open();
}
const work = createWork(
  (method, params) => core.call(method, params, context),
  createRandom(seed, "work"),
  ({ method, refused }) => {
    if (refused !== null) tell({ method, refused });
    else tell({ method, head: aside(archive, lastHead) });
  },
);
await work.begin();
const backups = job?.kind === "back-up" ? backUp() : Promise.resolve();
async function workOn(): Promise<never> {
  for (;;) await work.one();
}
await Promise.all([backups, workOn()]);

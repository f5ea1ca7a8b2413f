import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../portal/store/open.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { createRandom } from "./large/random.ts";
import { sendForm } from "./portal/citizen.ts";
import { type Line, openLine } from "./portal/line.ts";
import { type PortalNode, startNode } from "./portal/nodes.ts";
import { feedItems, type Seeded, seedOffices } from "./portal/offices.ts";
import { runOpenLoop, type Task } from "./portal/open-loop.ts";
import { createPc } from "./portal/pc.ts";
import { createTally, type Tally } from "./portal/tally.ts";
import { memoryFigure, type Usage } from "./portal/usage.ts";
import { count, type Figure } from "./table.ts";

/** How much a portal is asked in a minute: every PC looks for news once, and forms are sent. */
type Load = { nodes: number; pcs: number; forms: number; minutes: number };

const MINUTE = 60_000;
/** Minutes between two pushes of a PC. */
const PUSH_EVERY = 5;
/** Milliseconds between two looks whether a node is healthy. */
const HEALTH_EVERY = 500;
const REFERENCE = "GET /healthz";

/**
 * The portal under the load of a kabupaten (two nodes on a PostgreSQL that does not wait for its
 * disk, as in the tests) and under that of an office of its own (one node, SQLite).
 */
export async function benchPortal(minutes: number): Promise<Figure[]> {
  const postgres = await startPostgres();
  const kabupaten: Load = { nodes: 2, pcs: 500, forms: 1000, minutes };
  const office: Load = { nodes: 1, pcs: 100, forms: 100, minutes };
  if (typeof postgres === "string") {
    const none = { what: "portal, PostgreSQL", measured: postgres, reference: "", aim: "" };
    return [none, ...(await measure("portal, SQLite", office, null))];
  }
  try {
    return [
      ...(await measure("portal, PostgreSQL", kabupaten, await postgres.database())),
      ...(await measure("portal, SQLite", office, null)),
    ];
  } finally {
    await postgres.stop();
  }
}

async function measure(what: string, load: Load, databaseUrl: string | null): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "lajur-bench-portal-"));
  const data = join(folder, "data");
  mkdirSync(data);
  const openOwn = () => openStore({ data, databaseUrl, databasePool: 2 }, () => {});
  const where = `${what}, ${load.pcs} PCs`;
  const nodes: PortalNode[] = [];
  try {
    const before = await openOwn();
    const seeded = await seedOffices(before, load.pcs);
    await before.close();
    while (nodes.length < load.nodes) {
      nodes.push(await startNode(`node ${nodes.length + 1}`, { folder, databaseUrl }));
    }
    const tally = createTally();
    const { usage, stored } = await runLoad(nodes, load, seeded, tally);
    for (const node of nodes.splice(0)) {
      const warnings = await node.stop();
      if (warnings > 0) tally.fault(`${warnings} warnings in the log of ${node.name}`);
    }
    const after = await openOwn();
    const kept = await feedItems(after);
    await after.close();
    if (kept < stored) throw new Error(`${kept} of ${stored} events and forms are there`);
    return [
      ...tally.figures(where, REFERENCE),
      {
        what: `${where}: events and forms kept`,
        measured: count(kept),
        reference: `${count(stored)} answered as stored`,
        aim: "the same",
      },
      ...[...usage].map(([name, samples]) => memoryFigure(`${where}: memory of ${name}`, samples)),
    ];
  } finally {
    for (const node of nodes) await node.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `stored`: events and forms that the portal answered it had taken. */
async function runLoad(
  nodes: readonly PortalNode[],
  load: Load,
  seeded: Seeded,
  tally: Tally,
): Promise<{ usage: Map<string, Usage[]>; stored: number }> {
  const lines = nodes.map(({ url }) => openLine(url, tally));
  const usage = new Map<string, Usage[]>(nodes.map(({ name }) => [name, []]));
  const look = async (): Promise<void> => {
    for (const node of nodes) usage.get(node.name)?.push(await node.usage());
  };
  let stored = 0;
  const store = (taken: number): void => void (stored += taken);
  await look();
  await runOpenLoop([
    ...pcTasks(lines, seeded, load.minutes, store),
    ...formTasks(lines, seeded, load, tally, store),
    ...healthTasks(lines, load.minutes),
    ...eachMinute(load.minutes, (minute) => [{ at: (minute + 1) * MINUTE, run: look }]),
  ]);
  await look();
  for (const line of lines) await line.close();
  return { usage, stored };
}

/** Every PC has its own second of the minute, and its own minute of five for what it sends. */
function pcTasks(
  lines: readonly Line[],
  { offices, epoch }: Seeded,
  minutes: number,
  store: (events: number) => void,
): Task[] {
  const random = createRandom(11);
  const tokens = offices.flatMap((office) => office.tokens);
  return tokens.flatMap((token, index) => {
    const pc = createPc(turn(lines, index), { token, epoch });
    const [asks, sends] = [random.unit() * MINUTE, random.unit() * MINUTE];
    return eachMinute(minutes, (minute) => [
      { at: minute * MINUTE + asks, run: pc.state },
      // A round's second request follows its first.
      { at: minute * MINUTE + asks + 250, run: pc.feed },
      ...((index + minute) % PUSH_EVERY === 0
        ? [{ at: minute * MINUTE + sends, run: async (due: number) => store(await pc.push(due)) }]
        : []),
    ]);
  });
}

/** Forms are opened at any moment of the minute, as people do. */
function formTasks(
  lines: readonly Line[],
  { offices }: Seeded,
  { forms, minutes }: Load,
  tally: Tally,
  store: (forms: number) => void,
): Task[] {
  const random = createRandom(13);
  return Array.from({ length: forms * minutes }, (_, index) => ({
    at: random.unit() * minutes * MINUTE,
    async run(due: number) {
      const way = { open: turn(lines, index), send: turn(lines, index + 1) };
      if (await sendForm(way, turn(offices, index).id, due)) store(1);
      else tally.fault("form not taken");
    },
  }));
}

const healthTasks = (lines: readonly Line[], minutes: number): Task[] =>
  Array.from({ length: (minutes * MINUTE) / HEALTH_EVERY }, (_, index) => ({
    at: index * HEALTH_EVERY,
    async run(due: number) {
      const ask = { kind: REFERENCE, path: "/healthz", due };
      await Promise.all(lines.map((line) => line.ask(ask)));
    },
  }));

const eachMinute = (minutes: number, tasks: (minute: number) => Task[]): Task[] =>
  Array.from({ length: minutes }, (_, minute) => tasks(minute)).flat();

/** One after the other, and from the first again. */
function turn<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new Error("nothing to take turns with");
  return value;
}

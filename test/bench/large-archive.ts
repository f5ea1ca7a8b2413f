import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openArchive } from "#core/archive/open-archive.ts";
import { createCore } from "#core/core.ts";
import { demoOffice, demoUsers } from "#core/demo/office.ts";
import { applyEvent } from "#shared/request/reduce.ts";
import type { Recorded } from "#shared/request/events.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { at } from "../../scripts/run.ts";
import { CONSOLE } from "../support/core.ts";
import { RESOURCES } from "../support/magetan.ts";
import { createQueue } from "./large/calendar-queue.ts";
import { type Desk, life } from "./large/life.ts";
import { createRandom, type Random } from "./large/random.ts";
import { momentOf, WORK_HOURS } from "./large/work-time.ts";

/**
 * The archive of a made-up office after six busy years: 100,000 requests by the fifteen SOPs, 1.5
 * million events, 200,000 letters. What happens follows from the seed; keys, salts and therefore
 * the hashes of the chain are the archive's own, as they must be.
 */
export const SIZES = { full: 100_000, small: 1_500 } as const;
export type Size = keyof typeof SIZES;

export type LargeArchive = {
  folder: string;
  /** Its writers go on as those of one PC. */
  twins: string;
  /** The moment at which the six years end. */
  now: number;
  /** Seconds it took to write the log, and the projection from it; null when it was there. */
  made: { log: number; projection: number } | null;
  /** Bytes of the database. */
  bytes: number;
};

const SEED = 20_261_116;
/** Written in one transaction: enough to be quick, and little enough to keep its pages at hand. */
const EVENTS_A_COMMIT = 20_000;
/** What shapes the archive; a change of any of it makes it anew. */
const SHAPED_BY = [
  "electron/core/archive",
  "electron/core/search",
  "shared/disposition",
  "shared/letter",
  "shared/privacy",
  "shared/register",
  "shared/request",
  "shared/retention",
  "shared/search",
  "resources/sop",
  "test/bench/large",
  "test/bench/large-archive.ts",
];

export const END = momentOf(WORK_HOURS);

/** Makes the archive under test-results/, or takes the one that the same code made before. */
export async function largeArchive(size: Size): Promise<LargeArchive> {
  const root = at("test-results/bench");
  const name = `${size}-${shape()}`;
  const folder = join(root, name);
  const twins = join(root, "twins");
  mkdirSync(root, { recursive: true });
  let made: LargeArchive["made"] = null;
  if (!existsSync(join(folder, "made.json"))) {
    for (const old of readdirSync(root)) {
      if (old.startsWith(size)) rmSync(join(root, old), { recursive: true });
    }
    const half = `${folder}.half`;
    rmSync(half, { recursive: true, force: true });
    await begin(half, twins);
    made = fill(half, twins, SIZES[size]);
    writeFileSync(join(half, "made.json"), JSON.stringify(made));
    renameSync(half, folder);
  }
  return { folder, twins, now: END, made, bytes: statSync(join(folder, "archive.sqlite")).size };
}

/** The office, its users, and what Lajur ships, through the core. */
async function begin(folder: string, twins: string): Promise<void> {
  const core = createCore({
    archive: folder,
    resources: RESOURCES,
    holder: "uji",
    version: "0.0.0",
    twins,
    now: () => momentOf(0),
    newId: createRandom(SEED).uuid,
  });
  if (!core.ok) throw new Error(core.error.message);
  const say = async (method: string, params: unknown): Promise<void> => {
    const answer = await core.value.call(method, params, CONSOLE);
    if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`);
  };
  await say("office.save", demoOffice);
  for (const user of demoUsers) await say("user.save", user);
  await core.value.close();
}

function fill(
  folder: string,
  twins: string,
  requests: number,
): { log: number; projection: number } {
  const random = createRandom(SEED + 1);
  let now = momentOf(0);
  const opened = openArchive({
    folder,
    holder: "uji",
    twins,
    safeMode: null,
    rescue: null,
    now: () => new Date(now).toISOString(),
    newId: random.uuid,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const archive = opened.value;
  // Nobody is told yet that anything is saved, so the disk need not be waited for.
  archive.db.pragma("synchronous = OFF");
  archive.db.pragma("cache_size = -400000");
  const definitions = archive
    .sql("SELECT definition FROM sop ORDER BY id")
    .pluck()
    .all()
    .map((text) => JSON.parse(text as string) as Definition);
  const started = performance.now();
  const last = new Map<string, number>();
  let open = 0;
  const desk: Desk = {
    users: archive.sql("SELECT id FROM user ORDER BY id").pluck().all() as string[],
    office: archive.sql("SELECT event FROM office").pluck().get() as string,
    day: () => new Date(now).toISOString().slice(0, 10),
    newId: random.uuid,
    nextNumber(register) {
      const year = new Date(now).getUTCFullYear();
      const value = (last.get(`${register}${year}`) ?? 0) + 1;
      last.set(`${register}${year}`, value);
      return { year, value };
    },
    storeRequester: archive.identities.store,
    write(id, by, state, definition, events) {
      let next = state;
      for (const event of archive.log.append(id, by, events)) {
        next = applyEvent(next, event as unknown as Recorded, definition, id);
        open += 1;
      }
      if (next === null) throw new Error("no events to write");
      return next;
    },
  };
  live(archive.db, desk, random, definitions, requests, (moment) => {
    now = moment;
    const full = open >= EVENTS_A_COMMIT;
    if (full) open = 0;
    return full;
  });
  const written = performance.now();
  archive.rebuild();
  const ended = performance.now();
  archive.db.pragma("wal_checkpoint(TRUNCATE)");
  archive.close();
  return { log: (written - started) / 1000, projection: (ended - written) / 1000 };
}

/**
 * Runs every life in the order of time until the six years are over. `moveTo` sets the clock and
 * says when it is time to commit.
 */
function live(
  db: { exec(sql: string): unknown },
  desk: Desk,
  random: Random,
  definitions: readonly Definition[],
  requests: number,
  moveTo: (moment: number) => boolean,
): void {
  const inHouse = definitions.filter((one) => one.requesterLane === null);
  const asked = definitions.filter((one) => one.requesterLane !== null);
  const queue = createQueue<Generator<number> | null>();
  // Every request is begun where its place among all falls, a little more often every year.
  const begins = (index: number): number => WORK_HOURS * ((index + 0.5) / requests) ** 0.85;
  queue.add(begins(0), 0, null);
  db.exec("BEGIN");
  for (let next = queue.take(); next !== undefined && next.at < WORK_HOURS; next = queue.take()) {
    const { at, no } = next;
    if (moveTo(momentOf(at))) db.exec("COMMIT; BEGIN");
    if (next.value === null && no + 1 < requests) queue.add(begins(no + 1), no + 1, null);
    const definition = random.pick(random.chance(0.25) ? inHouse : asked);
    const one = next.value ?? life(desk, random, definition);
    const step = one.next();
    if (step.done !== true) queue.add(at + step.value, no, one);
  }
  db.exec("COMMIT");
}

function shape(): string {
  const hash = createHash("sha256");
  for (const path of SHAPED_BY) {
    for (const file of filesOf(at(path))) hash.update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

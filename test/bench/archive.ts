import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openArchive } from "#core/archive/open-archive.ts";
import { at } from "../../scripts/run.ts";
import { largeArchive, type Size, SIZES } from "./large-archive.ts";
import { commitsOf } from "./large/commits.ts";
import { ms, p95, quantile, timed } from "./large/measure.ts";
import { type BenchCore, openLarge } from "./large/open.ts";
import { pagesOf, WORDS } from "./large/pages.ts";
import { createRandom } from "./large/random.ts";
import { benchLargeSync } from "./sync/large.ts";
import { benchSearch } from "./search.ts";
import { count, type Figure, perSecond } from "./table.ts";

const SAMPLES = 400;
const STEPS = 400;

/** What an office has after six busy years, each figure beside a reference of the same run. */
export async function benchArchive(size: Size): Promise<Figure[]> {
  const large = await largeArchive(size);
  // What is measured is a copy, so that the next run finds the archive as it was made.
  mkdirSync(at("test-results/bench"), { recursive: true });
  const folder = mkdtempSync(at("test-results/bench/work-"));
  cpSync(large.folder, folder, { recursive: true });
  const file = join(folder, "archive.sqlite");
  const twins = join(folder, "twins");
  try {
    const db = new Database(file, { readonly: true });
    const events = db.prepare("SELECT count(*) FROM event").pluck().get() as number;
    const ids = db.prepare("SELECT id FROM request ORDER BY created").pluck().all() as string[];
    const letters = db.prepare("SELECT count(*) FROM letter").pluck().get() as number;
    if (ids.length !== SIZES[size] || letters < ids.length * 2 || events < ids.length * 15) {
      throw new Error(`${ids.length} requests, ${letters} letters, ${events} events: too few`);
    }
    db.close();
    const figures: Figure[] = [
      {
        what: `archive of ${count(ids.length)} requests, ${count(events)} events, ${count(letters)} letters`,
        measured:
          large.made === null
            ? "made before"
            : `${(large.made.log + large.made.projection).toFixed(0)} s to make`,
        reference: large.made === null ? "" : `${large.made.log.toFixed(0)} s of it for the log`,
        aim: "reported",
      },
      {
        what: "bytes an event, all tables and indexes",
        measured: count(Math.round(large.bytes / events)),
        reference: `${count(Math.round(logBytes(file) / events))} of them the log's table alone`,
        aim: "under 700",
      },
    ];
    const { core, figure } = await opening(folder, twins, large.now);
    figures.push(figure);
    figures.push(...(await lists(core, file, ids.length)));
    figures.push(await opens(core, file, ids));
    figures.push(...(await benchSearch(core)));
    figures.push(await commitsOf(core, folder, STEPS));
    figures.push(await rebuilding(core, file, events));
    await core.core.close();
    figures.push(rebuildingAlone(folder, twins, large.now, events));
    figures.push(memory(folder, twins, large.now));
    figures.push(...(await benchLargeSync(folder, twins)));
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FIRST_PAGE = "SELECT * FROM request ORDER BY created DESC LIMIT 100";

async function opening(
  folder: string,
  twins: string,
  now: number,
): Promise<{ core: BenchCore; figure: Figure }> {
  const bareStarted = performance.now();
  const bare = new Database(join(folder, "archive.sqlite"));
  if (bare.prepare(FIRST_PAGE).all().length !== 100) throw new Error("the list is short");
  const bareSpent = performance.now() - bareStarted;
  bare.close();
  const started = performance.now();
  const core = openLarge(folder, twins, now);
  await core.call("app.state", {});
  const { rows } = await core.call("request.list", {});
  const spent = performance.now() - started;
  if (rows.length !== 100) throw new Error("the first list is short");
  return {
    core,
    figure: {
      what: "opening, to the first list",
      measured: ms(spent),
      reference: `${ms(bareSpent)} for SQLite alone`,
      aim: "under 1,000 ms",
    },
  };
}

async function lists(core: BenchCore, file: string, total: number): Promise<Figure[]> {
  const { sops } = await core.call("sop.list", {});
  const pages = pagesOf(
    total,
    sops.map(({ id }) => id),
  );
  const spent = await timed(pages, (page) => core.call("request.list", page));
  const slowest = pages[spent.indexOf(Math.max(...spent))];
  if (process.env.LAJUR_BENCH_SLOWEST !== undefined) console.log("slowest page", slowest);
  const words = await timed(WORDS, (typed) => core.call("request.list", { words: typed }));
  const bare = new Database(file, { readonly: true });
  const first = bare.prepare(FIRST_PAGE);
  const alone = await timed(pages, () => first.all());
  bare.close();
  const reference = `${ms(quantile(alone, 0.95))} the first page by SQLite alone`;
  return [
    {
      what: `page of 100 requests with its total, p95 of ${pages.length}`,
      measured: p95(spent),
      reference,
      aim: "under 16 ms",
    },
    {
      what: `page of 100 requests by words, p95 of ${WORDS.length}`,
      measured: p95(words),
      reference,
      aim: "under 16 ms",
    },
  ];
}

async function opens(core: BenchCore, file: string, ids: readonly string[]): Promise<Figure> {
  const random = createRandom(7);
  const sample = Array.from({ length: SAMPLES }, () => random.pick(ids));
  const spent = await timed(sample, async (id) => {
    await core.call("request.get", { id });
    await core.call("history.list", { request: id });
  });
  const bare = new Database(file, { readonly: true });
  const read = bare.prepare("SELECT * FROM event WHERE stream = ? ORDER BY lamport");
  const alone = await timed(sample, (id) => read.all(id));
  bare.close();
  return {
    what: `one request with its history, p95 of ${SAMPLES}`,
    measured: p95(spent),
    reference: `${ms(quantile(alone, 0.95))} its events by SQLite alone`,
    aim: "under 20 ms",
  };
}

async function rebuilding(core: BenchCore, file: string, events: number): Promise<Figure> {
  const bare = new Database(file, { readonly: true });
  const bareStarted = performance.now();
  let bytes = 0;
  for (const body of bare
    .prepare("SELECT body FROM event ORDER BY stream, lamport")
    .pluck()
    .iterate()) {
    bytes += JSON.stringify(JSON.parse(body as string)).length;
  }
  const bareSpent = performance.now() - bareStarted;
  bare.close();
  if (bytes === 0) throw new Error("no event was read");
  const started = performance.now();
  const rebuilt = await core.call("archive.rebuild", {});
  const spent = performance.now() - started;
  if (rebuilt.events < events) throw new Error("events are missing");
  return {
    what: "rebuild with the search index, events a second",
    measured: `${count(perSecond(events, spent))} (${(spent / 1000).toFixed(1)} s)`,
    reference: `${count(perSecond(events, bareSpent))} read and parsed alone`,
    aim: "reported",
  };
}

/** All but the search index, which needs no rebuild where only what the screens show is in doubt. */
function rebuildingAlone(folder: string, twins: string, now: number, events: number): Figure {
  const opened = openArchive({
    folder,
    twins,
    holder: "uji",
    safeMode: null,
    rescue: null,
    now: () => new Date(now).toISOString(),
    newId: createRandom(9).uuid,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const archive = opened.value;
  const bareStarted = performance.now();
  for (const id of archive.log.streams()) archive.log.read(id);
  const read = performance.now() - bareStarted;
  const begun = performance.now();
  archive.rebuild("kept");
  const spent = performance.now() - begun;
  archive.close();
  return {
    what: "rebuild without the search index, events a second",
    measured: `${count(perSecond(events, spent))} (${(spent / 1000).toFixed(1)} s)`,
    reference: `${count(perSecond(events, read))} read stream by stream alone`,
    aim: "over 60,000",
  };
}

/** A process of its own opens, lists, opens requests, searches and rebuilds. */
function memory(folder: string, twins: string, now: number): Figure {
  const run = (script: string, ...args: string[]): { most: number; steady: number } =>
    JSON.parse(
      execFileSync(process.execPath, [at(script), ...args], { encoding: "utf8" }),
    ) as never;
  const used = run("test/bench/large/memory.ts", folder, twins, String(now));
  const bare = run("test/bench/large/memory.ts");
  const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  return {
    what: "memory of the core's process: opened, listed, searched, rebuilt",
    measured: `${mb(used.most)} at most, ${mb(used.steady)} before the rebuild`,
    reference: `${mb(bare.most)} for Node with the same code alone`,
    aim: "under 300 MB",
  };
}

function logBytes(file: string): number {
  const db = new Database(file, { readonly: true });
  const bytes = db
    .prepare("SELECT sum(pgsize) FROM dbstat WHERE name = 'event' AND aggregate = TRUE")
    .pluck()
    .get();
  db.close();
  return (bytes as number | null) ?? statSync(file).size;
}

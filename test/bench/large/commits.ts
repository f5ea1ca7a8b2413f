import { join } from "node:path";
import Database from "better-sqlite3";
import type { BenchCore } from "./open.ts";
import { quantile, ms } from "./measure.ts";
import type { Figure } from "../table.ts";

type Open = { id: string; step: number; branch: string | undefined };

/**
 * One step through the whole core (parsing, deciding, chain, projection, answer) and one bare
 * commit of a row of the event's size, by turns on the same disk, so that both meet the same
 * moments.
 */
export async function commitsOf(core: BenchCore, folder: string, most: number): Promise<Figure> {
  const open = await openRequests(core, most);
  const bare = new Database(join(folder, "bare.sqlite"));
  bare.pragma("journal_mode = WAL");
  bare.pragma("synchronous = FULL");
  bare.exec("CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT)");
  const insert = bare.prepare("INSERT INTO bare (body) VALUES (?)");
  const body = "x".repeat(sizeOfStep(folder));
  const commit = bare.transaction(() => insert.run(body));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const { id, step, branch } of open) {
    const started = performance.now();
    await core.call("step.complete", { request: id, step, ...(branch && { branch }) });
    const between = performance.now();
    commit.immediate();
    theirs.push(performance.now() - between);
    ours.push(between - started);
  }
  bare.close();
  const [mine, others] = [quantile(ours, 0.95), quantile(theirs, 0.95)];
  return {
    what: `one step, decided, committed and answered, p95 of ${open.length}`,
    measured: `${ms(mine)} (median ${ms(quantile(ours, 0.5))})`,
    reference: `${ms(others)} (median ${ms(quantile(theirs, 0.5))}) a bare commit of ${body.length} bytes`,
    aim: `within twice (${(mine / others).toFixed(1)} times)`,
  };
}

/** Running requests with the step each stands on, and the first branch where it decides. */
async function openRequests(core: BenchCore, most: number): Promise<Open[]> {
  const open: Open[] = [];
  for (let offset = 0; open.length < most; offset += 100) {
    const { rows } = await core.call("request.list", { status: "running", offset });
    if (rows.length === 0) break;
    for (const { id, paused } of rows) {
      if (paused || open.length === most) continue;
      const { current } = await core.call("request.get", { id });
      if (current !== null) open.push({ id, step: current.step, branch: current.branches[0] });
    }
  }
  return open;
}

function sizeOfStep(folder: string): number {
  const db = new Database(join(folder, "archive.sqlite"), { readonly: true });
  const bytes = db
    .prepare(
      `SELECT avg(length(body) + length(after) + 200) FROM
         (SELECT body, after FROM event WHERE type = 'step.completed' LIMIT 1000)`,
    )
    .pluck()
    .get() as number;
  db.close();
  return Math.round(bytes);
}

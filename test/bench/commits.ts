import { rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { CONSOLE, intake, openCore } from "../support/core.ts";
import { count, type Figure, perSecond } from "./table.ts";

const REQUESTS = 120;
/** Completed by turns so that every step of the sheet counts. */
const WALK = [3, 4, 7, 8, 9, 10] as const;

/**
 * Commits of one step through the whole core (parsing, deciding, chain, projection) against bare
 * better-sqlite3 commits of a row of the same size under the same settings.
 */
export async function benchCommits(): Promise<Figure> {
  const lajur = openCore();
  const ids: string[] = [];
  for (let index = 0; index < REQUESTS; index += 1) {
    ids.push((await lajur.call("request.create", { ...intake, letterInHand: true })).id);
  }
  let steps = 0;
  const started = performance.now();
  for (const step of WALK) {
    for (const request of ids) {
      const decision = step === 4 ? { branch: "Ya" } : {};
      const answer = await lajur.core.call(
        "step.complete",
        { request, step, ...decision },
        CONSOLE,
      );
      if (!answer.ok) throw new Error(answer.error.message);
      steps += 1;
    }
  }
  const spent = performance.now() - started;
  await lajur.core.close();

  const db = new Database(join(lajur.folder, "archive.sqlite"));
  const ended = db.prepare("SELECT count(*) FROM request WHERE outcome = 'selesai'").pluck().get();
  if (ended !== REQUESTS) throw new Error(`only ${String(ended)} of ${REQUESTS} walks ended`);
  const bytes = db
    .prepare(
      "SELECT avg(length(body) + length(after) + 200) FROM event WHERE type = 'step.completed'",
    )
    .pluck()
    .get() as number;
  const bare = bareCommits(db, steps, "x".repeat(Math.round(bytes)));
  db.close();
  rmSync(lajur.folder, { recursive: true });
  return {
    what: "commits of one step a second",
    measured: count(perSecond(steps, spent)),
    reference: `${count(perSecond(steps, bare))} bare commits of ${Math.round(bytes)} bytes`,
    aim: `at least half (${((bare / spent) * 100).toFixed(0)} %)`,
  };
}

function bareCommits(db: Database.Database, steps: number, row: string): number {
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec("CREATE TABLE bare (id INTEGER PRIMARY KEY, body TEXT)");
  const insert = db.prepare("INSERT INTO bare (body) VALUES (?)");
  const commit = db.transaction((body: string) => insert.run(body));
  const started = performance.now();
  for (let index = 0; index < steps; index += 1) commit.immediate(row);
  return performance.now() - started;
}

import { join } from "node:path";
import Database from "better-sqlite3";
import type { Checked, CheckStage } from "#shared/maintenance/contract.ts";
import type { Db } from "../archive/database.ts";
import type { Report } from "../tasks/progress.ts";
import { checkChains, isCorrupt } from "./chains.ts";
import { checkIdentities } from "./identities.ts";
import { checkPages, checkSchema } from "./integrity.ts";
import { checkMirrors } from "./local-tables.ts";
import { createProblems } from "./problems.ts";
import { checkProjection, type Shown } from "./projection-check.ts";
import { checkFiles } from "./stored-files.ts";

export type CheckInput = {
  /** The archive's folder. */
  archive: string;
};

export type CheckOutput = {
  checked: Checked;
  /** Contents that are missing or not as they were kept. */
  files: string[];
};

/**
 * The whole check, in a thread and on a connection of its own: one read transaction, so that it sees
 * one moment of the archive while the work goes on. Writes only into temporary tables.
 */
export const run = ({ archive }: CheckInput, report: Report): Promise<CheckOutput> =>
  checkDatabase(join(archive, "archive.sqlite"), archive, report);

/** Checks a database with the files of the archive in `folder`. */
export async function checkDatabase(
  file: string,
  folder: string,
  report: Report,
): Promise<CheckOutput> {
  const db = new Database(file, { readonly: true });
  try {
    db.pragma("temp_store = FILE");
    db.exec("BEGIN");
    return await check(db, folder, report);
  } finally {
    db.close();
  }
}

async function check(db: Db, folder: string, report: Report): Promise<CheckOutput> {
  const problems = createProblems();
  const { tell } = problems;
  const stage = (name: CheckStage, total: number) => (done: number) =>
    report({ stage: name, done, total });
  /** A part that meets broken pages says so, and the next one goes on. */
  const part = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      tell("pages_broken", null, { detail: (error as Error).message });
      return otherwise;
    }
  };

  stage("pages", 1)(0);
  part(() => checkPages(db, tell), undefined);
  part(() => checkSchema(db, tell), undefined);
  stage("pages", 1)(1);

  const events = part(() => db.prepare("SELECT count(*) FROM event").pluck().get() as number, 0);
  const chains = part(() => checkChains(db, problems, stage("chains", events)), {
    events,
    broken: 0,
    heads: new Map(),
  });

  const shown: Shown = {
    requests: 0,
    files: new Map(),
    identities: new Map(),
    erased: new Set(),
  };
  const compare = (total: number) => stage("projection", total);
  part(() => checkProjection(db, folder, problems, shown, compare), undefined);

  const named = stage("identities", shown.identities.size);
  part(() => checkIdentities(db, shown.identities, shown.erased, problems, named), undefined);
  part(() => checkMirrors(db, tell), undefined);

  const bytes = [...shown.files.values()].reduce((sum, { size }) => sum + size, 0);
  const lost: string[] = [];
  const orphans = await checkFiles(folder, shown.files, tell, stage("files", bytes), lost);

  const numberOf = createNumbers(db);
  const list = problems.list();
  return {
    checked: {
      sound: list.length === 0,
      events: chains.events,
      requests: shown.requests,
      files: shown.files.size,
      orphans,
      found: problems.count(),
      problems: list.map((problem) => ({ ...problem, number: numberOf(problem.request) })),
    },
    files: lost,
  };
}

/** Registration numbers by request, as far as they can be read. */
function createNumbers(db: Db): (request: string | null) => string | null {
  return (request) => {
    try {
      const find = db.prepare("SELECT number FROM main.request WHERE id = ?").pluck();
      return (request !== null && (find.get(request) as string | undefined)) || null;
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      return null;
    }
  };
}

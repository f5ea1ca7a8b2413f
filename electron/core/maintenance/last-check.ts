import type { ResultOf } from "#shared/contract.ts";
import type { Db } from "../archive/database.ts";
import { putMeta, readMeta } from "../archive/meta.ts";
import type { Deps } from "../deps.ts";
import type { CheckOutput } from "./check-task.ts";

const LAST_CHECK = "last_check";
/** Problems remembered with the last check. */
const REMEMBERED = 100;

type Last = NonNullable<ResultOf<"archive.checkState">["last"]>;

/** What a check found, as it is remembered in the archive. */
export function rememberedCheck({ checked }: CheckOutput, at: string): Last {
  return { ...checked, problems: checked.problems.slice(0, REMEMBERED), at };
}

/** Remembers a check in a database. */
export function putLastCheck(db: Db, last: Last): void {
  putMeta(db, LAST_CHECK, JSON.stringify(last));
}

/** What the last check found, kept in the archive itself; in memory alone while nothing is written. */
export function createLastCheck({ archive, clock }: Deps) {
  let latest: Last | null = null;

  return {
    remember(output: CheckOutput): void {
      latest = rememberedCheck(output, clock.instant());
      if (archive.safeMode === null) putLastCheck(archive.db, latest);
    },
    read(): Last | null {
      if (latest !== null) return latest;
      const text = readMeta(archive.db, LAST_CHECK);
      return text === undefined ? null : (JSON.parse(text) as Last);
    },
  };
}

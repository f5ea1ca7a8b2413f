import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { aside, allHeads, type Head, lastHead } from "./heads.ts";
import type { Random } from "./random.ts";
import { openPlace, type Place, placeIn } from "./verify.ts";
import { commitsOf } from "./wal.ts";
import { createWork } from "./work.ts";

/** Where SQLite keeps what it has not yet copied into the database. */
export const logOf = (place: Place): string => join(place.archive, "archive.sqlite-wal");

/** Bytes; at 1,000 pages SQLite copies the log into the database by itself. */
const LONGEST_LOG = 900 * 4120;

/** The last event once the log's transactions up to and with the one at `end` count. */
type Mark = { end: number; head: Head };

/** An archive as a power cut leaves it: the files of one that was at work, and what was confirmed. */
export type Snapshot = {
  /** Put the archive back as it was at that moment, at the place where it was. */
  restore(): Place;
  log: Buffer;
  heads: Head[];
  marks: Mark[];
};

/** What happens to the log of pages before the moment at which the snapshot is taken. */
export type LogKind =
  /** Nothing of it has been copied into the database. */
  | "fresh"
  /** It began anew over an older one, whose frames still stand behind its end. */
  | "worn"
  /** All of it has been copied into the database, and it has not begun anew. */
  | "copied";

/** Works `commands` commands in `folder`, and keeps the files as they stand while it is open. */
export async function snapshotOf(
  folder: string,
  kind: LogKind,
  commands: number,
  random: Random,
): Promise<Snapshot> {
  const place = placeIn(folder);
  const kept = join(folder, "kept");
  await (await openPlace(place).reopen()).core.close();
  const lajur = openPlace(place);
  const headNow = (): Head => {
    const head = aside(place.archive, lastHead);
    if (head === null) throw new Error("an archive without events");
    return head;
  };
  let marks: Mark[] = [{ end: 0, head: headNow() }];
  const mark = (): void => {
    const head = headNow();
    if (head.hash === marks.at(-1)?.head.hash) return;
    marks.push({ end: logEnd(place), head });
  };
  const context = { origin: "console", user: null } as const;
  const work = createWork((name, params) => lajur.core.call(name, params, context), random, mark);
  await work.begin();
  for (let done = 0; done < commands; done += 1) {
    if (kind === "worn" && done === Math.floor(commands * 0.7)) {
      copyLog(place, "RESTART");
      marks = [{ end: 0, head: headNow() }];
    }
    await work.one();
    if (kind !== "copied" && logEnd(place) > LONGEST_LOG) break;
  }
  if (kind === "copied") copyLog(place, "PASSIVE");
  cpSync(place.archive, join(kept, "arsip"), { recursive: true });
  cpSync(place.twins, join(kept, "twins"), { recursive: true });
  const heads = aside(place.archive, allHeads);
  const log = readFileSync(logOf(place));
  await lajur.core.close();
  return {
    log,
    heads,
    marks,
    restore() {
      rmSync(place.archive, { recursive: true, force: true });
      rmSync(place.twins, { recursive: true, force: true });
      cpSync(join(kept, "arsip"), place.archive, { recursive: true });
      cpSync(join(kept, "twins"), place.twins, { recursive: true });
      rmSync(join(place.archive, "archive.sqlite-shm"), { force: true });
      return place;
    },
  };
}

/** Where the last transaction of the log ends, in bytes. */
const logEnd = (place: Place): number => commitsOf(readFileSync(logOf(place))).at(-1) ?? 0;

/** Copies the whole log into the database, as SQLite does by itself now and then. */
function copyLog(place: Place, mode: "PASSIVE" | "RESTART"): void {
  const [done] = aside(place.archive, (db) => db.pragma(`wal_checkpoint(${mode})`)) as {
    busy: number;
    log: number;
    checkpointed: number;
  }[];
  if (done?.busy !== 0 || done.log !== done.checkpointed) throw new Error("the log is in use");
}

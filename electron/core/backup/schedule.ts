import { existsSync } from "node:fs";
import { isDue, isOfToday } from "#shared/backup/due.ts";
import { dayAt, MINUTE } from "#shared/time/days.ts";
import { spansOn } from "#shared/time/open-time.ts";
import type { Zone } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import { readOffice } from "../office/methods.ts";
import type { Destination } from "./destinations.ts";
import { reachOf } from "./reach.ts";
import type { Runner } from "./runner.ts";
import { readyFile } from "./staged.ts";

/** How often it is looked whether a backup is due, and how soon after the start. */
const EVERY = 5 * MINUTE;
const FIRST = MINUTE;
/** Longest that closing waits for a backup; hosts give a core ten seconds in all. */
const CLOSING_MS = 7000;

export type Schedule = {
  /** Makes today's backup where it is missing, as far as that is quick. */
  close(): Promise<void>;
};

/** The daily backup: beside the work at a quiet moment, and what is still missing at closing. */
export function createSchedule(deps: Deps, runner: Runner): Schedule {
  const { archive, clock } = deps;
  let closing = false;

  const zone = (): Zone => readOffice(archive)?.zone ?? "WIB";
  const lastWrite = (): string | null =>
    (archive.sql("SELECT at FROM event ORDER BY rowid DESC LIMIT 1").pluck().get() ?? null) as
      | string
      | null;

  /** The office opens no more today. */
  function isClosed(): boolean {
    const index = archive.calendar.index();
    const local = clock.now() + index.ahead;
    const close = spansOn(index, dayAt(local)).at(-1)?.[1];
    return close === undefined || local >= close;
  }

  const mayRun = (): boolean =>
    !closing && archive.safeMode === null && archive.db.open && !archive.isFresh();

  async function look(): Promise<void> {
    if (!mayRun()) return;
    for (const { id } of runner.destinations.list()) {
      const destination = runner.destinations.find(id);
      if (destination === null || runner.running() !== null) continue;
      if ((await reachOf(destination, archive.folder)).reach !== "ok" || !mayRun()) continue;
      await runner.pointsAt(destination);
      if (!mayRun()) return;
      const { lastGood, lastTried } = runner.destinations.find(id) ?? destination;
      const now = clock.instant();
      const state = { lastGood, lastTried, lastWrite: lastWrite(), now, zone: zone() };
      // What fails stands in the destination's row, and is tried again after an hour.
      if (isDue({ ...state, closed: isClosed() })) await runner.backUp(destination);
    }
  }

  /** What lies at the destinations is known from the start, so that nothing warns in vain. */
  async function learn(): Promise<void> {
    if (!mayRun()) return;
    for (const destination of runner.destinations.list()) {
      if ((await reachOf(destination, archive.folder)).reach === "ok" && mayRun()) {
        await runner.pointsAt(destination);
      }
    }
  }

  let looking: Promise<void> = learn().catch((error: unknown) => console.error(error));
  const tick = (): void => {
    looking = looking.then(look).catch((error: unknown) => console.error(error));
  };
  const first = setTimeout(tick, FIRST).unref();
  const timer = setInterval(tick, EVERY).unref();

  /** Something was saved since the last backup there, and today's is missing. */
  function isMissing({ lastGood }: Destination): boolean {
    const written = lastWrite();
    if (written === null || (lastGood !== null && written <= lastGood)) return false;
    return !isOfToday({ lastGood, now: clock.instant(), zone: zone() });
  }

  async function lastOfDay(): Promise<void> {
    for (const destination of runner.destinations.list()) {
      if (isMissing(destination)) await runner.backUp(destination);
    }
  }

  return {
    async close() {
      const wanted = mayRun() && !existsSync(readyFile(archive.folder));
      closing = true;
      clearTimeout(first);
      clearInterval(timer);
      if (!wanted) return;
      let late: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        late = setTimeout(resolve, CLOSING_MS);
      });
      const work = looking.then(lastOfDay).catch((error: unknown) => console.error(error));
      await Promise.race([work, patience]);
      clearTimeout(late);
      await runner.stop();
    },
  };
}

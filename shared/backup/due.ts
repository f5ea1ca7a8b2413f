import { DAY, HOUR, MINUTE } from "#shared/time/days.ts";
import { dayOf, type Zone } from "#shared/time/zone.ts";

/** After this many days without a good backup the screen warns (issue 6). */
export const WARN_DAYS = 3;
/** A try that failed is repeated no sooner. */
const RETRY = HOUR;
/** Nobody has saved anything for so long: a quiet moment. */
const QUIET = 2 * MINUTE;

export type DueState = {
  /** ISO instants; null where there is none. */
  lastGood: string | null;
  lastTried: string | null;
  lastWrite: string | null;
  now: string;
  zone: Zone;
  /** The office has closed for today, or stays closed. */
  closed: boolean;
};

/**
 * Whether the day's backup should run now, beside the work: today's is missing, nobody is saving,
 * and the office has closed or the last one is older than a day.
 */
export function isDue(state: DueState): boolean {
  const { lastGood, lastTried, lastWrite, now, closed } = state;
  const moment = Date.parse(now);
  const since = (instant: string | null): number =>
    // A moment that lies ahead was written under a wrong clock: it says nothing.
    instant === null || Date.parse(instant) > moment + DAY
      ? Infinity
      : moment - Date.parse(instant);
  if (isOfToday(state)) return false;
  if (since(lastTried) < RETRY || since(lastWrite) < QUIET) return false;
  return closed || since(lastGood) >= DAY;
}

/** Today's backup is there already. */
export function isOfToday({
  lastGood,
  now,
  zone,
}: Pick<DueState, "lastGood" | "now" | "zone">): boolean {
  return lastGood !== null && dayOf(lastGood, zone) === dayOf(now, zone);
}

export type BackupWarning = { kind: "fine" | "nowhere" | "never" | "old"; days: number };

/**
 * What the screen warns of: no place to go to, never made, or older than three days. `lastGood` is
 * the latest over all destinations; an archive without requests has nothing to lose.
 */
export function warningOf(state: {
  destinations: number;
  requests: number;
  lastGood: string | null;
  now: string;
}): BackupWarning {
  const { destinations, requests, lastGood, now } = state;
  if (requests === 0) return { kind: "fine", days: 0 };
  if (destinations === 0) return { kind: "nowhere", days: 0 };
  if (lastGood === null) return { kind: "never", days: 0 };
  const days = Math.floor((Date.parse(now) - Date.parse(lastGood)) / DAY);
  return { kind: days >= WARN_DAYS ? "old" : "fine", days: Math.max(0, days) };
}

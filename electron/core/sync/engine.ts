import { failure } from "#shared/errors.ts";
import { PROTOCOL } from "#shared/sync/protocol.ts";
import { diskFailure } from "../failure-of.ts";
import { fetchFiles } from "./fetch-files.ts";
import { pullFeed } from "./pull.ts";
import { pushEvents } from "./push.ts";
import { reconcile } from "./reconcile.ts";
import {
  asksAnew,
  type Counts,
  endsRound,
  noCounts,
  type Round,
  type Trouble,
  troubleOf,
} from "./round.ts";
import { sendFiles } from "./send-files.ts";
import { sendMessages } from "./send-messages.ts";

export type EngineDeps = Omit<Round, "asked" | "metered" | "counts">;

/** How a round went. What was done stays done, also where there is trouble. */
export type Outcome = Counts & { trouble: Trouble };

export type SyncEngine = ReturnType<typeof createSyncEngine>;

/** How often within one round both compare anew how far they are. */
const MOST_RECONCILED = 3;
/** How long the list of offices is good for, in milliseconds. */
const OFFICES_MS = 6 * 3_600_000;

/**
 * One whole round with the portal: events out, the feed in, messages out, files out, files in. Each
 * step may be broken off and done again. Only one round at a time; with nothing to do it is one
 * request.
 */
export function createSyncEngine(deps: EngineDeps) {
  const { client, places, archive } = deps;
  let officesAt: number | null = null;

  async function run({
    asked = false,
    metered = false,
  }: { asked?: boolean; metered?: boolean } = {}): Promise<Outcome> {
    const round: Round = { ...deps, asked, metered, counts: noCounts() };
    try {
      const trouble = await wholeRound(round);
      if (trouble === null) places.succeeded(archive.now());
      return { ...round.counts, trouble };
    } catch (error) {
      // A full disk, or a folder that is gone, says so; anything else is a bug.
      const disk = diskFailure(error, archive.folder);
      if (disk === null) throw error;
      return { ...round.counts, trouble: troubleOf(disk) };
    } finally {
      deps.report(null);
    }
  }

  async function wholeRound(round: Round): Promise<Trouble> {
    let events = await exchangeEvents(round);
    for (let left = MOST_RECONCILED; left > 0 && events !== null && asksAnew(events); left -= 1) {
      places.forgetEpoch();
      events = await exchangeEvents(round);
    }
    if (events === null && deps.onComplete?.() === true) events = await exchangeEvents(round);
    if (events !== null && endsRound(events)) return events;
    // What the messages that came in say is written by this PC, and goes out at once.
    if (events === null && deps.onCaughtUp()) events = await exchangeEvents(round);
    if (events !== null && endsRound(events)) return events;
    // What was refused of one kind holds up nothing of another.
    let trouble = events;
    for (const step of [sendMessages, sendFiles, fetchFiles, readOffices]) {
      const met = await step(round);
      if (met !== null && endsRound(met)) return met;
      trouble ??= met;
    }
    return trouble;
  }

  /** Now and then, so that a step can be handed over without a line. */
  async function readOffices({ asked }: Round): Promise<Trouble> {
    const now = Date.parse(archive.now());
    const known = officesAt !== null && now >= officesAt && now < officesAt + OFFICES_MS;
    if (known && !asked) return null;
    const answer = await client.offices();
    if (!answer.ok) return answer;
    officesAt = now;
    deps.onOffices(answer.value);
    return null;
  }

  async function exchangeEvents(round: Round): Promise<Trouble> {
    const state = await client.state(places.seen());
    if (!state.ok) return state;
    const { epoch, cursor, office, device, protocol } = state.value;
    const version = versionTrouble(protocol);
    if (version !== null) return version;
    places.rename(office, device);
    if (places.place().epoch !== epoch) {
      const met = await reconcile(round);
      if (met !== null) return met;
    }
    const pushed = await pushEvents(round, cursor);
    if (pushed.trouble !== null && (endsRound(pushed.trouble) || asksAnew(pushed.trouble))) {
      return pushed.trouble;
    }
    return (await pullFeed(round, pushed.end)) ?? pushed.trouble;
  }

  /** Null where both speak the same protocol. */
  function versionTrouble({ oldest, newest }: { oldest: number; newest: number }): Trouble {
    if (PROTOCOL >= oldest && PROTOCOL <= newest) return null;
    const code = PROTOCOL < oldest ? "app_too_old" : "portal_too_old";
    const host = new URL(places.connection()?.url ?? "http://portal").host;
    return { ...troubleOf(failure(code, { host })), status: 426 };
  }

  return { run };
}

import { type Failure, failure, ok, type Result } from "#shared/errors.ts";
import type { Archive } from "../archive/archive.ts";
import type { Clock } from "../clock.ts";
import { backoff } from "./backoff.ts";
import type { Outcome } from "./engine.ts";
import { watchLine } from "./line-watch.ts";
import type { Link } from "./link.ts";
import type { Places } from "./places.ts";
import { waitingEvents } from "./push.ts";
import { endsConnection, endsRound, type Outbox } from "./round.ts";

/** Milliseconds: after a change of this PC's own, when idle, and after the start. */
const TIMES = { poke: 2_000, poll: 60_000, first: 3_000 };

export type RoundsDeps = {
  archive: Archive;
  places: Places;
  link: Link;
  outbox: Outbox;
  clock: Clock;
  /** Syncs by itself, as a window that stays open does. */
  automatic: boolean;
  random: () => number;
  /** The PC's own network addresses. */
  addresses: () => string;
  /** Something else has the line for itself. */
  isTaken: () => boolean;
  told: () => void;
};

export type Rounds = ReturnType<typeof createRounds>;

/** When a round is due, one at a time, and how the last one went. */
export function createRounds(deps: RoundsDeps) {
  const { archive, places, link, outbox, clock, random, addresses, told } = deps;
  let current: Promise<Outcome | null> | null = null;
  let closed = false;
  let trouble: Failure | null = null;
  let unreachable = false;
  let failures = 0;
  /** Milliseconds for which the portal asked not to be asked. */
  let wait: number | null = null;
  /** Events that even a round without trouble did not send, such as behind a refused one. */
  let leftOver = 0;
  let timer: { due: number; handle: NodeJS.Timeout } | null = null;
  let watch: { close(): void } | null = null;

  /** One round, unless one is at work. Null where there is none to be had. */
  async function run(asked: boolean): Promise<Outcome | null> {
    if (current !== null || closed || deps.isTaken()) return current;
    const way = link.open();
    if (!way.ok) {
      trouble = way.error;
      told();
      return null;
    }
    const { metered } = places.settings();
    clearTimer();
    current = way.value.engine.run({ asked, metered }).then(settle, (error: unknown) => {
      console.error(error);
      failures += 1;
      trouble = failure("internal");
      return null;
    });
    told();
    try {
      return await current;
    } finally {
      current = null;
      later();
      told();
    }
  }

  function settle(outcome: Outcome): Outcome {
    const met = outcome.trouble;
    trouble = met?.error ?? null;
    unreachable = met !== null && endsRound(met) && !endsConnection(met);
    failures = unreachable ? failures + 1 : 0;
    wait = met?.retryAfter ?? null;
    leftOver = waitingEvents({ archive, places });
    if (met !== null && endsConnection(met) && !closed) places.stop(met.error);
    return outcome;
  }

  const mayRun = (): boolean =>
    deps.automatic &&
    !closed &&
    archive.safeMode === null &&
    link.token()?.ok === true &&
    places.settings().automatic &&
    places.stopped() === null;

  /** Sets the next round by itself. */
  function later(): void {
    watch?.close();
    watch = null;
    if (!mayRun()) return;
    if (unreachable) {
      at(Math.max(wait ?? 0, backoff(failures, random())));
      watch = watchLine(addresses, () => at(0));
      return;
    }
    at(hasWork() ? TIMES.poke : TIMES.poll);
  }

  /** A round in so many milliseconds, unless one comes sooner. */
  function at(ms: number): void {
    const due = clock.now() + ms;
    if (current !== null || (timer !== null && timer.due <= due)) return;
    clearTimer();
    const handle = setTimeout(() => {
      timer = null;
      void run(false);
    }, ms).unref();
    timer = { due, handle };
    told();
  }

  function clearTimer(): void {
    if (timer !== null) clearTimeout(timer.handle);
    timer = null;
  }

  /** Something is here that the portal lacks and that has not just been refused. */
  const hasWork = (): boolean =>
    trouble === null &&
    (waitingEvents({ archive, places }) > leftOver || outbox.waiting().messages > 0);

  if (mayRun()) at(TIMES.first);

  return {
    /** A whole round now, after the one that may be at work. */
    async now(): Promise<Result<null>> {
      await current;
      const way = link.open();
      if (!way.ok) return way;
      const outcome = await run(true);
      if (outcome === null) return { ok: false, error: trouble ?? failure("internal") };
      return outcome.trouble === null ? ok(null) : { ok: false, error: outcome.trouble.error };
    },
    /** Waits for the round that is at work. */
    idle: async (): Promise<void> => void (await current),
    /** Something was written here. */
    poke(): void {
      if (current === null && mayRun() && hasWork()) at(TIMES.poke);
    },
    /** Sets the time of the next round anew, after the settings have changed. */
    plan(): void {
      if (current !== null) return;
      clearTimer();
      later();
    },
    /** What was known of the line no longer holds; the first round follows at once. */
    async begin(): Promise<void> {
      await link.hangUp();
      await current;
      link.learn();
      trouble = null;
      unreachable = false;
      failures = 0;
      leftOver = 0;
      clearTimer();
      if (mayRun()) at(0);
      told();
    },
    status: () => ({
      busy: current !== null,
      trouble,
      unreachable,
      next: timer === null ? null : new Date(timer.due).toISOString(),
    }),
    async close(): Promise<void> {
      closed = true;
      clearTimer();
      watch?.close();
      await link.hangUp();
      await current;
    },
  };
}

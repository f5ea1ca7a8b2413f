import { setTimeout } from "node:timers/promises";

/** Longest pause at once, so that a changed limit and an end are soon noticed. */
const NAP_MS = 250;

/**
 * A limit of bytes a second over everything that goes through it, both ways. A second's worth may
 * go at once after a pause.
 */
export type Bucket = {
  /** Resolves when so many bytes may go; rejects when `signal` is aborted. */
  take(bytes: number, signal: AbortSignal): Promise<void>;
};

/** `limit` is asked anew every time; null for none. `now` are milliseconds of a steady clock. */
export function createBucket(
  limit: () => number | null,
  now: () => number = () => performance.now(),
): Bucket {
  let left = 0;
  let at = now();
  return {
    async take(bytes, signal) {
      let owed = true;
      for (;;) {
        signal.throwIfAborted();
        const rate = limit();
        if (rate === null) return;
        const moment = now();
        left = Math.min(rate, left + ((moment - at) * rate) / 1000);
        at = moment;
        // What is asked for is taken at once, and waited for until it is paid back.
        if (owed) left -= bytes;
        owed = false;
        if (left >= 0) return;
        await setTimeout(Math.min(NAP_MS, Math.ceil((-left * 1000) / rate)), undefined, { signal });
      }
    },
  };
}

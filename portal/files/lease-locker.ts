import { setTimeout as sleep } from "node:timers/promises";
import type { Lock, Locker, RequestRelease } from "@tus/server";
import type { Store } from "../store/store.ts";

/** Milliseconds. A node that died holds an upload for `lease` at most. */
const TIMES = { lease: 15_000, renew: 1000, poll: 150, patience: 30_000 };

export type LeaseLocker = Locker & {
  /** Runs `work` while no request writes to the upload; false when it could not be had. */
  whileHeld(upload: string, work: () => Promise<void>): Promise<boolean>;
};

type Deps = {
  store: Store;
  newId: () => string;
  now: () => Date;
  onError: (error: unknown) => void;
  times?: typeof TIMES;
};

/**
 * One request at a time for an upload, over all nodes. The upload of a broken line is still held by
 * the request that hasn't noticed: whoever comes next asks for it, and the holder lets go.
 */
export function createLeaseLocker({
  store,
  newId,
  now,
  onError,
  times = TIMES,
}: Deps): LeaseLocker {
  const held = new Map<string, RequestRelease>();
  const { db } = store;
  const untilNow = (): number => now().getTime() + times.lease;

  async function take(upload: string, holder: string): Promise<boolean> {
    const got = await db
      .insertInto("upload_lease")
      .values({ upload, holder, until: untilNow(), wanted: 0 })
      .onConflict((conflict) =>
        conflict
          .column("upload")
          .doUpdateSet({ holder, until: untilNow(), wanted: 0 })
          .where("upload_lease.until", "<", now().getTime()),
      )
      .returning("holder")
      .execute();
    return got.length > 0;
  }

  async function ask(upload: string): Promise<void> {
    await held.get(upload)?.();
    await db
      .updateTable("upload_lease")
      .set({ wanted: 1 })
      .where("upload", "=", upload)
      .where("wanted", "=", 0)
      .execute();
  }

  /** Says whether the lease still stands and nobody else wants it. */
  async function renew(upload: string, holder: string): Promise<boolean> {
    const rows = await db
      .updateTable("upload_lease")
      .set({ until: untilNow() })
      .where("upload", "=", upload)
      .where("holder", "=", holder)
      .returning("wanted")
      .execute();
    return rows[0]?.wanted === 0;
  }

  function newLock(upload: string): Lock {
    const holder = newId();
    let timer: NodeJS.Timeout | null = null;
    return {
      async lock(signal, release) {
        const giveUp = performance.now() + times.patience;
        while (!(await take(upload, holder))) {
          if (signal.aborted || performance.now() > giveUp) throw unavailable();
          await ask(upload);
          await sleep(times.poll);
        }
        held.set(upload, release);
        timer = setInterval(() => {
          renew(upload, holder)
            .then((alone) => (alone ? undefined : release()))
            .catch(onError);
        }, times.renew);
        timer.unref();
      },
      async unlock() {
        if (timer !== null) clearInterval(timer);
        held.delete(upload);
        await db
          .deleteFrom("upload_lease")
          .where("upload", "=", upload)
          .where("holder", "=", holder)
          .execute();
      },
    };
  }

  async function whileHeld(upload: string, work: () => Promise<void>): Promise<boolean> {
    const lock = newLock(upload);
    try {
      // What is done here is short and does not let go before its end.
      await lock.lock(new AbortController().signal, () => {});
    } catch (error) {
      if (isUnavailable(error)) return false;
      throw error;
    }
    try {
      await work();
    } finally {
      await lock.unlock();
    }
    return true;
  }

  return { newLock, whileHeld };
}

class Unavailable extends Error {
  readonly status_code = 423;
  readonly body = "locked\n";
}
const unavailable = (): Error => new Unavailable("the upload is held by another request");
const isUnavailable = (error: unknown): boolean => error instanceof Unavailable;

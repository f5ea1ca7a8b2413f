import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLeaseLocker } from "../../../portal/files/lease-locker.ts";
import { openSqliteStore } from "../../../portal/store/sqlite.ts";
import type { Store } from "../../../portal/store/store.ts";

const TIMES = { lease: 1000, renew: 20, poll: 10, patience: 300 };

describe("the lease of an upload", () => {
  let store: Store;
  let clock: number;
  let minted: number;
  beforeEach(async () => {
    store = await openSqliteStore(":memory:");
    clock = Date.parse("2026-11-21T00:00:00Z");
    minted = 0;
  });
  afterEach(() => store.close());

  /** Another node of the same portal. */
  const node = (times = TIMES) =>
    createLeaseLocker({
      store,
      now: () => new Date(clock),
      newId: () => `holder-${(minted += 1)}`,
      onError: (error) => {
        throw error;
      },
      times,
    });
  const signal = new AbortController().signal;
  const leases = () => store.db.selectFrom("upload_lease").selectAll().execute();

  it("is one request's at a time, and given back", async () => {
    const [one, other] = [node(), node()];
    const lock = one.newLock("u");
    await lock.lock(signal, () => {});
    await expect(other.newLock("u").lock(signal, () => {})).rejects.toMatchObject({
      status_code: 423,
    });
    const beside = other.newLock("v");
    await beside.lock(signal, () => {});
    await lock.unlock();
    const after = other.newLock("u");
    await after.lock(signal, () => {});
    expect((await leases()).map(({ upload }) => upload).sort()).toEqual(["u", "v"]);
    await beside.unlock();
    await after.unlock();
  });

  it("is asked for by whoever comes next, on the same node and on another", async () => {
    const holding = node();
    for (const next of [holding, node()]) {
      const lock = holding.newLock("u");
      let asked = 0;
      await lock.lock(signal, () => {
        asked += 1;
        // As the tus server does: the request ends, and with it its hold.
        return lock.unlock();
      });
      const second = next.newLock("u");
      await second.lock(signal, () => {});
      expect(asked).toBeGreaterThan(0);
      await second.unlock();
    }
    expect(await leases()).toEqual([]);
  });

  it("of a node that died ends by itself, and the dead one's return takes nothing away", async () => {
    const dead = node({ ...TIMES, renew: 60_000 }).newLock("u");
    await dead.lock(signal, () => {});
    clock += TIMES.lease + 1;
    const living = node().newLock("u");
    await living.lock(signal, () => {});
    await dead.unlock();
    expect(await leases()).toHaveLength(1);
    await living.unlock();
    expect(await leases()).toEqual([]);
  });

  it("lets work be done while nobody writes, and says when that could not be had", async () => {
    const locker = node();
    const done: string[] = [];
    const work = (name: string) => async () => {
      await Promise.resolve();
      done.push(name);
    };
    expect(await locker.whileHeld("u", work("first"))).toBe(true);
    const lock = locker.newLock("u");
    await lock.lock(signal, () => {});
    expect(await locker.whileHeld("u", work("second"))).toBe(false);
    await lock.unlock();
    await expect(locker.whileHeld("u", () => Promise.reject(new Error("broken")))).rejects.toThrow(
      "broken",
    );
    expect(done).toEqual(["first"]);
    expect(await leases()).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { authenticate } from "../../../portal/service/callers.ts";
import { readFeed } from "../../../portal/service/feed.ts";
import { renewEpoch } from "../../../portal/service/epoch.ts";
import { fetchEvents } from "../../../portal/service/heads.ts";
import { pushEvents } from "../../../portal/service/push.ts";
import { waitForFeed } from "../../../portal/service/wait.ts";
import type { Store } from "../../../portal/store/store.ts";
import type { WireEvent } from "#shared/sync/wire.ts";
import { joinedPc, newOffice, serviceOn, type TestPc } from "../../support/portal-offices.ts";
import { freshStore, STORES } from "../../support/stores.ts";
import { createWriter } from "../../support/wire-events.ts";

describe.each(STORES)("reading the feed on %s", (kind) => {
  let store: Store;
  let ctx: ReturnType<typeof serviceOn>["ctx"];
  let pc: TestPc;

  beforeEach(async (context) => {
    store = await freshStore(kind, context);
    ({ ctx } = serviceOn(store));
    pc = await joinedPc(ctx, await newOffice(ctx, "Kantor A"));
  });
  afterEach(() => store?.close());

  /** Answers where the feed ends. */
  async function push(events: WireEvent[], by = pc): Promise<string> {
    const caller = await by.caller();
    const pushed = await pushEvents(ctx, caller, { epoch: caller.epoch, events });
    if (!pushed.ok) throw new Error(pushed.error.code);
    return pushed.value.end;
  }
  async function read(after: string, bytes?: number, by = pc) {
    const caller = await by.caller();
    const query = { after, epoch: caller.epoch };
    return readFeed(ctx, caller, bytes === undefined ? query : { ...query, bytes });
  }

  test.each([
    ["that nothing is said of", undefined, 300],
    ["that are asked for", 600 * 1024, 700],
    ["larger than any are given", 1e9, 1100],
  ])("goes through all of it in pages of a size %s", async (_, asked, most) => {
    const writer = createWriter();
    const small = writer.some(2100);
    const large = Array.from({ length: 5 }, () =>
      writer.next({ body: JSON.stringify("x".repeat(150_000)) }),
    );
    const huge = writer.next({ body: JSON.stringify("y".repeat(1_200_000)) });
    const events = [...small, ...large, huge, ...writer.some(3)];
    await push(events);
    const got: unknown[] = [];
    const pages: number[] = [];
    let after = "0";
    for (let more = true; more;) {
      const page = await read(after, asked);
      if (!page.ok) throw new Error(page.error.code);
      const { items, cursor } = page.value;
      const bytes = items.reduce((sum, item) => sum + item.length, 0);
      expect(items.length === 1 || bytes <= most * 1024).toBe(true);
      pages.push(items.length);
      got.push(...items.map((item) => JSON.parse(item) as unknown));
      ({ more } = page.value);
      after = cursor;
    }
    expect(got).toEqual(events.map((event) => ({ event })));
    expect(Math.max(...pages)).toBeLessThanOrEqual(2000);
    expect(await read(after)).toEqual({
      ok: true,
      value: { items: [], cursor: after, more: false },
    });
  });

  test("knows a cursor that it did not give, or that lies beyond the end", async () => {
    const events = createWriter().some(3);
    const [, check = ""] = (await push(events.slice(0, 2))).split(".");
    await push(events.slice(2));
    expect(await read(`2.${check}`)).toMatchObject({ ok: true, value: { items: [{}] } });
    for (const wrong of [
      "2.00000000",
      `1.${check}`,
      `3.${check}`,
      `4.${check}`,
      "9000000.aaaaaaaa",
    ]) {
      expect(await read(wrong)).toMatchObject({ ok: false, error: { code: "cursor_unknown" } });
    }
  });

  test("says so when the portal was restored", async () => {
    const before = await pc.caller();
    await renewEpoch(ctx);
    const caller = await pc.caller();
    expect(caller.epoch).not.toBe(before.epoch);
    expect(await readFeed(ctx, caller, { after: "0", epoch: before.epoch })).toMatchObject({
      error: { code: "epoch_changed" },
    });
  });

  test("notes how far each PC has come", async () => {
    const events = createWriter().some(3);
    await push(events);
    const page = await read("0");
    await read(page.ok ? page.value.cursor : "");
    const [row] = await store.db.selectFrom("device").select("fetched_n").execute();
    expect(row?.fetched_n).toBe(3);
  });

  test("answers whoever waits as soon as another PC has sent something", async () => {
    const { signal } = new AbortController();
    const caller = await pc.caller();
    const query = { after: "0", epoch: caller.epoch };
    const waiting = waitForFeed(ctx, caller, query, 15_000, signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
    // Woken for nothing, as it may be, it goes on waiting.
    await store.announce(caller.office.id);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await push(createWriter().some(2));
    expect(await waiting).toMatchObject({ ok: true, value: { items: [{}, {}] } });
  });

  test("waits no longer than it was asked to, nor when the portal stops", async () => {
    const stopping = new AbortController();
    const caller = await pc.caller();
    const query = { after: "0", epoch: caller.epoch };
    const empty = { ok: true, value: { items: [] } };
    expect(await waitForFeed(ctx, caller, query, 30, stopping.signal)).toMatchObject(empty);
    const waiting = waitForFeed(ctx, caller, query, 15_000, stopping.signal);
    stopping.abort();
    expect(await waiting).toMatchObject(empty);
    expect(await waitForFeed(ctx, caller, query, 15_000, stopping.signal)).toMatchObject(empty);
  });

  test("asks the database once for who asks and once for what is new", async () => {
    await push(createWriter().some(20));
    const page = await read("0");
    const after = page.ok ? page.value.cursor : "";
    await read(after);
    let asked = 0;
    const db = store.db.withPlugin({
      transformQuery: ({ node }) => {
        asked += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const counted = { ...ctx, store: { ...store, db } };
    const caller = await authenticate(counted, pc.token);
    expect(asked).toBe(1);
    if (!caller.ok) throw new Error(caller.error.code);
    await readFeed(counted, caller.value, { after, epoch: caller.value.epoch });
    expect(asked).toBe(2);
  });

  test("hands out single events of the own office only", async () => {
    const writer = createWriter();
    const events = [...writer.some(3), writer.next({ type: "NOT ALLOWED" })];
    await push(events);
    const wanted = [3, 1, 4, 9].map((seq) => ({ writer: writer.id, seq }));
    const got = await fetchEvents(ctx, await pc.caller(), wanted);
    expect(got.map((text) => JSON.parse(text) as unknown)).toEqual([events[2], events[0]]);
    const other = await joinedPc(ctx, await newOffice(ctx, "Kantor B"));
    expect(await fetchEvents(ctx, await other.caller(), wanted)).toEqual([]);
  });

  test("cuts short what would be too much at once", async () => {
    const writer = createWriter();
    const events = Array.from({ length: 3 }, () =>
      writer.next({ body: JSON.stringify("x".repeat(3_500_000)) }),
    );
    for (const event of events) await push([event]);
    const wanted = events.map(({ writer, seq }) => ({ writer, seq }));
    expect(await fetchEvents(ctx, await pc.caller(), wanted)).toHaveLength(2);
  });
});

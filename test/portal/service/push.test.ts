import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { START } from "../../../portal/service/cursors.ts";
import { readPage } from "../../../portal/service/feed.ts";
import { readHeads } from "../../../portal/service/heads.ts";
import { pushEvents } from "../../../portal/service/push.ts";
import type { Store } from "../../../portal/store/store.ts";
import type { WireEvent } from "#shared/sync/wire.ts";
import { joinedPc, newOffice, serviceOn, type TestPc } from "../../support/portal-offices.ts";
import { freshStore, STORES } from "../../support/stores.ts";
import { createWriter, identity, sealed } from "../../support/wire-events.ts";

describe.each(STORES)("pushing on %s", (kind) => {
  let store: Store;
  let ctx: ReturnType<typeof serviceOn>["ctx"];
  let office: string;
  let pc: TestPc;
  let other: TestPc;

  beforeEach(async (context) => {
    store = await freshStore(kind, context);
    ({ ctx } = serviceOn(store));
    office = await newOffice(ctx, "Kantor A");
    pc = await joinedPc(ctx, office);
    other = await joinedPc(ctx, await newOffice(ctx, "Kantor B"));
  });
  afterEach(() => store?.close());

  async function push(events: WireEvent[], by = pc) {
    const caller = await by.caller();
    return pushEvents(ctx, caller, { epoch: caller.epoch, events });
  }
  async function feed(by = pc): Promise<Record<string, Record<string, unknown>>[]> {
    const caller = await by.caller();
    const page = await readPage(store, caller.office.id, START);
    return (page?.items ?? []).map(
      (item) => JSON.parse(item) as Record<string, Record<string, unknown>>,
    );
  }
  const heads = async (by = pc) => (await readHeads(ctx, await by.caller())).heads;

  test("keeps events as they were sent and tells them again byte for byte", async () => {
    const writer = createWriter();
    const events = [
      writer.next({ stream: "r1", type: "request.created" }),
      writer.next({ stream: "r1", type: "later.invented", version: 99, body: '{ "a" :1,"a":2}' }),
      writer.next({ stream: "r1", body: JSON.stringify("\u{1F600} \u0000 ' <b>") }),
    ];
    const pushed = await push(events);
    expect(pushed).toMatchObject({ ok: true, value: { refused: [] } });
    expect(await feed()).toEqual(events.map((event) => ({ event })));
    const last = events.at(-1);
    expect(await heads()).toEqual([{ writer: writer.id, seq: 3, hash: last?.hash }]);
    expect(await feed(other)).toEqual([]);
  });

  test("stores nothing twice when a batch comes again, whole or in part", async () => {
    const writer = createWriter();
    const events = writer.some(10);
    await push(events.slice(0, 6));
    const again = await push(events.slice(3));
    expect(again).toMatchObject({ ok: true, value: { heads: [{ seq: 10 }], refused: [] } });
    expect(await push(events)).toMatchObject({ ok: true, value: { heads: [{ seq: 10 }] } });
    expect(await feed()).toHaveLength(10);
  });

  test("says where a batch stands only when it stands there whole and alone", async () => {
    const writer = createWriter();
    const [first, second, third] = writer.some(3) as [WireEvent, WireEvent, WireEvent];
    const whole = await push([first, second]);
    const end = expect.stringMatching(/^2\.[0-9a-f]{8}$/u) as string;
    expect(whole).toMatchObject({ value: { end, placed: { after: "0", upTo: end } } });
    const part = await push([second, third]);
    expect(part.ok && part.value.placed).toBeUndefined();
    expect((await push([third])).ok).toBe(true);
  });

  test("refuses a gap, keeps what came before it and tells how far it has come", async () => {
    const writer = createWriter();
    const events = writer.some(6);
    const pushed = await push(events.filter(({ seq }) => seq !== 4));
    expect(pushed).toMatchObject({
      ok: false,
      error: { code: "event_gap", heads: [{ writer: writer.id, seq: 3 }] },
    });
    expect(await feed()).toHaveLength(3);
    expect(await push(events.slice(3))).toMatchObject({ ok: true });
    expect(await feed()).toHaveLength(6);
  });

  test("refuses reordered events without taking what would break the chain", async () => {
    const [one, two, three] = createWriter().some(3) as [WireEvent, WireEvent, WireEvent];
    expect(await push([one, three, two])).toMatchObject({ error: { code: "event_gap" } });
    expect(await push([two, one])).toMatchObject({ ok: true });
    expect(await feed()).toEqual([{ event: one }, { event: two }]);
  });

  test("refuses a forged event and what hangs on it", async () => {
    const writer = createWriter();
    const [one, two, three] = writer.some(3) as [WireEvent, WireEvent, WireEvent];
    const forged = { ...two, body: '{"text":"lain"}' };
    expect(await push([one, forged, three])).toMatchObject({ error: { code: "event_broken" } });
    const rehashed = sealed({ ...two, prev: "0".repeat(64) });
    expect(await push([rehashed])).toMatchObject({ error: { code: "event_broken" } });
    expect(await feed()).toEqual([{ event: one }]);
    expect(await push([two, three])).toMatchObject({ ok: true });
  });

  test("keeps another content for a known id aside and goes on", async () => {
    const writer = createWriter();
    const [one, two, three] = writer.some(3) as [WireEvent, WireEvent, WireEvent];
    await push([one, two]);
    const fork = sealed({ ...two, body: '{"text":"lain"}' });
    const pushed = await push([fork, three]);
    expect(pushed).toMatchObject({
      ok: true,
      value: { heads: [{ seq: 3 }], refused: [{ seq: 2, code: "event_forked" }] },
    });
    await push([fork]);
    expect(await feed()).toEqual([{ event: one }, { event: two }, { event: three }]);
    const forks = await store.db.selectFrom("fork").selectAll().execute();
    expect(forks).toMatchObject([{ office, seq: 2, hash: fork.hash, device: pc.device }]);
  });

  test("leaves a stub for what is not allowed, and the chain goes on", async () => {
    await push(createWriter().some(1, "theirs"), other);
    const writer = createWriter();
    const events = [
      writer.next(),
      writer.next({ type: "Not A Type!" }),
      writer.next({ body: "{half" }),
      writer.next({ body: JSON.stringify("x".repeat(4_000_001)) }),
      writer.next({ stream: "theirs0" }),
      writer.next(),
    ];
    const pushed = await push(events);
    const refused = [
      { writer: writer.id, seq: 2, code: "event_malformed" },
      { writer: writer.id, seq: 3, code: "event_malformed" },
      { writer: writer.id, seq: 4, code: "event_too_large" },
      { writer: writer.id, seq: 5, code: "event_other_office" },
    ];
    expect(pushed).toMatchObject({ ok: true, value: { heads: [{ seq: 6 }], refused } });
    // Told once more when they come once more.
    expect(await push(events)).toMatchObject({ ok: true, value: { refused } });
    const items = await feed();
    expect(items.map((item) => Object.keys(item)[0])).toEqual([
      "event",
      "refused",
      "refused",
      "refused",
      "refused",
      "event",
    ]);
    const { prev, hash, lamport, stream } = events[1] as WireEvent;
    expect(items[1]).toEqual({
      refused: {
        writer: writer.id,
        seq: 2,
        prev,
        hash,
        stream,
        lamport,
        refused: "event_malformed",
      },
    });
  });

  test("takes nothing of a writer that another office sent first", async () => {
    const writer = createWriter();
    const events = writer.some(4);
    await push(events.slice(0, 2), other);
    const pushed = await push(events);
    expect(pushed).toMatchObject({ ok: true, value: { heads: [] } });
    expect(pushed.ok && pushed.value.refused.map(({ code }) => code)).toEqual(
      Array.from({ length: 4 }, () => "event_other_office"),
    );
    expect(await feed()).toEqual([]);
    expect(await push(events, other)).toMatchObject({ ok: true, value: { heads: [{ seq: 4 }] } });
  });

  test("lets any PC of the office send any of its writers' events", async () => {
    const second = await joinedPc(ctx, office);
    const writer = createWriter();
    const events = writer.some(4);
    await push(events.slice(0, 2));
    expect(await push(events.slice(1), second)).toMatchObject({ ok: true });
    expect(await feed(second)).toHaveLength(4);
  });

  test("takes the same batch once when two PCs send it at the same time", async () => {
    const second = await joinedPc(ctx, office);
    const events = createWriter().some(50);
    await Promise.all([push(events), push(events, second), push(events), push(events, second)]);
    expect(await feed()).toHaveLength(50);
    const places = await store.db.selectFrom("feed").select("n").orderBy("n").execute();
    expect(places.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  test("refuses ids that no database takes as a key", async () => {
    for (const unfit of ["a\u0000b", "a\nb", "\u{D800}"]) {
      const writer = createWriter();
      expect(await push([writer.next({ stream: unfit })])).toMatchObject({
        error: { code: "batch_broken" },
      });
    }
    const caller = await pc.caller();
    const events = createWriter().some(1);
    expect(await pushEvents(ctx, caller, { epoch: "of-another", events })).toMatchObject({
      error: { code: "epoch_changed" },
    });
    expect(await feed()).toEqual([]);
  });

  test("passes identities on beside the event that names them, until they are erased", async () => {
    const writer = createWriter();
    const mine = identity();
    const stray = identity();
    const body = JSON.stringify({ requester: mine.digest });
    const stream = randomUUID();
    const created = writer.next({
      stream,
      type: "request.created",
      body,
      identities: [mine.identity, stray.identity],
    });
    await push([created]);
    expect(await feed()).toEqual([{ event: { ...created, identities: [mine.identity] } }]);

    const erased = writer.next({ stream, type: "identity.erased", body: '{"reason":"habis"}' });
    await push([erased]);
    const { identities: _, ...bare } = created;
    expect(await feed()).toEqual([{ event: bare }, { event: erased }]);

    // Nor do they come back with a later event or a second try.
    const late = writer.next({ stream, type: "requester.corrected", body });
    await push([created, { ...late, identities: [mine.identity] }]);
    expect((await feed()).every(({ event }) => event?.["identities"] === undefined)).toBe(true);
    const kept = await store.db
      .selectFrom("feed")
      .select("n")
      .where("identities", "is not", null)
      .execute();
    expect(kept).toEqual([]);
  });

  test("erases nothing for an event that was refused", async () => {
    const writer = createWriter();
    const { identity: one, digest } = identity();
    const created = writer.next({
      stream: "theirs",
      type: "request.created",
      body: JSON.stringify({ requester: digest }),
      identities: [one],
    });
    await push([created], other);
    await push([createWriter().next({ stream: "theirs", type: "request.destroyed" })]);
    expect(await feed(other)).toEqual([{ event: created }]);
  });

  test("undoes the whole batch when a part of the portal fails", async () => {
    ctx.hooks.accepted.push(() => Promise.reject(new Error("a part failed")));
    const events = createWriter().some(3);
    await expect(push(events)).rejects.toThrow("a part failed");
    expect(await feed()).toEqual([]);
    expect(await heads()).toEqual([]);
    ctx.hooks.accepted.pop();
    const seen: string[] = [];
    ctx.hooks.accepted.push(async (_tx, at, taken) => {
      for (const { event, body } of taken) seen.push(`${at}:${event.seq}:${typeof body}`);
    });
    await push(events);
    await push(events);
    expect(seen).toEqual([1, 2, 3].map((seq) => `${office}:${seq}:object`));
  });
});

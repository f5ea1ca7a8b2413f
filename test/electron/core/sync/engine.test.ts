import { createHash, randomUUID } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PortalClient, Refused } from "#core/sync/portal-client.ts";
import { failure } from "#shared/errors.ts";
import type { Head, PortalState } from "#shared/sync/protocol.ts";
import type { WireEvent } from "#shared/sync/wire.ts";
import { temporaryFolder } from "../../../support/core.ts";
import { magetan } from "../../../support/magetan.ts";
import { openSyncPc, type SyncPc } from "../../../support/sync-pc.ts";

const definition = magetan();
const STATE: PortalState = {
  epoch: "zaman-pertama",
  office: { id: "o", name: "Dinas Contoh" },
  device: { id: "d", name: "PC", letter: "" },
  cursor: "0",
  protocol: { oldest: 1, newest: 1 },
  server: "uji",
  time: "2026-11-21T09:00:00.000Z",
};

const refused = (status: number, code: string): Refused => ({
  ok: false,
  error: failure("portal_refused", { detail: code }),
  status,
  code,
  retryAfter: null,
});

/** A portal that takes what it is given; each answer may be put in another one's place. */
function portalOf(answers: Partial<PortalClient> = {}) {
  const heads = new Map<string, Head>();
  const events: WireEvent[] = [];
  const sizes: number[] = [];
  const never = () => Promise.reject(new Error("not asked for"));
  const client: PortalClient = {
    join: never,
    state: () => Promise.resolve({ ok: true, value: STATE }),
    push: (_, batch) => {
      sizes.push(Buffer.byteLength(JSON.stringify(batch)));
      for (const event of batch) {
        events.push(event);
        heads.set(event.writer, event);
      }
      const value = { heads: [...heads.values()], refused: [], end: STATE.cursor };
      return Promise.resolve({ ok: true, value });
    },
    feed: (after) =>
      Promise.resolve({ ok: true, value: { items: [], cursor: after, more: false } }),
    heads: () =>
      Promise.resolve({ ok: true, value: { epoch: STATE.epoch, heads: [...heads.values()] } }),
    fetch: () => Promise.resolve({ ok: true, value: [] }),
    snapshot: never,
    missing: (files) => Promise.resolve({ ok: true, value: [...files] }),
    upload: () => Promise.resolve({ ok: true, value: null }),
    download: never,
    send: () => Promise.resolve({ ok: true, value: [] }),
    offices: () => Promise.resolve({ ok: true, value: [] }),
    devices: never,
    invite: never,
    revoke: never,
    close: () => Promise.resolve(),
    ...answers,
  };
  return { client, events, sizes, heads };
}

describe("a round with the portal", () => {
  let folder: string;
  let pc: SyncPc;
  beforeEach(() => {
    folder = temporaryFolder();
    pc = openSyncPc({
      folder,
      twins: join(folder, "twins"),
      now: () => new Date().toISOString(),
      newId: randomUUID,
    });
    const { office, device, epoch } = STATE;
    pc.joined("https://portal.contoh.go.id", { token: "t", office, device, epoch, empty: true });
    pc.archive.recordOffice("sari", [{ type: "sop.published", body: definition }]);
  });
  afterEach(() => {
    pc.archive.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const round = (client: PortalClient) => pc.connect(client).run({ asked: true });

  /** A request with so many notes of so many letters. */
  function work(notes: number, letters: number): string {
    const id = randomUUID();
    const body = {
      ...{ number: `2026/${id}`, running: { year: 2026, value: 1 }, requester: null },
      sop: { id: definition.id, version: definition.version },
      ...{
        subject: "Data",
        items: [{ name: "Padi", period: "2025", unit: "ton", format: "xlsx" }],
      },
      ...{ purpose: "", delivery: "pickup" as const, letter: { number: "", date: "" } },
      received: "2026-11-21",
    };
    pc.archive.transact(() => {
      const state = pc.archive.record(id, "sari", null, definition, [
        { type: "request.created", body },
      ]);
      if (notes === 0) return;
      const text = "x".repeat(letters);
      pc.archive.record(
        id,
        "sari",
        state,
        definition,
        Array.from({ length: notes }, () => ({ type: "note.added", body: { step: null, text } })),
      );
    });
    return id;
  }

  async function attach(request: string, bytes: string, here = true): Promise<string> {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (here) {
      const incoming = await pc.store.receive();
      await incoming.append(Buffer.from(bytes));
      await incoming.finish();
    }
    const state = pc.archive.readState(request);
    const body = {
      id: randomUUID(),
      sha256,
      name: "a.bin",
      size: bytes.length,
      step: null,
      visit: null,
    };
    pc.archive.record(request, "sari", state, definition, [{ type: "file.attached", body }]);
    return sha256;
  }

  const refusals = () => pc.refusals.list().map(({ id, failure: { code } }) => [id, code]);

  it("sends batches of 256 KiB at first and of 1 MiB at last, and each event once", async () => {
    work(3000, 500);
    const { client, events, sizes } = portalOf();
    expect((await round(client)).trouble).toBeNull();
    for (const [at, most] of [256, 512, 1024, 1024].entries()) {
      expect(sizes[at]).toBeLessThanOrEqual(most * 1024 + 2);
      if (at < sizes.length - 1) expect(sizes[at]).toBeGreaterThan(most * 1000);
    }
    expect(new Set(events.map(({ writer, seq }) => `${writer}:${seq}`)).size).toBe(events.length);
    expect(events).toHaveLength(3002);
    expect(sizes.length).toBeLessThan(5);
    const again = portalOf({
      heads: () =>
        Promise.resolve({
          ok: true,
          value: { epoch: STATE.epoch, heads: [...pc.archive.log.heads()] },
        }),
    });
    await round(again.client);
    expect(again.events).toEqual([]);
  });

  it("reads what goes out next while the portal is at it, and sends each event once all the same", async () => {
    work(3000, 500);
    const { client, events, sizes } = portalOf();
    const { push } = client;
    let read = 0;
    const { wire } = pc.archive.log;
    vi.spyOn(pc.archive.log, "wire").mockImplementation((...asked) => {
      read += 1;
      return wire(...asked);
    });
    const ahead: number[] = [];
    client.push = async (epoch, batch, onSent) => {
      const before = read;
      onSent?.();
      await new Promise(setImmediate);
      ahead.push(read - before);
      return push(epoch, batch);
    };
    expect((await round(client)).trouble).toBeNull();
    expect(events).toHaveLength(3002);
    expect(new Set(events.map(({ writer, seq }) => `${writer}:${seq}`)).size).toBe(events.length);
    expect(ahead).toEqual([...sizes.slice(1).map(() => 1), 0]);
    expect(read).toBe(sizes.length);
  });

  it("asks for larger and larger pages, each while the one before is taken over", async () => {
    const { client } = portalOf({
      state: () => Promise.resolve({ ok: true, value: { ...STATE, cursor: "5.00000005" } }),
    });
    const asked: [string, number][] = [];
    client.feed = (after, _epoch, bytes) => {
      asked.push([pc.places.place().cursor, bytes]);
      const n = Number(after.split(".")[0]) + 1;
      const value = { items: [], cursor: `${n}.0000000${n}`, more: n < 5 };
      return Promise.resolve({ ok: true, value });
    };
    expect((await round(client)).trouble).toBeNull();
    const KB = 1024;
    expect(asked).toEqual([
      ["0", 256 * KB],
      ["0", 512 * KB],
      ["1.00000001", 1024 * KB],
      ["2.00000002", 1024 * KB],
      ["3.00000003", 1024 * KB],
    ]);
  });

  it("halves what is too large, and does not try that size again", async () => {
    work(1000, 500);
    const open = portalOf();
    let tooLarge = 0;
    const { client, events } = {
      ...open,
      client: {
        ...open.client,
        push: (epoch: string, batch: readonly WireEvent[]) => {
          if (JSON.stringify(batch).length <= 100_000) return open.client.push(epoch, batch);
          tooLarge += 1;
          return Promise.resolve(refused(413, ""));
        },
      },
    };
    expect((await round(client)).trouble).toBeNull();
    expect(events).toHaveLength(1002);
    expect(tooLarge).toBe(2);
  });

  it("leaves out a writer whose event broke here; what others wrote goes out", async () => {
    work(3, 10);
    const [first] = pc.archive.log.heads();
    pc.archive.sql("UPDATE writer SET own = 0").run();
    work(1, 10);
    pc.archive
      .sql(
        `UPDATE event SET body = replace(body, 'xxx', 'yyy') WHERE seq = 3 AND type = 'note.added'`,
      )
      .run();
    const open = portalOf();
    const isWhole = ({ body }: WireEvent): boolean => !body.includes("yyy");
    const outcome = await round({
      ...open.client,
      push: (epoch, batch) =>
        batch.every(isWhole)
          ? open.client.push(epoch, batch)
          : Promise.resolve(refused(422, "event_broken")),
    });
    expect(outcome.trouble?.code).toBe("event_broken");
    expect(open.events.every(({ writer }) => writer !== first?.writer)).toBe(true);
    expect(open.events.length).toBeGreaterThan(0);
  });

  it("tells what was refused, and goes on behind it", async () => {
    work(0, 0);
    const open = portalOf();
    const outcome = await round({
      ...open.client,
      push: async (epoch, batch) => {
        const answer = await open.client.push(epoch, batch);
        const { writer = "", seq = 0 } = batch[0] ?? {};
        return answer.ok
          ? {
              ok: true,
              value: { ...answer.value, refused: [{ writer, seq, code: "code_of_tomorrow" }] },
            }
          : answer;
      },
    });
    expect(outcome.trouble).toBeNull();
    expect(pc.refusals.list()).toMatchObject([
      {
        direction: "out",
        failure: { code: "code_of_tomorrow", message: expect.stringMatching(/code_of_tomorrow/) },
      },
    ]);
  });

  it("says which side is too old, and sends nothing", async () => {
    work(0, 0);
    for (const [protocol, code] of [
      [{ oldest: 2, newest: 3 }, "app_too_old"],
      [{ oldest: 0, newest: 0 }, "portal_too_old"],
    ] as const) {
      const { client, events } = portalOf({
        state: () => Promise.resolve({ ok: true, value: { ...STATE, protocol } }),
      });
      const { trouble } = await round(client);
      expect(trouble).toMatchObject({ status: 426, error: { code } });
      expect(trouble?.error.message).toContain("portal.contoh.go.id");
      expect(events).toEqual([]);
    }
  });

  it("sends files after their events, and one that is refused holds up no other", async () => {
    const request = work(0, 0);
    const [bad, good] = [await attach(request, "satu"), await attach(request, "dua")];
    const order: string[] = [];
    const open = portalOf();
    const outcome = await round({
      ...open.client,
      push: (epoch, batch) => {
        order.push("events");
        return open.client.push(epoch, batch);
      },
      upload: ({ sha256 }) => {
        order.push(sha256);
        return Promise.resolve(
          sha256 === bad ? refused(422, "file_mismatch") : { ok: true, value: null },
        );
      },
    });
    expect(order[0]).toBe("events");
    expect(new Set(order.slice(1))).toEqual(new Set([bad, good]));
    expect(outcome).toMatchObject({ filesOut: 1, trouble: { code: "file_mismatch" } });
    expect(refusals()).toEqual([[bad, "file_mismatch"]]);
    await round(open.client);
    expect(refusals()).toEqual([]);
  });

  it("does not keep a download whose bytes are not those of its name, and asks for it again", async () => {
    const request = work(0, 0);
    const sha256 = await attach(request, "isi yang benar", false);
    pc.archive
      .sql("INSERT INTO sync_file (sha256, direction, size, stream) VALUES (?, 'in', 14, ?)")
      .run(sha256, request);
    const bringing = (text: string): PortalClient => ({
      ...portalOf().client,
      missing: () => Promise.resolve({ ok: true, value: [] }),
      download: async (_, sink) => {
        await sink.append(Buffer.from(text).subarray(sink.size));
        return { ok: true, value: null };
      },
    });
    await round(bringing("isi yang salah"));
    expect(existsSync(pc.store.pathOf(sha256))).toBe(false);
    expect(refusals()).toEqual([[sha256, "file_mismatch"]]);
    expect((await round(bringing("isi yang benar"))).filesIn).toBe(1);
    expect(existsSync(pc.store.pathOf(sha256))).toBe(true);
    expect(refusals()).toEqual([]);
  });

  it("goes on with what has arrived of a file", async () => {
    const request = work(0, 0);
    const sha256 = await attach(request, "0123456789", false);
    pc.archive
      .sql("INSERT INTO sync_file (sha256, direction, size, stream) VALUES (?, 'in', 10, ?)")
      .run(sha256, request);
    const from: number[] = [];
    const bringing = (upTo: number): PortalClient => ({
      ...portalOf().client,
      missing: () => Promise.resolve({ ok: true, value: [] }),
      download: async (_, sink) => {
        from.push(sink.size);
        await sink.append(Buffer.from("0123456789").subarray(sink.size, upTo));
        return upTo < 10 ? refused(0, "ECONNRESET") : { ok: true, value: null };
      },
    });
    await round(bringing(4));
    await round(bringing(10));
    expect(from).toEqual([0, 4]);
    expect(existsSync(pc.store.pathOf(sha256))).toBe(true);
  });

  it("asks for what others wait for, and says so when nobody has it", async () => {
    const other = temporaryFolder();
    const far = openSyncPc({
      folder: other,
      twins: join(other, "twins"),
      now: () => new Date().toISOString(),
      newId: randomUUID,
    });
    far.archive.recordOffice("budi", [
      { type: "sop.published", body: { ...definition, id: "sop-lain" } },
    ]);
    far.archive.recordOffice("budi", [
      { type: "sop.published", body: { ...definition, id: "sop-lagi" } },
    ]);
    const [head] = far.archive.log.heads();
    const events = far.archive.log.wire(head?.writer ?? "", 1, { maxBytes: 1e6, maxEvents: 10 });
    far.archive.close();
    rmSync(other, { recursive: true, force: true });
    const [first, second] = events;
    if (first === undefined || second === undefined) throw new Error("two events");
    const state = { ...STATE, cursor: "1.0123abcd" };
    const bringing = (fetched: WireEvent[]): PortalClient => ({
      ...portalOf().client,
      state: () => Promise.resolve({ ok: true, value: state }),
      feed: (_after) =>
        Promise.resolve({
          ok: true,
          value: { items: [{ event: second }], cursor: state.cursor, more: false },
        }),
      fetch: () => Promise.resolve({ ok: true, value: fetched }),
    });
    expect((await round(bringing([]))).trouble?.code).toBe("sync_gap");
    expect(pc.archive.hasDefinition({ id: "sop-lagi", version: definition.version })).toBe(false);
    pc.archive.sql("UPDATE sync_place SET cursor = '0'").run();
    expect((await round(bringing([first]))).trouble).toBeNull();
    expect(pc.archive.hasDefinition({ id: "sop-lagi", version: definition.version })).toBe(true);
  });

  it("ends with the sentence of the disk when that is full, and keeps what it has", async () => {
    const request = work(0, 0);
    const sha256 = await attach(request, "isi", false);
    pc.archive
      .sql("INSERT INTO sync_file (sha256, direction, size, stream) VALUES (?, 'in', 3, ?)")
      .run(sha256, request);
    // A file where the folder should be: the system says ENOTDIR, as good as any other refusal.
    writeFileSync(join(folder, "arriving"), "");
    const { trouble } = await round({
      ...portalOf().client,
      missing: () => Promise.resolve({ ok: true, value: [] }),
    });
    expect(trouble?.error.code).toBe("archive_unwritable");
  });
});

import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  apiClient,
  codeOf,
  type Pc,
  type RunningPortal,
  startPortal,
} from "../../support/portal-over-http.ts";
import { settledHeap } from "../../support/settled-heap.ts";
import { createWriter } from "../../support/wire-events.ts";

const MEGABYTE = 1024 * 1024;

describe("a body that is not what it should be", () => {
  let portal: RunningPortal;
  let pc: Pc;
  let api: ReturnType<typeof apiClient>;
  beforeAll(async () => {
    portal = await startPortal();
    pc = await portal.office("Dinas Kominfo Kabupaten Contoh");
    api = apiClient(portal, pc);
  });
  afterAll(() => portal.close());

  const send = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    fetch(portal.url("/api/v1/events"), {
      method: "POST",
      headers: {
        authorization: `Bearer ${pc.token}`,
        "content-type": "application/json",
        ...headers,
      },
      body: body as BodyInit,
    });
  const gzip = { "content-encoding": "gzip" };
  const untouched = async () => expect((await api.feed("0")).items).toEqual([]);

  it("that would unpack to a gigabyte is cut off, with the memory as it was", async () => {
    // Several gzip files behind one another are one.
    const part = gzipSync(Buffer.alloc(16 * MEGABYTE, 32), { level: 9 });
    const bomb = Buffer.concat(Array.from({ length: 64 }, () => part));
    expect(bomb.length).toBeLessThan(2 * MEGABYTE);
    const before = await settledHeap();
    for (let round = 0; round < 5; round += 1) {
      const answer = await send(bomb, gzip);
      expect([answer.status, await codeOf(answer)]).toEqual([413, "batch_too_large"]);
    }
    expect((await settledHeap()) - before).toBeLessThan(30 * MEGABYTE);
    await untouched();
  });

  it("that is packed twice, half, or only by name, is refused", async () => {
    const epoch = await api.epoch();
    const good = JSON.stringify({ epoch, events: [createWriter().next()] });
    const packed = gzipSync(good);
    for (const [body, headers] of [
      [packed.subarray(0, packed.length - 8), gzip],
      [packed.subarray(0, 20), gzip],
      [gzipSync(packed), gzip],
      [good, gzip],
      [packed, {}],
      [packed, { "content-encoding": "gzip, gzip" }],
      [packed, { "content-encoding": "br" }],
      [good, { "content-type": "text/plain" }],
      [good, { "content-type": "application/x-www-form-urlencoded" }],
      [good.slice(0, -1), {}],
      ["", {}],
      ["null", {}],
      ["[]", {}],
      ['"x"', {}],
      ["{}", {}],
      ["\u0000", {}],
    ] as [string | Uint8Array, Record<string, string>][]) {
      const answer = await send(body, headers);
      expect([400, 413, 415]).toContain(answer.status);
    }
    await untouched();
  });

  it("that is larger than a batch may be is refused before it is read", async () => {
    const before = await settledHeap();
    const answer = await send(new Uint8Array(9 * MEGABYTE).fill(32)).catch(() => null);
    // Whoever goes on sending may find the line closed before it reads the answer.
    if (answer !== null) expect(answer.status).toBe(413);
    expect((await settledHeap()) - before).toBeLessThan(30 * MEGABYTE);
    await untouched();
  });

  it("that nests deep, has odd keys or numbers is refused or passed over", async () => {
    const epoch = await api.epoch();
    const deep = `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`;
    for (const body of [
      `{"epoch":"${epoch}","events":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      `{"epoch":"${epoch}","events":[],"x":${deep}}`,
      `{"__proto__":{"events":[1]},"epoch":"${epoch}","events":[]}`,
      `{"epoch":"${epoch}","events":[{"seq":1e999}]}`,
      `{"epoch":"${epoch}","events":[{"writer":{"length":5},"seq":"1"}]}`,
      `{"epoch":["${epoch}"],"events":[null]}`,
    ]) {
      expect((await send(body)).status).toBe(400);
    }
    expect(({} as { events?: unknown }).events).toBeUndefined();
    await untouched();
  });

  it("whose events are forged, reordered, repeated or cut is refused from there on", async () => {
    const fresh = await portal.office("Dinas Perhubungan Kabupaten Contoh");
    const own = apiClient(portal, fresh);
    const writer = createWriter();
    const [one, two, three, four] = writer.some(4);
    if (one === undefined || two === undefined || three === undefined || four === undefined) {
      throw new Error("four events");
    }
    const push = async (...events: object[]) => {
      const answer = await own.push(events as never);
      return answer.ok ? "ok" : codeOf(answer);
    };
    expect(await push({ ...one, body: '{"text":"lain"}' })).toBe("event_broken");
    expect(await push({ ...one, hash: "0".repeat(64) })).toBe("event_broken");
    expect(await push(two, one)).toBe("event_gap");
    expect(await push(one, three)).toBe("event_gap");
    expect(await push(one, two)).toBe("ok");
    expect(await push(one, two, three)).toBe("ok");
    expect(await push({ ...four, seq: 3 })).toBe("event_broken");
    expect(await push({ ...four, hash: four.hash.toUpperCase() })).toBe("params_invalid");
    expect(await push({ ...four, seq: 0 })).toBe("params_invalid");
    expect(await push({ ...four, seq: 2 ** 60 })).toBe("params_invalid");
    expect((await own.feed("0")).items).toHaveLength(3);
  });
});

import { type AddressInfo, connect } from "node:net";
import { once } from "node:events";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { API, BATCH_LIMITS } from "#shared/sync/protocol.ts";
import { type ApiClient, type ApiPortal, startApiPortal } from "../../support/portal-api.ts";
import { createWriter } from "../../support/wire-events.ts";

let portal: ApiPortal;
let pc: ApiClient;
beforeEach(async () => {
  portal = await startApiPortal();
  pc = await portal.office("Kantor A");
});
afterEach(() => portal.stop());

const GZIP = { "content-encoding": "gzip" };
const stored = async (): Promise<number> =>
  (await portal.ctx.store.db.selectFrom("feed").select("n").execute()).length;
const refusal = (answer: { statusCode: number; json(): unknown }) => [
  answer.statusCode,
  (answer.json() as { code: string }).code,
];

test("a body that is not whole, not JSON or of another shape stores nothing", async () => {
  const epoch = await pc.epoch();
  const events = createWriter().some(3);
  const whole = gzipSync(JSON.stringify({ epoch, events }));
  const bodies: [unknown, Record<string, string>, number][] = [
    [whole.subarray(0, whole.length / 2), GZIP, 400],
    [whole.subarray(0, whole.length - 4), GZIP, 400],
    [Buffer.concat([whole.subarray(0, 40), Buffer.alloc(40, 255), whole.subarray(80)]), GZIP, 400],
    [Buffer.from("not gzip at all"), GZIP, 400],
    [whole, {}, 400],
    [whole, { "content-encoding": "br" }, 415],
    [Buffer.from(`{"epoch":"${epoch}","events":[`), {}, 400],
    [Buffer.from(""), {}, 400],
    [Buffer.from("null"), {}, 400],
    [{ epoch, events: [] }, {}, 400],
    [{ epoch, events: { 0: events[0] } }, {}, 400],
    [{ epoch: 7, events }, {}, 400],
    [{ epoch, events: [{ ...events[0], seq: 0 }] }, {}, 400],
    [{ epoch, events: [{ ...events[0], seq: 1.5 }] }, {}, 400],
    [{ epoch, events: [{ ...events[0], seq: 2 ** 60 }] }, {}, 400],
    [{ epoch, events: [{ ...events[0], hash: "x" }] }, {}, 400],
    [{ epoch, events: [{ ...events[0], writer: "w".repeat(81) }] }, {}, 400],
    [{ epoch, events: [{ ...events[0], at: "yesterday" }] }, {}, 400],
    [{ epoch, events: Array.from({ length: BATCH_LIMITS.events + 1 }, () => events[0]) }, {}, 400],
  ];
  for (const [body, headers, status] of bodies) {
    const answer = await pc.post("/events", body, headers);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  }
  expect(await stored()).toBe(0);
  const other = await portal.app.inject({
    method: "POST",
    url: `${API}/events`,
    headers: { authorization: `Bearer ${pc.token}`, "content-type": "text/xml" },
    payload: "<events/>",
  });
  expect(other.statusCode).toBe(415);
});

test("a bomb is cut off before it is unpacked", async () => {
  const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, 32));
  expect(bomb.length).toBeLessThan(BATCH_LIMITS.most);
  const before = process.memoryUsage().arrayBuffers;
  expect(refusal(await pc.post("/events", bomb, GZIP))).toEqual([413, "batch_too_large"]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024);
});

test("what is too large is refused by what it announces, and while it comes", async () => {
  const large = Buffer.alloc(BATCH_LIMITS.most + 1, 32);
  expect(refusal(await pc.post("/events", large))).toEqual([413, "batch_too_large"]);
  await portal.app.listen({ port: 0, host: "127.0.0.1" });
  const address = portal.app.server.address() as AddressInfo;
  // Chunked, without an end and without a length.
  const socket = connect(address.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    `POST ${API}/events HTTP/1.1\r\nHost: portal\r\nAuthorization: Bearer ${pc.token}\r\n` +
      "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
  );
  const answer: string[] = [];
  let sent = 0;
  socket.on("data", (part: Buffer) => answer.push(part.toString()));
  socket.on("error", () => {});
  const closed = once(socket, "close");
  const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
  while (answer.length === 0 && !socket.destroyed && sent < 64 * 1024 * 1024) {
    sent += chunk.length;
    if (!socket.write(chunk)) await Promise.race([once(socket, "drain"), closed]);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const said = answer.join("");
  expect(said).toContain("HTTP/1.1 413");
  expect(said.toLowerCase()).toContain("connection: close");
  expect(sent).toBeLessThan(32 * 1024 * 1024);
  socket.destroy();
});

test("a protocol that is not spoken here is told so before anything else", async () => {
  for (const protocol of ["2", "0", "-1", "1.5", "eins", ""]) {
    const answer = await pc.get("/state", { "lajur-protocol": protocol });
    expect(refusal(answer)).toEqual([426, "protocol_unknown"]);
    expect(answer.headers["lajur-protocol"]).toBe("1-1");
  }
  expect((await pc.get("/state", { "lajur-protocol": "1" })).statusCode).toBe(200);
});

test("without a good token there is nothing, not even a look at the body", async () => {
  const bad = [
    "",
    "Bearer",
    "Bearer x",
    `Basic ${pc.token}`,
    `Bearer ${pc.token}x`,
    "Bearer ' or 1=1",
  ];
  for (const authorization of bad) {
    const answer = await pc.post("/events", Buffer.from("{"), { authorization });
    expect(refusal(answer)).toEqual([401, "token_unknown"]);
    expect(answer.headers["www-authenticate"]).toBe("Bearer");
  }
});

test("codes cannot be tried out one after the other", async () => {
  const tries: number[] = [];
  for (let tried = 0; tried < 25; tried += 1) {
    const answer = await portal.app.inject({
      method: "POST",
      url: `${API}/join`,
      payload: { code: `AAAA-AAAA-${1000 + tried}`, name: "PC", app: "" },
    });
    tries.push(answer.statusCode);
    if (answer.statusCode === 429) {
      expect(refusal(answer)).toEqual([429, "requests_too_many"]);
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    }
  }
  expect(tries.filter((status) => status === 403)).toHaveLength(20);
  expect(tries.slice(20)).toEqual([429, 429, 429, 429, 429]);
});

test("cursors, waits and paths are taken as they are meant or not at all", async () => {
  const epoch = await pc.epoch();
  for (const query of [
    "after=1",
    "after=-1.aaaaaaaa",
    "after=1.zzzzzzzz",
    "after=01.aaaaaaaa",
    "after=0&wait=31",
    "after=0&wait=-1",
    "after=0&after=0",
    "wait=1",
  ]) {
    expect((await pc.get(`/feed?${query}&epoch=${epoch}`)).statusCode).toBe(400);
  }
  for (const path of ["/nothing", "/STATE", "/state/", "/feed/x"]) {
    expect(refusal(await pc.get(path))[0]).toBe(404);
  }
});

test("the prototype of things is out of reach", async () => {
  const epoch = await pc.epoch();
  const [event] = createWriter().some(1);
  const body = `{"__proto__":{"polluted":1},"epoch":"${epoch}","events":[${JSON.stringify(
    event,
  ).replace("{", '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},')}]}`;
  expect((await pc.post("/events", Buffer.from(body))).statusCode).toBe(200);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect((await pc.feed()).json()).toMatchObject({ items: [{ event }] });
});

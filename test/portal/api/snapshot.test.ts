import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { snapshotEnd } from "../../../portal/snapshot/plan.ts";
import { type ApiClient, type ApiPortal, startApiPortal } from "../../support/portal-api.ts";
import { createWriter, identity } from "../../support/wire-events.ts";

let portal: ApiPortal;
let pc: ApiClient;
beforeEach(async () => {
  portal = await startApiPortal();
  pc = await portal.office("Kantor A");
});
afterEach(() => portal.stop());

const linesOf = (bytes: Buffer): unknown[] =>
  gunzipSync(bytes)
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
const files = (): string[] => readdirSync(join(portal.folder, "snapshots"));

test("a new PC gets the whole office at once, and where to go on from", async () => {
  const events = createWriter().some(700);
  await pc.push(events);
  const answer = await pc.get("/snapshot");
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/gzip");
  const { cursor } = (await pc.get("/state")).json<{ cursor: string }>();
  expect(linesOf(answer.rawPayload)).toEqual([...events.map((event) => ({ event })), { cursor }]);
});

test("an office without anything has one too", async () => {
  expect(linesOf((await pc.get("/snapshot")).rawPayload)).toEqual([{ cursor: "0" }]);
});

test("one file serves many, goes on where a line broke, and is made anew when it is old", async () => {
  const writer = createWriter();
  await pc.push(writer.some(800));
  await pc.push(writer.some(800));
  const whole = await pc.get("/snapshot");
  const etag = String(whole.headers["etag"]);
  expect(linesOf(whole.rawPayload)).toHaveLength(snapshotEnd(1600) + 1);
  const name = files();
  expect(name).toHaveLength(1);

  await pc.push(writer.some(5));
  const { length } = whole.rawPayload;
  const rest = await pc.get("/snapshot", { range: "bytes=1000-", "if-range": etag });
  expect(rest.statusCode).toBe(206);
  expect(rest.headers["content-range"]).toBe(`bytes 1000-${length - 1}/${length}`);
  expect(rest.rawPayload.equals(whole.rawPayload.subarray(1000))).toBe(true);
  expect(files()).toEqual(name);

  await pc.push(writer.some(1000));
  // Whoever began with the old one ends with it.
  const old = await pc.get("/snapshot", { range: "bytes=1000-", "if-range": etag });
  expect(old.headers["etag"]).toBe(etag);
  const fresh = await pc.get("/snapshot");
  expect(fresh.headers["etag"]).not.toBe(etag);
  expect(linesOf(fresh.rawPayload)).toHaveLength(snapshotEnd(2605) + 1);
  expect(files()).toHaveLength(2);
});

test("a made-up or foreign ETag leads nowhere but to the own office's snapshot", async () => {
  await pc.push(createWriter().some(3));
  const other = await portal.office("Kantor B");
  const foreign = String((await other.get("/snapshot")).headers["etag"]);
  for (const made of [foreign, '"../../portal.sqlite"', '"x.jsonl.gz"', 'W/"x"']) {
    const answer = await pc.get("/snapshot", { "if-range": made, range: "bytes=5-" });
    expect(answer.statusCode).toBe(200);
    expect(linesOf(answer.rawPayload)).toHaveLength(4);
  }
  const beyond = await pc.get("/snapshot", { range: "bytes=999999-" });
  expect([beyond.statusCode, beyond.json<{ code: string }>().code]).toEqual([416, "range_invalid"]);
});

test("what was erased is in no snapshot, nor in one that somebody began to read before", async () => {
  const writer = createWriter();
  const { identity: mine, digest } = identity();
  const body = JSON.stringify({ requester: digest });
  await pc.push([writer.next({ stream: "r1", type: "request.created", body, identities: [mine] })]);
  const before = await pc.get("/snapshot");
  expect(gunzipSync(before.rawPayload).toString()).toContain(mine.key);
  await pc.push([writer.next({ stream: "r1", type: "identity.erased", body: "{}" })]);
  // The file with what was erased goes without anybody asking for it.
  await vi.waitFor(() => expect(files()).toEqual([]));
  const etag = String(before.headers["etag"]);
  const after = await pc.get("/snapshot", { range: "bytes=0-", "if-range": etag });
  expect(after.statusCode).toBe(200);
  expect(gunzipSync(after.rawPayload).toString()).not.toContain(mine.ciphertext);
  expect(files()).toHaveLength(1);
});

test("the place of a snapshot moves in steps of an eighth to a sixteenth", () => {
  expect([0, 1, 999, 1000].map(snapshotEnd)).toEqual([0, 1, 999, 1000]);
  for (let end = 1001; end < 2_000_000; end = Math.ceil(end * 1.37)) {
    const tail = end - snapshotEnd(end);
    expect(tail).toBeGreaterThanOrEqual(0);
    expect(tail).toBeLessThan(end / 8 + 1);
  }
});

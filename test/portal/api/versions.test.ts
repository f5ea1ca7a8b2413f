import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { protocol } from "#shared/sync/protocol.ts";
import { type ApiPortal, startApiPortal } from "../../support/portal-api.ts";
import { replay, type Step } from "../../support/protocol-replay.ts";
import { createWriter } from "../../support/wire-events.ts";

/**
 * A conversation as PC and portal of protocol 1 had it. The file never changes: what was said then
 * must be understood for as long as the protocol is spoken. A later one gets a file of its own.
 */
const recorded = JSON.parse(
  readFileSync(new URL("../../fixtures/protocol/v1.json", import.meta.url), "utf8"),
) as Step[];

let portal: ApiPortal;
beforeEach(async () => void (portal = await startApiPortal()));
afterEach(() => portal.stop());

test("a PC of protocol 1 is answered as it was when that was new", async () => {
  const requests = recorded.map(({ status: _, answer: __, ...request }) => request);
  for (const [index, { name, status, answer }] of (await replay(portal, requests)).entries()) {
    const then = recorded[index];
    expect({ name, status }).toEqual({ name, status: then?.status });
    // Sentences may be worded better, and more may be told.
    const { message: _, ...rest } = (then?.answer ?? {}) as { message?: string };
    expect(answer).toMatchObject(rest);
  }
});

test("what a portal of protocol 1 answered is read by today's PC", () => {
  for (const { method, path, status, answer } of recorded) {
    if (status !== 200) continue;
    const [place] = path.split("?");
    const route = Object.values(protocol).find(
      (one) => one.path === place && "method" in one && one.method === method,
    );
    if (route === undefined || !("response" in route)) continue;
    expect(route.response.safeParse(answer).error).toBeUndefined();
  }
});

test("a newer PC may say more than this portal understands", async () => {
  const pc = await portal.office("Kantor A");
  const [event] = createWriter().some(1);
  const pushed = await pc.post("/events", {
    epoch: await pc.epoch(),
    events: [{ ...event, urgency: "high" }],
    hurry: true,
  });
  expect(pushed.statusCode).toBe(200);
  expect((await pc.feed()).json()).toMatchObject({ items: [{ event }] });
  const query = `after=0&epoch=${await pc.epoch()}&only=later`;
  expect((await pc.get(`/feed?${query}`)).statusCode).toBe(200);
});

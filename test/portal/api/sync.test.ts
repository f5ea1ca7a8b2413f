import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { API } from "#shared/sync/protocol.ts";
import { protocol } from "#shared/sync/protocol.ts";
import { makeCode } from "../../../portal/service/devices.ts";
import { type ApiClient, type ApiPortal, startApiPortal } from "../../support/portal-api.ts";
import { createWriter } from "../../support/wire-events.ts";

let portal: ApiPortal;
let pc: ApiClient;
beforeEach(async () => {
  portal = await startApiPortal();
  pc = await portal.office("Kantor A");
});
afterEach(() => portal.stop());

test("a PC joins, sees how things stand, sends, and another one reads it", async () => {
  const { code } = await makeCode(portal.ctx, pc.office);
  const answer = await portal.app.inject({
    method: "POST",
    url: `${API}/join`,
    payload: { code, name: "PC kedua", app: "lajur 0.1.0" },
  });
  expect(answer.statusCode).toBe(200);
  const joined = protocol.join.response.parse(answer.json());
  expect(joined).toMatchObject({ device: { name: "PC kedua", letter: "B" }, empty: true });

  const events = createWriter().some(5);
  const pushed = protocol.push.response.parse((await pc.pushZipped(events)).json());
  expect(pushed.heads).toMatchObject([{ seq: 5 }]);
  expect(pushed.placed?.after).toBe("0");

  const state = protocol.state.response.parse((await pc.get("/state")).json());
  expect(state.cursor).toBe(pushed.placed?.upTo);
  expect(state).toMatchObject({ office: { name: "Kantor A" }, protocol: { oldest: 1, newest: 1 } });

  const feed = protocol.feed.response.parse((await pc.feed()).json());
  expect(feed).toEqual({
    items: events.map((event) => ({ event })),
    cursor: state.cursor,
    more: false,
  });
  expect(protocol.heads.response.parse((await pc.get("/heads")).json()).heads).toEqual(
    pushed.heads,
  );
  const wanted = [{ writer: events[0]?.writer, seq: 2 }];
  const fetched = await pc.post("/events/fetch", { events: wanted });
  expect(fetched.json()).toEqual({ events: [events[1]] });
});

test("answers are gzipped for those who take it", async () => {
  const events = createWriter().some(50);
  await pc.push(events);
  const path = `/feed?after=0&epoch=${await pc.epoch()}`;
  const zipped = await pc.get(path, { "accept-encoding": "gzip, deflate, br" });
  expect(zipped.headers["content-encoding"]).toBe("gzip");
  const plain = await pc.get(path, { "accept-encoding": "identity" });
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.payload);
  expect(zipped.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
});

test("whoever waits for news is answered when they come, and when the portal stops", async () => {
  const { cursor } = (await pc.get("/state")).json<{ cursor: string }>();
  const waiting = pc.feed(cursor, 20);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const second = await portal.pc(pc.office);
  const events = createWriter().some(1);
  await second.push(events);
  const news = protocol.feed.response.parse((await waiting).json());
  expect(news.items).toEqual([{ event: events[0] }]);
  const last = pc.feed(news.cursor, 20);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closed = portal.close();
  expect((await last).json()).toMatchObject({ items: [], cursor: news.cursor });
  await closed;
});

test("a restored portal and a wrong cursor are told apart from everything else", async () => {
  await pc.push(createWriter().some(2));
  expect((await pc.feed("2.00000000")).json()).toMatchObject({ code: "cursor_unknown" });
  expect((await pc.get("/feed?after=0&epoch=another-one")).statusCode).toBe(409);
  const gap = await pc.push(createWriter().some(3).slice(1));
  expect(gap.statusCode).toBe(409);
  expect(gap.json()).toEqual({ code: "event_gap", message: expect.any(String), heads: [] });
});

test("PCs are listed, invited and revoked within the office", async () => {
  const stranger = await portal.office("Kantor B");
  const { devices } = protocol.devices.response.parse((await pc.get("/devices")).json());
  const own = devices[0]?.id ?? "";
  expect(devices).toHaveLength(1);
  const invited = await pc.post("/devices/code", {});
  expect(protocol.invite.response.parse(invited.json()).code).toMatch(
    /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/,
  );
  expect((await stranger.post("/devices/revoke", { device: own })).statusCode).toBe(404);
  expect((await pc.get("/state")).statusCode).toBe(200);
  expect((await pc.post("/devices/revoke", { device: own })).statusCode).toBe(200);
  for (const path of ["/state", "/heads", "/snapshot", "/devices", "/offices"]) {
    const answer = await pc.get(path);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      401,
      "token_revoked",
    ]);
  }
  expect((await stranger.get("/offices")).json()).toEqual({
    offices: [{ id: pc.office, name: "Kantor A" }],
  });
});

test("messages go through one by one", async () => {
  const answer = await pc.post("/messages", {
    messages: [{ id: "m1", type: "later.invented", at: "2026-11-20T02:00:00.000Z", body: {} }],
  });
  expect(answer.json()).toEqual({ refused: [{ id: "m1", code: "message_strange" }] });
});

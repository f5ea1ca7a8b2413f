import { afterEach, expect, test } from "vitest";
import { API } from "#shared/sync/protocol.ts";
import { makeCode } from "../../../portal/service/devices.ts";
import { type ApiPortal, startApiPortal } from "../../support/portal-api.ts";
import { createWriter } from "../../support/wire-events.ts";

let portal: ApiPortal;
afterEach(() => portal.stop());

test("the process and its database can be watched over", async () => {
  portal = await startApiPortal();
  expect((await portal.app.inject("/healthz")).statusCode).toBe(200);
  expect((await portal.app.inject("/readyz")).statusCode).toBe(200);
  const { store } = portal.ctx;
  const ready = store.ready;
  store.ready = () => Promise.reject(new Error("gone"));
  expect((await portal.app.inject("/readyz")).statusCode).toBe(503);
  expect((await portal.app.inject("/healthz")).statusCode).toBe(200);
  store.ready = ready;
});

test("metrics are for whoever has the token, and there are none without one", async () => {
  portal = await startApiPortal();
  expect((await portal.app.inject("/metrics")).statusCode).toBe(404);
  await portal.stop();
  portal = await startApiPortal({ metricsToken: "0123456789abcdef" });
  const ask = (authorization: string) =>
    portal.app.inject({ url: "/metrics", headers: { authorization } });
  expect((await ask("")).statusCode).toBe(401);
  expect((await ask("Bearer 0123456789abcdeX")).statusCode).toBe(401);
  const pc = await portal.office("Kantor A");
  await pc.push(createWriter().some(12));
  const { payload, statusCode } = await ask("Bearer 0123456789abcdef");
  expect(statusCode).toBe(200);
  expect(payload).toContain("lajur_events_total 12");
  expect(payload).toContain("lajur_feed_items 12");
  expect(payload).toContain("lajur_devices 1");
  expect(payload).toMatch(
    /lajur_request_seconds_count\{method="POST",route="\/api\/v1\/events",status="200"\} 1/,
  );
  expect(payload).not.toContain("Kantor A");
});

test("the log tells routes and times, and no name, address, query, body or secret", async () => {
  portal = await startApiPortal({ logLevel: "debug", trustProxy: 1 });
  const pc = await portal.office("Kantor Rahasia");
  const { code } = await makeCode(portal.ctx, pc.office);
  await portal.app.inject({
    method: "POST",
    url: `${API}/join`,
    headers: { "x-forwarded-for": "203.0.113.77", "user-agent": "Peramban Rahasia" },
    payload: { code, name: "PC Rahasia", app: "lajur" },
  });
  await pc.push([createWriter().next({ body: JSON.stringify({ text: "Isi Rahasia" }) })]);
  await pc.get("/state?secret=Rahasia");
  await pc.get("/nothing/Rahasia?nik=3201");
  await pc.post("/events", Buffer.from("{Rahasia"));
  portal.ctx.hooks.accepted.push(() => Promise.reject(new Error("Kesalahan Rahasia")));
  expect((await pc.push(createWriter().some(1))).statusCode).toBe(500);
  const text = portal.log.join("");
  for (const secret of ["Rahasia", "203.0.113.77", "3201", code, pc.token]) {
    expect(text).not.toContain(secret);
  }
  const lines = portal.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toContainEqual(
    expect.objectContaining({
      route: `${API}/state`,
      method: "GET",
      status: 200,
      office: pc.office,
      device: expect.any(String),
      ms: expect.any(Number),
    }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({ level: 50, msg: "failed", name: "Error", frames: expect.any(Array) }),
  );
});

test("every answer says what browsers may do with it", async () => {
  portal = await startApiPortal({ publicUrl: "https://portal.contoh.go.id/" });
  for (const url of ["/healthz", `${API}/state`, `${API}/nothing`, "/openapi.json"]) {
    const { headers } = await portal.app.inject(url);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "strict-transport-security": "max-age=31536000",
    });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  }
});

test("the OpenAPI document says every route with its answers and refusals", async () => {
  portal = await startApiPortal();
  const { openapi, paths } = (await portal.app.inject("/openapi.json")).json<{
    openapi: string;
    paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown> }>>;
  }>();
  expect(openapi).toBe("3.1.0");
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(() => path.startsWith(API))
      .map(([method, { summary, responses }]) => {
        expect(`${path}: ${summary}`).not.toContain("undefined");
        return `${method} ${path.slice(API.length)} ${Object.keys(responses).join(" ")}`;
      }),
  );
  expect(routes.toSorted()).toMatchInlineSnapshot(`
    [
      "delete /files/{id} 401 404 426 503",
      "get /devices 200 401 426 503",
      "get /feed 200 400 401 409 426 503",
      "get /files/{id} 401 404 416 426 503",
      "get /heads 200 401 426 503",
      "get /offices 200 401 426 503",
      "get /snapshot 200 206 401 416 426 503",
      "get /state 200 400 401 409 426 503",
      "options /files 200",
      "patch /files/{id} 400 401 404 409 413 422 426 503",
      "post /devices/code 200 401 426 429 503",
      "post /devices/revoke 200 400 401 404 426 503",
      "post /events 200 400 401 409 413 422 426 503",
      "post /events/fetch 200 400 401 413 426 503",
      "post /files 400 401 403 413 426 429 503",
      "post /files/missing 200 400 401 413 426 503",
      "post /join 200 400 403 413 426 429 503",
      "post /messages 200 400 401 413 426 503",
    ]
  `);
});

import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieFor, originOf, send, signIn, tokenOf } from "./client.ts";
import { setUp } from "./set-up.ts";

let context: Awaited<ReturnType<typeof setUp>>;
let port: number;

beforeAll(async () => {
  context = await setUp();
  port = context.bridge.port;
});
afterAll(async () => {
  await context.bridge.close();
  rmSync(context.folder, { recursive: true });
});

test("the first page is served with a strict policy and is never kept stale", async () => {
  const reply = await send(port, "/");
  expect(reply.status).toBe(200);
  expect(reply.body).toContain("<title>Lajur</title>");
  const policy = reply.headers["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/https?:|\*/);
  expect(reply.headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-cache",
  });
  expect(Object.keys(reply.headers).filter((name) => name.startsWith("access-control"))).toEqual(
    [],
  );
});

test("hashed assets have their type and may be kept for good", async () => {
  const reply = await send(port, "/assets/main-abc.js");
  expect(reply.status).toBe(200);
  expect(reply.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect(reply.headers["cache-control"]).toContain("immutable");
});

test("HEAD answers the headers of GET without its body", async () => {
  const reply = await send(port, "/", { method: "HEAD" });
  expect(reply.status).toBe(200);
  expect(reply.body).toBe("");
  expect(reply.headers["content-length"]).toBe("35");
});

test("a page of the app gets the first page, a missing file gets 404", async () => {
  expect((await send(port, "/permohonan/2026-1")).body).toContain("<title>Lajur</title>");
  expect((await send(port, "/assets/gone.js")).status).toBe(404);
});

test("a foreign Host is refused, so that DNS rebinding reaches nothing", async () => {
  for (const host of ["evil.example", `localhost:${port}`, "127.0.0.1", `127.0.0.1:${port + 1}`]) {
    expect((await send(port, "/", { headers: { host } })).status).toBe(403);
  }
});

test("a foreign Origin or a request that another site caused is refused", async () => {
  for (const [name, value] of [
    ["origin", "http://evil.example"],
    ["origin", "null"],
    ["origin", originOf(port + 1)],
    ["sec-fetch-site", "cross-site"],
    ["sec-fetch-site", "same-site"],
  ] as const) {
    expect((await send(port, "/", { headers: { [name]: value } })).status).toBe(403);
  }
});

test("other methods than GET, HEAD and the sign-in are refused", async () => {
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    expect((await send(port, "/", { method })).status).toBe(405);
  }
});

test("nothing outside the renderer's folder is served, however the way out is written", async () => {
  for (const path of [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "//etc/passwd",
    "/%00/../secret.txt",
    "/%",
    "/%ff",
    `/${"a".repeat(5000)}`,
  ]) {
    const reply = await send(port, path);
    expect(reply.body, path).not.toContain("rahasia");
    expect(reply.body, path).not.toContain("root:");
    expect([200, 404], path).toContain(reply.status);
  }
});

test("a token is 256 bits, opens one session, and is then spent", async () => {
  const token = tokenOf(context.bridge.address());
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  const first = await signIn(port, token);
  expect(first.status).toBe(204);
  expect(first.headers["set-cookie"]?.[0]).toMatch(
    new RegExp(`^lajur-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
  );
  const second = await signIn(port, token);
  expect(second.status).toBe(401);
  expect(second.headers["set-cookie"]).toBeUndefined();
});

test("only the newest addresses stay good", async () => {
  const oldest = tokenOf(context.bridge.address());
  for (let count = 0; count < 8; count += 1) context.bridge.address();
  expect((await signIn(port, oldest)).status).toBe(401);
});

test("a sign-in with a wrong token, a broken body, a long body or no Origin is refused", async () => {
  const headers = { origin: originOf(port) };
  const post = (body: string) => send(port, "/session", { method: "POST", headers, body });
  expect((await signIn(port, "x".repeat(43))).status).toBe(401);
  expect((await post("{")).status).toBe(400);
  expect((await post("null")).status).toBe(400);
  expect((await post('{"token": 3}')).status).toBe(400);
  expect((await post(JSON.stringify({ token: "x".repeat(5000) }))).status).toBe(413);
  const token = tokenOf(context.bridge.address());
  const bare = await send(port, "/session", { method: "POST", body: JSON.stringify({ token }) });
  expect(bare.status).toBe(403);
});

test("an attachment needs the cookie", async () => {
  expect((await send(port, "/file/r1/f1")).status).toBe(401);
  const cookie = `lajur-${port}=${"x".repeat(43)}`;
  expect((await send(port, "/file/r1/f1", { headers: { cookie } })).status).toBe(401);
});

test("an attachment comes as a download under its own name, asked for by the host", async () => {
  const cookie = await cookieFor(port, context.bridge.address());
  const reply = await send(port, "/file/r%2F1/f1", { headers: { cookie } });
  expect(reply.status).toBe(200);
  expect(reply.body).toBe("isi berkas");
  expect(reply.headers["content-type"]).toBe("application/octet-stream");
  expect(reply.headers["content-disposition"]).toBe(
    "attachment; filename=\"surat _permohonan_ (1).pdf\"; filename*=UTF-8''surat%20%E2%80%9Cpermohonan%E2%80%9D%20%281%29.pdf",
  );
  expect(context.standIn.calls.at(-1)).toEqual({
    method: "file.locate",
    params: { request: "r/1", file: "f1" },
    context: { origin: "host", user: null },
  });
  await send(port, "/download/d1", { headers: { cookie } });
  expect(context.standIn.calls.at(-1)?.params).toEqual({ download: "d1" });
});

test("paths that name no attachment are not asked of the core", async () => {
  const cookie = await cookieFor(port, context.bridge.address());
  const before = context.standIn.calls.length;
  for (const path of ["/file/r1", "/file/r1/f1/x", "/file//f1", "/download/", "/download/a/b"]) {
    expect((await send(port, path, { headers: { cookie } })).status, path).toBe(404);
  }
  expect(context.standIn.calls).toHaveLength(before);
});

test("an attachment that has vanished from the disk is answered with 404", async () => {
  const cookie = await cookieFor(port, context.bridge.address());
  rmSync(context.attachment);
  expect((await send(port, "/file/r1/f1", { headers: { cookie } })).status).toBe(404);
});

test("the bridge listens on 127.0.0.1 only", async () => {
  await expect(fetch(`http://[::1]:${port}/`)).rejects.toThrow();
});

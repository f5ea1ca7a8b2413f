import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { cookieFor, next, openSocket, originOf } from "./client.ts";
import { setUp } from "./set-up.ts";

let context: Awaited<ReturnType<typeof setUp>>;
let port: number;
let cookie: string;

beforeAll(async () => {
  context = await setUp();
  port = context.bridge.port;
  cookie = await cookieFor(port, context.bridge.address());
});
afterAll(async () => {
  await context.bridge.close();
  rmSync(context.folder, { recursive: true });
});

async function connected(): Promise<WebSocket> {
  const socket = await openSocket(port, { cookie, origin: originOf(port) });
  if (typeof socket === "number") throw new Error(`refused with ${socket}`);
  return socket;
}

test("the line opens with cookie and Origin, and again after a reload", async () => {
  const first = await connected();
  first.terminate();
  const second = await connected();
  second.send(JSON.stringify({ id: 1, method: "echo", params: { a: "é" }, as: "u1" }));
  expect(await next(second)).toEqual({
    id: 1,
    ok: true,
    result: { params: { a: "é" }, context: { origin: "window", user: "u1" } },
  });
  second.terminate();
});

test("the line stays shut without cookie, with a foreign or no Origin, Host or path", async () => {
  const origin = originOf(port);
  const attempts: [Record<string, string>, string?][] = [
    [{ origin }],
    [{ cookie: `lajur-${port}=${"x".repeat(43)}`, origin }],
    [{ cookie }],
    [{ cookie, origin: "http://evil.example" }],
    [{ cookie, origin, host: "evil.example" }],
    [{ cookie, origin }, "/other"],
  ];
  for (const [headers, path] of attempts) {
    expect(await openSocket(port, headers, path)).toBe(403);
  }
});

test("a message cannot make itself the host's", async () => {
  const socket = await connected();
  socket.send(JSON.stringify({ id: 2, method: "echo", params: {}, origin: "host" }));
  expect(await next(socket)).toMatchObject({
    result: { context: { origin: "window", user: null } },
  });
  socket.terminate();
});

test("an unknown method is answered with its code and the line stays open", async () => {
  const socket = await connected();
  socket.send(JSON.stringify({ id: 3, method: "no.such", params: {} }));
  expect(await next(socket)).toMatchObject({ id: 3, ok: false, error: { code: "method_unknown" } });
  socket.send(JSON.stringify({ id: 4, method: "echo", params: {} }));
  expect(await next(socket)).toMatchObject({ id: 4, ok: true });
  socket.terminate();
});

test("a call of the wrong shape is answered when it has an id", async () => {
  const socket = await connected();
  socket.send(JSON.stringify({ id: 5, method: 3 }));
  expect(await next(socket)).toMatchObject({ id: 5, ok: false, error: { code: "params_invalid" } });
  socket.terminate();
});

test("what is not JSON, not text or larger than 2 MiB closes this line and no other", async () => {
  const bystander = await connected();
  const garbled = await connected();
  garbled.send("{nonsense");
  expect(await next(garbled)).toBe(1007);
  const binary = await connected();
  binary.send(Buffer.from(JSON.stringify({ id: 1, method: "echo", params: {} })));
  expect(await next(binary)).toBe(1003);
  const oversized = await connected();
  oversized.send(JSON.stringify({ id: 1, method: "echo", params: "x".repeat(2 * 1024 * 1024) }));
  expect(await next(oversized)).toBe(1009);
  bystander.send(JSON.stringify({ id: 6, method: "echo", params: {} }));
  expect(await next(bystander)).toMatchObject({ id: 6, ok: true });
  bystander.terminate();
});

test("a part of an upload at its largest fits through", async () => {
  const socket = await connected();
  const bytes = "A".repeat(1_500_000);
  socket.send(JSON.stringify({ id: 7, method: "echo", params: { bytes } }));
  expect(await next(socket)).toMatchObject({ id: 7, ok: true });
  socket.terminate();
});

test("a window that does not read its answers is not read from until it does", async () => {
  const socket = await connected();
  const before = context.standIn.calls.length;
  socket.pause();
  const bytes = "A".repeat(1_900_000);
  for (let id = 0; id < 60; id += 1) {
    socket.send(JSON.stringify({ id, method: "echo", params: { bytes } }));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  const readWhilePaused = context.standIn.calls.length - before;
  expect(readWhilePaused).toBeLessThan(40);
  let answers = 0;
  const all = new Promise<void>((resolve) =>
    socket.on("message", () => {
      answers += 1;
      if (answers === 60) resolve();
    }),
  );
  socket.resume();
  await all;
  socket.terminate();
});

test("news reaches every open window", async () => {
  const windows = [await connected(), await connected()];
  const heard = Promise.all(windows.map(next));
  context.standIn.push({ push: "archive.changed", request: "r1" });
  expect(await heard).toEqual([
    { push: "archive.changed", request: "r1" },
    { push: "archive.changed", request: "r1" },
  ]);
  for (const socket of windows) socket.terminate();
});

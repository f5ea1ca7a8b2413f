import { expect, test } from "vitest";
import type { CallMessage, HostMessage } from "#shared/contract.ts";
import { asWindow, readCall } from "#host/protocol.ts";
import { serve } from "#host/serve.ts";
import { createPair } from "./pair.ts";
import { createStandIn } from "./stand-in.ts";

function setUp() {
  const standIn = createStandIn({ "home.get": { running: 3 } });
  const [window, host] = createPair<CallMessage, HostMessage>();
  const received: HostMessage[] = [];
  window.onMessage((message) => received.push(message));
  serve(standIn.core, host, asWindow);
  return { ...standIn, window, received };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test("a call is answered with its id and the core's result", async () => {
  const { window, received } = setUp();
  window.post({ id: 7, method: "home.get", params: {} });
  await settle();
  expect(received).toEqual([{ id: 7, ok: true, result: { running: 3 } }]);
});

test("a failure of the core is answered with its code and sentence", async () => {
  const { window, received } = setUp();
  window.post({ id: 1, method: "no.such", params: {} });
  await settle();
  expect(received).toEqual([
    {
      id: 1,
      ok: false,
      error: { code: "method_unknown", message: "Perintah no.such tidak dikenal." },
    },
  ]);
});

test("a window's call runs as window whatever its message claims", async () => {
  const { window, calls } = setUp();
  const forged = readCall({ id: 1, method: "echo", params: {}, as: "u1", origin: "host" });
  expect(forged).not.toBeNull();
  if (forged) window.post(forged);
  await settle();
  expect(calls[0]?.context).toEqual({ origin: "window", user: "u1" });
});

test("news goes to the port until it closes", async () => {
  const { window, received, push, listening } = setUp();
  push({ push: "archive.changed", request: "r1" });
  await settle();
  expect(received).toEqual([{ push: "archive.changed", request: "r1" }]);
  window.close();
  expect(listening()).toBe(0);
});

test("more calls at once than a port may have are refused as busy and the others go on", async () => {
  const { window, received, calls } = setUp();
  for (let id = 0; id < 300; id += 1) window.post({ id, method: "never", params: {} });
  await settle();
  expect(calls).toHaveLength(256);
  expect(received).toHaveLength(44);
  expect(received[0]).toMatchObject({ id: 256, ok: false, error: { code: "busy" } });
});

test("what is no call is not read as one", () => {
  for (const data of [null, 3, "x", [], {}, { id: "1", method: "a" }, { id: -1, method: "a" }]) {
    expect(readCall(data)).toBeNull();
  }
});

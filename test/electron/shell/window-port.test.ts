import { EventEmitter } from "node:events";
import type { IpcMain, WebContents } from "electron";
import { expect, test } from "vitest";
import { asWindow } from "#host/protocol.ts";
import { serve } from "#host/serve.ts";
import { CALL } from "../../../electron/shell/channels.ts";
import { onEachPage } from "../../../electron/shell/window-port.ts";
import { createStandIn } from "../host/stand-in.ts";

/** The two emitters that Electron gives, with nothing of its own behaviour. */
function setUp() {
  const sent: unknown[] = [];
  const ipc = new EventEmitter();
  const contents = Object.assign(new EventEmitter(), {
    send: (_channel: string, message: unknown) => sent.push(message),
    isDestroyed: () => false,
  });
  const standIn = createStandIn();
  onEachPage(ipc as unknown as IpcMain, contents as unknown as WebContents, (port) =>
    serve(standIn.core, port, asWindow),
  );
  contents.emit("did-navigate");
  const top = { url: "app://lajur/#/", parent: null };
  const call = (
    message: unknown,
    senderFrame: unknown = top,
    sender: unknown = contents,
  ): boolean => ipc.emit(CALL, { sender, senderFrame }, message);
  return { ...standIn, sent, ipc, contents, top, call };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test("a call of the app's own frame is answered, as the window's whatever it claims", async () => {
  const { call, calls, sent } = setUp();
  call({ id: 1, method: "echo", params: {}, as: "u1", origin: "host" });
  await settle();
  expect(calls[0]?.context).toEqual({ origin: "window", user: "u1" });
  expect(sent).toMatchObject([{ id: 1, ok: true }]);
});

test("calls of other frames, other addresses and other windows reach nothing", async () => {
  const { call, calls, sent, top } = setUp();
  const message = { id: 1, method: "echo", params: {} };
  call(message, null);
  call(message, { url: "app://lajur/", parent: top });
  call(message, { url: "app://other/", parent: null });
  call(message, { url: "https://lajur/", parent: null });
  call(message, top, new EventEmitter());
  await settle();
  expect(calls).toEqual([]);
  expect(sent).toEqual([]);
});

test("what is nearly a call is refused with its code, what is none is ignored", async () => {
  const { call, calls, sent } = setUp();
  call({ id: 4, method: 7 });
  call("nonsense");
  call(null);
  await settle();
  expect(calls).toEqual([]);
  expect(sent).toMatchObject([{ id: 4, ok: false, error: { code: "params_invalid" } }]);
});

test("an answer to the page before does not reach the next one", async () => {
  const { call, contents, sent, ipc, listening } = setUp();
  call({ id: 1, method: "echo", params: {} });
  contents.emit("did-navigate");
  await settle();
  expect(sent).toEqual([]);
  expect(ipc.listenerCount(CALL)).toBe(1);
  expect(listening()).toBe(1);
  contents.emit("destroyed");
  expect(ipc.listenerCount(CALL)).toBe(0);
  expect(listening()).toBe(0);
});

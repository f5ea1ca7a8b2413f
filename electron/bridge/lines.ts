import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Core } from "#core/types.ts";
import { asWindow } from "#host/protocol.ts";
import { serve } from "#host/serve.ts";
import { socketPort } from "./socket-port.ts";

/** A part of an upload is 1 MiB in base64; nothing larger comes from a window. */
const MOST_MESSAGE = 2 * 1024 * 1024;
/** A window that misses a whole beat is gone. */
const BEAT_MS = 30_000;

/** The WebSockets of all windows, each served by the core as `window`. */
export function createLines(core: Pick<Core, "call" | "onPush">) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE });
  const silent = new WeakSet<WebSocket>();
  const listeners: (() => void)[] = [];

  const heart = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
  }, BEAT_MS);
  heart.unref();

  return {
    open(request: IncomingMessage, raw: Duplex, head: Buffer): void {
      sockets.handleUpgrade(request, raw, head, (socket) => {
        // ws closes the socket itself on a protocol error, with the code that says which.
        socket.on("error", (error) => console.error(`port: ${error.message}`));
        socket.on("pong", () => silent.delete(socket));
        serve(core, socketPort(socket), asWindow);
        for (const listener of listeners) listener();
      });
    },
    onOpen: (listener: () => void): void => void listeners.push(listener),
    close(): void {
      clearInterval(heart);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

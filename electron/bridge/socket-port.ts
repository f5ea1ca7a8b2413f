import type { WebSocket } from "ws";
import type { Port } from "#host/port.ts";
import { readCall } from "#host/protocol.ts";
import type { CallMessage, HostMessage } from "#shared/contract.ts";
import { failure } from "#shared/errors.ts";

/** While more than this many bytes wait to be sent, no further call is read. */
const HIGH_WATER = 8 * 1024 * 1024;

/** A WebSocket as a port: one JSON text a message; what is no call closes the socket. */
export function socketPort(socket: WebSocket): Port<HostMessage, CallMessage> {
  function post(message: HostMessage): void {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(JSON.stringify(message), () => {
      if (socket.isPaused && socket.bufferedAmount < HIGH_WATER) socket.resume();
    });
    if (socket.bufferedAmount >= HIGH_WATER) socket.pause();
  }

  return {
    post,
    onMessage(listener) {
      socket.on("message", (data, binary) => {
        if (binary) return socket.close(UNSUPPORTED);
        const json = parse(data.toString());
        const message = readCall(json);
        if (message !== null) return listener(message);
        const id = idOf(json);
        if (id === null) return socket.close(MALFORMED);
        post({ id, ok: false, error: failure("params_invalid") });
      });
    },
    onClose: (listener) => void socket.once("close", () => listener()),
    close: () => socket.close(),
  };
}

/** RFC 6455, 7.4.1: data of a type that is not accepted; data that is not what it should be. */
const UNSUPPORTED = 1003;
const MALFORMED = 1007;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // undefined is no call either
  }
}

/** The id of something that is nearly a call, so that its sender gets an answer. */
function idOf(json: unknown): number | null {
  const id = (json as { id?: unknown } | null | undefined)?.id;
  return typeof id === "number" && Number.isInteger(id) && id >= 0 ? id : null;
}

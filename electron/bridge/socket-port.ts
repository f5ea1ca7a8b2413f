import type { WebSocket } from "ws";
import type { Port } from "#host/port.ts";
import { readCall, refusalOf } from "#host/protocol.ts";
import type { CallMessage, HostMessage } from "#shared/contract.ts";

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
      socket.on("message", (data: Buffer, binary) => {
        if (binary) return socket.close(UNSUPPORTED);
        const json = parse(data.toString("utf8"));
        const message = readCall(json);
        if (message !== null) return listener(message);
        const refusal = refusalOf(json);
        if (refusal === null) return socket.close(MALFORMED);
        post(refusal);
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

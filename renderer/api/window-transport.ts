import type { LajurWindow } from "#shared/window.ts";
import type { Transport } from "./transport.ts";

/** Electron's port as a transport. It is there as long as the window is, so it is always open. */
export function createWindowTransport(lajur: LajurWindow): Transport {
  const ends: (() => void)[] = [];
  return {
    line: () => "open",
    onLine: () => () => undefined,
    send(message) {
      lajur.post(message);
      return true;
    },
    onMessage(listener) {
      const end = lajur.onMessage(listener);
      ends.push(end);
      return end;
    },
    close() {
      for (const end of ends.splice(0)) end();
    },
  };
}

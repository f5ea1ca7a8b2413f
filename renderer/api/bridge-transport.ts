import type { CallMessage, HostMessage } from "#shared/contract.ts";
import { PORT_PATH, SESSION_PATH, TOKEN_KEY } from "#shared/window.ts";
import { createEmitter, type LineState, type Transport } from "./transport.ts";

/** Waits between tries to reach the bridge again, in milliseconds; the last one repeats. */
const BACK_OFF = [250, 500, 1000, 2000, 4000, 5000];
/** Failed tries after which the window says that Lajur no longer runs; it goes on trying. */
const TRIES_UNTIL_GONE = 5;

export type BridgeDeps = {
  /** Answers once the bridge has given this window its cookie; false when it refused. */
  enter(): Promise<boolean>;
  openSocket(): WebSocket;
  setTimer(run: () => void, milliseconds: number): unknown;
};

/** The bridge's WebSocket as a transport; opens it again when it breaks, without an end. */
export function createBridgeTransport(deps: BridgeDeps): Transport {
  const lines = createEmitter<LineState>();
  const messages = createEmitter<HostMessage>();
  let line: LineState = "connecting";
  let socket: WebSocket | null = null;
  let failures = 0;
  let closed = false;

  function become(next: LineState): void {
    if (next === line) return;
    line = next;
    lines.emit(next);
  }

  function lost(): void {
    if (closed || line === "refused") return;
    failures += 1;
    if (failures >= TRIES_UNTIL_GONE) become("gone");
    else if (line === "open") become("lost");
    const wait = BACK_OFF[Math.min(failures, BACK_OFF.length) - 1] ?? 5000;
    deps.setTimer(connect, wait);
  }

  function connect(): void {
    if (closed) return;
    const opening = deps.openSocket();
    socket = opening;
    opening.addEventListener("open", () => {
      failures = 0;
      become("open");
    });
    opening.addEventListener("message", (event: MessageEvent<unknown>) => {
      if (typeof event.data === "string") messages.emit(JSON.parse(event.data) as HostMessage);
    });
    opening.addEventListener("close", () => {
      if (socket !== opening) return;
      socket = null;
      lost();
    });
  }

  deps.enter().then(
    (admitted) => (admitted ? connect() : become("refused")),
    () => lost(),
  );

  return {
    line: () => line,
    onLine: lines.on,
    onMessage: messages.on,
    send(message: CallMessage): boolean {
      if (socket === null || line !== "open") return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    close(): void {
      closed = true;
      socket?.close();
    },
  };
}

/**
 * Exchanges the one-time token of the address (`#token=...`) for the bridge's cookie and takes it
 * out of the address, so that it stays neither in view nor in the history. Without a token the
 * window was reloaded and has its cookie already.
 */
export async function enterByToken(): Promise<boolean> {
  const token = new URLSearchParams(location.hash.slice(1)).get(TOKEN_KEY);
  if (token === null) return true;
  history.replaceState(null, "", `${location.pathname}#/`);
  const answer = await fetch(SESSION_PATH, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ [TOKEN_KEY]: token }),
  });
  return answer.ok;
}

export function createBrowserBridge(): Transport {
  return createBridgeTransport({
    enter: enterByToken,
    openSocket: () => new WebSocket(`${location.origin.replace(/^http/, "ws")}${PORT_PATH}`),
    setTimer: (run, milliseconds) => setTimeout(run, milliseconds),
  });
}

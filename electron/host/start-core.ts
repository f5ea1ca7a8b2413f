import type { Core } from "#core/types.ts";
import type { HostMessage, Push } from "#shared/contract.ts";
import { type Result, fail } from "#shared/errors.ts";
import { connect } from "./connect.ts";
import type { Port } from "./port.ts";
import type { CoreMessage, HostCall } from "./protocol.ts";

export type CorePort = Port<HostCall, CoreMessage>;

/** A core that dies is started again at most this often within `WINDOW_MS`. */
const MOST_RESTARTS = 3;
const WINDOW_MS = 60_000;

/**
 * Starts a core in a thread or process of its own and keeps it alive. Fails with the core's own
 * sentence when the first start does (`archive_held` and the like). When a running core dies its
 * calls are answered with `internal` and it is started again; calls made meanwhile wait for it. After
 * the third time within a minute every call is answered with `core_gone`.
 */
export async function startCore(
  spawn: () => CorePort,
  now: () => number = Date.now,
): Promise<Result<Core>> {
  const listeners = new Set<(push: Push) => void>();
  const restarts: number[] = [];
  let closed = false;

  const first = await spawnOne();
  if (!first.ok) return first;
  let current: Promise<Result<Core>> = Promise.resolve(first);

  async function spawnOne(): Promise<Result<Core>> {
    const port = spawn();
    let alive = false;
    port.onClose(() => {
      if (alive && !closed) current = restart();
    });
    const started = await handshake(port);
    if (!started.ok) return started;
    alive = true;
    started.value.onPush(tell);
    if (closed) await started.value.close();
    return started;
  }

  async function restart(): Promise<Result<Core>> {
    while (takeRestart()) {
      const started = await spawnOne();
      if (started.ok) {
        // What the lost calls wrote is not known here, so the windows read everything anew.
        tell({ push: "archive.changed", request: null });
        return started;
      }
    }
    return fail("core_gone");
  }

  function takeRestart(): boolean {
    while (restarts[0] !== undefined && restarts[0] <= now() - WINDOW_MS) restarts.shift();
    if (restarts.length >= MOST_RESTARTS) return false;
    restarts.push(now());
    return true;
  }

  function tell(push: Push): void {
    for (const listener of listeners) listener(push);
  }

  return {
    ok: true,
    value: {
      async call(method, params, context) {
        const core = await current;
        return core.ok ? core.value.call(method, params, context) : core;
      },
      onPush(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      async close() {
        closed = true;
        const core = await current;
        if (core.ok) await core.value.close();
      },
    },
  };
}

/** Waits for the core's first word: started, failed, or gone without one. */
function handshake(port: CorePort): Promise<Result<Core>> {
  return new Promise((resolve) => {
    let hand: ((message: HostMessage) => void) | null = null;
    const line: Port<HostCall, HostMessage> = {
      ...port,
      onMessage: (listener) => {
        hand = listener;
      },
    };
    port.onClose(() => resolve(fail("internal")));
    port.onMessage((message) => {
      if ("failed" in message) resolve({ ok: false, error: message.failed });
      else if ("started" in message) resolve({ ok: true, value: connect(line) });
      else hand?.(message);
    });
  });
}

import type { Core } from "#core/types.ts";
import type { HostMessage, Push } from "#shared/contract.ts";
import { type Result, fail } from "#shared/errors.ts";
import { connect } from "./connect.ts";
import type { Port } from "./port.ts";
import type { CoreMessage, HostCall } from "./protocol.ts";

export type CorePort = Port<HostCall, CoreMessage>;

/** A core that dies is started again at most this often within `WINDOW_MS`, then reads only. */
const MOST_RESTARTS = 3;
const WINDOW_MS = 60_000;

/**
 * Starts a core in a thread or process of its own and keeps it alive. Fails with the core's own
 * sentence when the first start does (`archive_held` and the like). When a running core dies its
 * calls are answered with `internal` and it is started again; calls made meanwhile wait for it. After
 * the third time within a minute it is started once more, for reading only; when that one dies too
 * every call is answered with `core_gone`.
 */
export async function startCore(
  spawn: (readOnly: boolean) => CorePort,
  now: () => number = Date.now,
): Promise<Result<Core>> {
  const listeners = new Set<(push: Push) => void>();
  const restarts: number[] = [];
  let closed = false;
  let readOnly = false;

  const first = await spawnOne();
  if (!first.ok) return first;
  let current: Promise<Result<Core>> = Promise.resolve(first);

  async function spawnOne(): Promise<Result<Core>> {
    const port = spawn(readOnly);
    let alive = false;
    port.onClose(() => {
      if (alive && !closed) current = restart();
    });
    const started = await handshake(port, (core) => {
      if (closed) return;
      alive = false;
      // Calls from now on wait for the next core.
      current = core.close().then(startAnew);
    });
    if (!started.ok) return started;
    alive = true;
    started.value.onPush(tell);
    if (closed) await started.value.close();
    return started;
  }

  async function restart(): Promise<Result<Core>> {
    while (takeRestart()) {
      const started = await startAnew();
      if (started.ok) return started;
    }
    if (readOnly) return fail("core_gone");
    readOnly = true;
    const last = await startAnew();
    return last.ok ? last : fail("core_gone");
  }

  async function startAnew(): Promise<Result<Core>> {
    const started = await spawnOne();
    // What the calls before wrote is not known here, so the windows read everything anew.
    if (started.ok) tell({ push: "archive.changed", request: null });
    return started;
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

/**
 * Waits for the core's first word: started, failed, or gone without one. `restart` is called when
 * it asks to be started anew.
 */
function handshake(port: CorePort, restart: (core: Core) => void): Promise<Result<Core>> {
  return new Promise((resolve) => {
    let hand: ((message: HostMessage) => void) | null = null;
    let started: Core | null = null;
    const line: Port<HostCall, HostMessage> = {
      ...port,
      onMessage: (listener) => {
        hand = listener;
      },
    };
    port.onClose(() => resolve(fail("internal")));
    port.onMessage((message) => {
      if ("failed" in message) resolve({ ok: false, error: message.failed });
      else if ("started" in message) {
        started = connect(line);
        resolve({ ok: true, value: started });
      } else if ("restart" in message) {
        if (started !== null) restart(started);
      } else hand?.(message);
    });
  });
}

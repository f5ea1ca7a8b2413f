import type { CallContext, Core } from "#core/types.ts";
import type { HostMessage, Push } from "#shared/contract.ts";
import { type Result, fail } from "#shared/errors.ts";
import type { Port } from "./port.ts";
import type { HostCall } from "./protocol.ts";

/** Calls that may wait for one core; more are refused at once instead of piling up. */
const MOST_WAITING = 1024;

/** Calls under way may finish before their core is closed, but not keep it open; milliseconds. */
const FINISH_MS = 2000;

/**
 * The core at the other end of a port, with the core's own interface. When the port closes, every
 * call that still waits is answered with `internal`: what it did or did not write is in the archive.
 */
export function connect(port: Port<HostCall, HostMessage>): Core {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const listeners = new Set<(push: Push) => void>();
  let nextId = 1;
  let open = true;
  let closing = false;
  let finished = (): void => undefined;

  port.onMessage((message) => {
    if ("push" in message) {
      for (const listener of listeners) listener(message);
      return;
    }
    const settle = waiting.get(message.id);
    waiting.delete(message.id);
    if (waiting.size === 0) finished();
    settle?.(message.ok ? { ok: true, value: message.result } : message);
  });
  const closed = new Promise<void>((resolve) => {
    port.onClose(() => {
      open = false;
      for (const settle of waiting.values()) settle(fail("internal"));
      waiting.clear();
      resolve();
    });
  });

  function call(method: string, params: unknown, context: CallContext): Promise<Result<unknown>> {
    if (!open || closing) return Promise.resolve(fail("internal"));
    if (waiting.size >= MOST_WAITING) return Promise.resolve(fail("busy"));
    const id = nextId++;
    const as = context.user === null ? {} : { as: context.user };
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      port.post({ id, method, params, origin: context.origin, ...as });
    });
  }

  function underWay(): Promise<void> {
    if (waiting.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const patience = setTimeout(resolve, FINISH_MS);
      finished = () => {
        clearTimeout(patience);
        resolve();
      };
    });
  }

  return {
    call,
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closing = true;
      await underWay();
      if (open) port.close();
      return closed;
    },
  };
}

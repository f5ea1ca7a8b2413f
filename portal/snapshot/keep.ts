import type { FastifyInstance } from "fastify";
import type { PortalContext } from "../context.ts";
import type { Snapshots } from "./snapshots.ts";

/** Milliseconds between two looks at what other nodes' erasures made void. */
const SWEEP_EVERY = 15 * 60_000;

/**
 * Deletes snapshots that hold what was erased: at once where the erasure came in, soon on the other
 * nodes, and at the start. They are never handed out in between, see snapshots.ts.
 */
export function keepSnapshots(
  app: FastifyInstance,
  { hooks, log }: PortalContext,
  snapshots: Snapshots,
): void {
  let work = Promise.resolve();
  const next = (step: () => Promise<void>): void => {
    work = work.then(step).catch((error: unknown) => {
      log.error({ name: error instanceof Error ? error.name : "unknown" }, "snapshots not cleared");
    });
  };
  hooks.erased.push((office) => next(() => snapshots.clear(office)));
  next(() => snapshots.sweep());
  const timer = setInterval(() => next(() => snapshots.sweep()), SWEEP_EVERY);
  timer.unref();
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await work;
    await snapshots.close();
  });
}

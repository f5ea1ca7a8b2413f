import { fail, ok } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import { TaskEnded } from "../tasks/run-task.ts";
import type { Handlers } from "../types.ts";
import { CHECK_JOB, checkArchive } from "./check.ts";
import { createLastCheck } from "./last-check.ts";
import { repairArchive } from "./repair.ts";

type Methods =
  | "archive.check"
  | "archive.cancelCheck"
  | "archive.checkState"
  | "archive.repair"
  | "archive.rebuild";

export type Maintenance = { methods: Pick<Handlers, Methods>; close(): Promise<void> };

/**
 * Checking and repairing the archive. `heal` asks the portal for events that broke here and answers
 * how many it put back. `close` ends what runs.
 */
export function createMaintenance(deps: Deps, heal: () => Promise<number>): Maintenance {
  const { archive } = deps;
  const last = createLastCheck(deps);
  let running: { ending: AbortController; ended: Promise<unknown> } | null = null;

  /** One check or repair at a time; `archive_check_cancelled` when it was ended before its end. */
  async function alone<T>(work: (signal: AbortSignal) => Promise<T>) {
    if (running !== null) return fail("archive_check_runs");
    const ending = new AbortController();
    const ended = work(ending.signal);
    running = { ending, ended: ended.catch(() => {}) };
    try {
      return ok(await ended);
    } catch (error) {
      if (error instanceof TaskEnded && error.reason === "cancelled") {
        return fail("archive_check_cancelled");
      }
      throw error;
    } finally {
      running = null;
      deps.progress({ job: CHECK_JOB, done: 1, total: 1 });
    }
  }

  const methods: Maintenance["methods"] = {
    "archive.check": () =>
      alone(async (signal) => {
        const output = await checkArchive(deps, signal);
        last.remember(output);
        return output.checked;
      }),
    "archive.cancelCheck": () => {
      running?.ending.abort();
      return ok({});
    },
    "archive.checkState": () => ok({ running: running !== null, last: last.read() }),
    "archive.repair": ({ backup }, context) => {
      if (backup !== undefined && context.origin === "window") return fail("path_not_allowed");
      return alone(async (signal) => {
        const { done, kept, after } = await repairArchive(deps, heal, backup ?? null, signal);
        last.remember(after);
        return { done, kept, after: after.checked };
      });
    },
    "archive.rebuild": () => {
      const rebuilt = archive.rebuild();
      deps.changed(null);
      return ok(rebuilt);
    },
  };
  return {
    methods,
    close: async () => {
      running?.ending.abort();
      await running?.ended;
    },
  };
}

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Head } from "./heads.ts";
import type { Place } from "./verify.ts";

/**
 * What a working child is to do: work; make one backup after the other while it works; or restore
 * a point and start anew, as the host does, and then work.
 */
export type Order = Place & {
  seed: string;
  job?: { kind: "back-up" } | { kind: "restore"; path: string; point: string };
};

/** A line of a working child. */
export type Told =
  | { ready: true }
  | { opened: true }
  | { method: string; head: Head | null }
  | { point: string }
  | { restored: true }
  | { method?: string; refused: string };

/** Lines by which the moment of a kill is told. */
export type Milestone = "head" | "opened" | "point" | "restored";

const SCRIPT = fileURLToPath(new URL("../working-child.ts", import.meta.url));

/** A process that has loaded the core and waits for its order, so that its start costs nobody time. */
export function prepareChild() {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [SCRIPT]);
  const told: Told[] = [];
  const errors: string[] = [];
  const listeners = new Set<() => void>();
  child.stderr.on("data", (part: Buffer) => errors.push(part.toString()));
  createInterface({ input: child.stdout }).on("line", (line) => {
    // The last line may be cut where the process died: it was not told then.
    if (line.endsWith("}")) told.push(JSON.parse(line) as Told);
    for (const listener of listeners) listener();
  });
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      resolve();
      for (const listener of listeners) listener();
    });
  });

  /** Waits until so much has been told, or the child has ended. */
  function until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        const over = child.exitCode !== null || child.signalCode !== null;
        if (!holds() && !over) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  }

  return {
    told,
    /** What it wrote on its standard error. */
    errors: () => errors.join(""),
    async order(order: Order): Promise<void> {
      await until(() => told.some((one) => "ready" in one));
      child.stdin.write(`${JSON.stringify(order)}\n`);
    },
    /** Waits until it has told so many lines of a kind; 0 waits for nothing. */
    tells: (kind: Milestone, count: number) =>
      until(() => told.filter((one) => kind in one).length >= count),
    /** kill -9, and everything that it told until then. */
    async kill(): Promise<Told[]> {
      child.kill("SIGKILL");
      await ended;
      return told;
    },
  };
}

export type Child = ReturnType<typeof prepareChild>;

import { type Definition, outcomeOf } from "#shared/sop/definition.ts";

/**
 * What a run means for the drawing: which symbols are done, which ways were taken. Pure; the visits
 * are those of a request, in the order they were entered.
 */

export type RunVisit = {
  step: number;
  visit: number;
  /** ISO instants. */
  entered: string;
  completed: string | null;
  by: { id: string; name: string } | null;
  branch: string | null;
};
export type Run = {
  visits: readonly RunVisit[];
  status: "running" | "ended" | "cancelled";
};

/**
 * `again`: done in an earlier round of a loop, and still to come in this one. `skipped`: no way
 * leads there any more. `stopped`: where a cancelled run stood.
 */
export type StepState = "done" | "current" | "again" | "skipped" | "stopped" | "ahead";
export type StepRun = {
  state: StepState;
  /** How often the step was entered. */
  visits: number;
  /** The latest completed visit, and the open one. */
  last: RunVisit | null;
  open: RunVisit | null;
};

/** `dropped`: the run went another way, or ended before it. */
export type WayState = "taken" | "dropped" | "ahead";
export type WayRun = { state: WayState; count: number };

export type RunView = {
  current: number | null;
  step(no: number): StepRun;
  /** A way out of `step`: to a row's number, or to its end (`null`). */
  way(step: number, branch: string | null, to: number | null): WayRun;
};

export function viewRun(definition: Definition, run: Run): RunView {
  const latest = run.visits.at(-1);
  const open = latest?.completed === null ? latest : null;
  const current = run.status === "running" ? (open?.step ?? null) : null;
  const reachable = current === null ? new Set<number>() : reachableFrom(definition, current);
  const steps = new Map<number, StepRun>();
  for (const { no } of definition.steps) steps.set(no, stepRun(no, run, reachable));
  const step = (no: number) => steps.get(no) ?? stepRun(no, run, reachable);
  return {
    current,
    step,
    way(from, branch, to) {
      const count = run.visits.filter((_, at) => took(run, at, from, branch, to)).length;
      if (count > 0) return { state: "taken", count };
      const { state } = step(from);
      const over = state === "done" || state === "skipped" || run.status !== "running";
      return { state: over ? "dropped" : "ahead", count };
    },
  };
}

function stepRun(no: number, run: Run, reachable: Set<number>): StepRun {
  const own = run.visits.filter((visit) => visit.step === no);
  const last = own.findLast((visit) => visit.completed !== null) ?? null;
  const open = own.findLast((visit) => visit.completed === null) ?? null;
  return { state: stateOf(no, run, last, open, reachable), visits: own.length, last, open };
}

function stateOf(
  no: number,
  run: Run,
  last: RunVisit | null,
  open: RunVisit | null,
  reachable: Set<number>,
): StepState {
  if (open !== null) return run.status === "running" ? "current" : "stopped";
  if (last !== null) return reachable.has(no) && isStale(last, run) ? "again" : "done";
  return reachable.has(no) ? "ahead" : "skipped";
}

/** Whether the run went back since, to a row at or before the visit and within the same loop. */
function isStale(visit: RunVisit, run: Run): boolean {
  const at = run.visits.indexOf(visit);
  return run.visits.some((later, index) => {
    const from = run.visits[index - 1];
    if (index <= at || from === undefined || later.step > from.step) return false;
    const before = run.visits.findLastIndex((one, i) => i < index && one.step === later.step);
    return before !== -1 && before <= at;
  });
}

function took(
  run: Run,
  at: number,
  from: number,
  branch: string | null,
  to: number | null,
): boolean {
  const visit = run.visits[at];
  if (visit?.step !== from || visit.completed === null) return false;
  if (visit.branch !== null && visit.branch !== branch) return false;
  const next = run.visits[at + 1];
  if (to === null) return next === undefined && run.status === "ended";
  return next?.step === to;
}

function reachableFrom(definition: Definition, start: number): Set<number> {
  const seen = new Set([start]);
  const queue = [start];
  for (let no = queue.pop(); no !== undefined; no = queue.pop()) {
    for (const { to } of definition.steps[no - 1]?.next ?? []) {
      if (outcomeOf(to) !== null || typeof to !== "number" || seen.has(to)) continue;
      seen.add(to);
      queue.push(to);
    }
  }
  return seen;
}

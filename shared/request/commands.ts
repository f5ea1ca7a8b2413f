import { fail, ok, type Result } from "#shared/errors.ts";
import { type Branch, type Definition, stepOf } from "#shared/sop/definition.ts";
import type { RequestEvent, StepCompleted } from "./events.ts";
import type { Assessment } from "./model.ts";
import { currentVisit, isPaused, type RequestState, type Visit } from "./state.ts";

/**
 * Commands on one request, checked against its state before anything is written. Pure: they answer
 * the events to append, or a refusal that leaves everything as it was.
 */

export type CompleteStep = {
  step: number;
  /** The visit that was on the screen; guards against a second click after a loop. */
  visit?: number | undefined;
  branch?: string | undefined;
  note: string;
};

/** Completes the step the request stands on. */
export function completeStep(
  state: RequestState,
  definition: Definition,
  command: CompleteStep,
): Result<StepCompleted> {
  if (isPaused(state)) return fail("clock_paused");
  const step = stepOf(definition, command.step);
  if (step === undefined) return fail("step_unknown", { step: command.step }, "step");
  const current = currentVisit(state);
  if (current?.step !== step.no || (command.visit ?? current.visit) !== current.visit) {
    return misplaced(state, current, step.no);
  }
  const branch = chosenBranch(step.next, step.no, command.branch);
  if (!branch.ok) return branch;
  return ok({ step: step.no, visit: current.visit, branch: branch.value, note: command.note });
}

function misplaced(state: RequestState, current: Visit | null, step: number): Result<never> {
  const done = state.visits.some((visit) => visit.step === step && visit.completed !== null);
  if (done) return fail("step_already_done", { step }, "step");
  if (current === null) return fail("request_closed");
  return fail("step_not_current", { step, current: current.step }, "step");
}

/** The branch's words as the definition writes them; null for the only, unnamed way. */
function chosenBranch(
  next: readonly Branch[],
  step: number,
  chosen: string | undefined,
): Result<string | null> {
  const branches = next.map((one) => one.when ?? "").join(", ");
  if (chosen === undefined) {
    return next.length === 1
      ? ok(next[0]?.when ?? null)
      : fail("branch_required", { branches }, "branch");
  }
  const wanted = chosen.trim().toLowerCase();
  const found = next.find((one) => one.when?.toLowerCase() === wanted);
  if (found?.when !== undefined) return ok(found.when);
  return next.some((one) => one.when !== undefined)
    ? fail("branch_unknown", { branch: chosen, branches }, "branch")
    : fail("branch_not_allowed", { step }, "branch");
}

/**
 * The completions that a letter in hand fulfils: the start, and the requester's own steps that
 * follow it without a decision.
 */
export function arrivalSteps(definition: Definition): StepCompleted[] {
  const completed: StepCompleted[] = [];
  let step = stepOf(definition, 1);
  while (step !== undefined && completed.length < definition.steps.length) {
    const fulfilled = step.kind === "start" || step.lane === definition.requesterLane;
    const [way, ...others] = step.next;
    if (!fulfilled || way === undefined || others.length > 0) break;
    if (typeof way.to !== "number") break;
    completed.push({ step: step.no, visit: 1, branch: way.when ?? null, note: "" });
    step = stepOf(definition, way.to);
  }
  return completed;
}

/** The completion that an undo takes back, or null when there is none. */
export function undoable(state: RequestState): { step: number; visit: number } | null {
  if (state.status === "cancelled") return null;
  const last = state.visits.findLast((visit) => visit.completed !== null);
  return last === undefined ? null : { step: last.step, visit: last.visit };
}

export function undoStep(
  state: RequestState,
  reason: string,
): Result<{ step: number; visit: number; reason: string }> {
  if (state.status === "cancelled") return fail("request_closed");
  const last = undoable(state);
  return last === null ? fail("undo_nothing") : ok({ ...last, reason });
}

/** Refuses what changes a request that has been closed. */
export function whileRunning(state: RequestState): Result<RequestState> {
  return state.status === "running" ? ok(state) : fail("request_closed");
}

/** Refuses what may still be added to an ended request, but not to a cancelled one. */
export function unlessCancelled(state: RequestState): Result<RequestState> {
  return state.status === "cancelled" ? fail("request_closed") : ok(state);
}

export function assessItems(state: RequestState, items: Assessment[]): Result<RequestEvent> {
  const open = whileRunning(state);
  if (!open.ok) return open;
  const unknown = items.findIndex((item) => item.no > state.items.length);
  if (unknown >= 0) {
    return fail("item_unknown", { no: items[unknown]?.no ?? 0 }, `items.${unknown}.no`);
  }
  return ok({ type: "items.assessed", body: { items } });
}

import { fail, ok, type Result } from "#shared/errors.ts";
import type { RequestEvent } from "./events.ts";
import type { Extension } from "./model.ts";
import { whileRunning } from "./commands.ts";
import { isPaused, type RequestState } from "./state.ts";

/** Commands on the clocks of a request; see commands.ts. */

export function pauseClock(state: RequestState, reason: string): Result<RequestEvent> {
  const open = whileRunning(state);
  if (!open.ok) return open;
  if (isPaused(state)) return fail("clock_paused");
  return ok({ type: "clock.paused", body: { reason } });
}

export function resumeClock(state: RequestState): Result<RequestEvent> {
  const open = whileRunning(state);
  if (!open.ok) return open;
  return isPaused(state) ? ok({ type: "clock.resumed", body: {} }) : fail("clock_runs");
}

/** Once, and only for somebody who asked. */
export function extendAnswer(
  state: RequestState,
  days: Extension,
  reason: string,
): Result<RequestEvent> {
  const open = whileRunning(state);
  if (!open.ok) return open;
  if (state.requester === null) return fail("document_in_house");
  if (state.extension !== undefined) return fail("answer_extended", { days: state.extension.days });
  return ok({ type: "answer.extended", body: { days, reason } });
}

export function answerObjection(
  state: RequestState,
  id: string,
  answer: string,
): Result<RequestEvent> {
  const objection = state.objections?.find((one) => one.id === id);
  if (objection === undefined) return fail("objection_unknown", {}, "objection");
  if (objection.answer !== null) return fail("objection_settled");
  return ok({ type: "objection.answered", body: { id, answer } });
}

import type { RequestDetail } from "#shared/contract.ts";
import { hasConflict, isTransition } from "#shared/conflict/state.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import {
  assessItems,
  completeStep,
  undoStep,
  unlessCancelled,
  whileRunning,
} from "#shared/request/commands.ts";
import {
  answerObjection,
  extendAnswer,
  pauseClock,
  resumeClock,
} from "#shared/request/clock-commands.ts";
import { clocksOf } from "#shared/request/clocks.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import { isDestroyed } from "#shared/retention/state.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Deps } from "../deps.ts";
import { deadlineResultOf } from "../calendar/deadline-result.ts";
import { actorOf, today } from "../office/methods.ts";
import type { CallContext, Handlers } from "../types.ts";
import { detailOf } from "./detail.ts";
import { historyOf } from "./history.ts";
import { createRequest, findRequesters } from "./intake.ts";
import { listPage } from "./rows.ts";

type Decide = (
  state: RequestState,
  definition: Definition,
  actor: string,
) => Result<RequestEvent | RequestEvent[]>;

/**
 * Runs one command on a request: reads its state, decides, records. A refusal writes nothing.
 */
export function changeRequest(
  deps: Deps,
  context: CallContext,
  id: string,
  decide: Decide,
): Result<RequestState> {
  const { archive } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const changed = archive.transact((): Result<RequestState> => {
    const state = archive.readState(id);
    if (state === null) return fail("request_unknown", { id }, "request");
    if (state.newer === true) return fail("request_newer", { number: state.number });
    if (isDestroyed(state)) return fail("request_destroyed", { number: state.number }, "request");
    const definition = archive.definitionOf(state.sop);
    const decided = decide(state, definition, actor.value);
    if (!decided.ok) return decided;
    const events = Array.isArray(decided.value) ? decided.value : [decided.value];
    // Whoever chooses must find both decisions as they were made.
    if (hasConflict(state) && events.some(isTransition)) {
      return fail("request_conflict", { number: state.number }, "request");
    }
    return ok(archive.record(id, actor.value, state, definition, events));
  });
  if (changed.ok) deps.changed(id);
  return changed;
}

type Methods =
  | "requester.find"
  | "request.create"
  | "request.get"
  | "request.list"
  | "request.assess"
  | "request.cancel"
  | "step.complete"
  | "step.undo"
  | "note.add"
  | "request.clocks"
  | "request.pause"
  | "request.resume"
  | "request.extend"
  | "objection.file"
  | "objection.answer"
  | "history.list";

export function requestMethods(deps: Deps): Pick<Handlers, Methods> {
  const { archive } = deps;

  const change = (context: CallContext, id: string, decide: Decide): Result<RequestDetail> => {
    const changed = changeRequest(deps, context, id, decide);
    return changed.ok ? ok(detailOf(archive, changed.value)) : changed;
  };

  return {
    "requester.find": ({ words }, context) => {
      const found = findRequesters(deps, words);
      deps.accesses.note(context, "found", ...found.map(({ request }) => request));
      return ok(found.map(({ requester }) => requester));
    },
    "request.create": (params, context) => createRequest(deps, params, context),
    "request.get": ({ id }, context) => {
      const state = archive.readState(id);
      if (state === null) return fail("request_unknown", { id }, "id");
      deps.accesses.note(context, "opened", id);
      return ok(detailOf(archive, state));
    },
    "request.list": ({ offset, limit, ...filter }) => ok(listPage(archive, filter, limit, offset)),
    "request.assess": ({ request, items }, context) =>
      change(context, request, (state) => assessItems(state, items)),
    "request.cancel": ({ request, reason }, context) =>
      change(context, request, (state) => {
        const open = whileRunning(state);
        return open.ok ? ok({ type: "request.cancelled", body: { reason } }) : open;
      }),
    "step.complete": ({ request, ...command }, context) =>
      change(context, request, (state, definition) => {
        const body = completeStep(state, definition, command);
        return body.ok ? ok({ type: "step.completed", body: body.value }) : body;
      }),
    "step.undo": ({ request, reason }, context) =>
      change(context, request, (state) => {
        const body = undoStep(state, reason);
        return body.ok ? ok({ type: "step.undone", body: body.value }) : body;
      }),
    "note.add": ({ request, text }, context) =>
      change(context, request, (state) => {
        const open = unlessCancelled(state);
        if (!open.ok) return open;
        const step = currentVisit(state)?.step ?? null;
        return ok({ type: "note.added", body: { step, text } });
      }),
    "request.clocks": ({ request: id }) => {
      const state = archive.readState(id);
      if (state === null) return fail("request_unknown", { id }, "request");
      const calendar = archive.calendar.index();
      const clocks = clocksOf(state, archive.definitionOf(state.sop), calendar);
      const { zone } = calendar.calendar;
      return ok({
        step: clocks.step && deadlineResultOf(clocks.step, zone),
        whole: clocks.whole,
        legal: clocks.legal && deadlineResultOf(clocks.legal, zone),
        objections: clocks.objections.map((one) => ({
          id: one.id,
          deadline: deadlineResultOf(one.deadline, zone),
        })),
      });
    },
    "request.pause": ({ request, reason }, context) =>
      change(context, request, (state) => pauseClock(state, reason)),
    "request.resume": ({ request }, context) =>
      change(context, request, (state) => resumeClock(state)),
    "request.extend": ({ request, days, reason }, context) =>
      change(context, request, (state) => extendAnswer(state, days, reason)),
    "objection.file": ({ request, grounds, received }, context) =>
      change(context, request, (state) => {
        if (state.requester === null) return fail("document_in_house");
        const day = today(deps);
        if (received > day) return fail("date_in_future", {}, "received");
        const body = { id: deps.newId(), grounds, received: received === "" ? day : received };
        return ok({ type: "objection.filed", body });
      }),
    "objection.answer": ({ request, objection, answer }, context) =>
      change(context, request, (state) => answerObjection(state, objection, answer)),
    "history.list": ({ request }) => historyOf(archive, request),
  };
}

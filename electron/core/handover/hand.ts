import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { openHandover } from "#shared/handover/state.ts";
import type { HandedStep } from "#shared/handover/events.ts";
import { whileRunning } from "#shared/request/commands.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import type { Deps } from "../deps.ts";
import { derivedId, handoverId } from "../messages/ids.ts";
import type { Messages } from "../messages/messages.ts";
import { officeNamed } from "../messages/offices.ts";
import { changeRequest } from "../requests/methods.ts";
import type { CallContext } from "../types.ts";
import { askedMessage, dueOf } from "./asked.ts";

/** Hands the step that a request stands on to another office: the event and its message are one. */
export function handStep(
  deps: Deps,
  messages: Messages,
  params: Params<"handover.ask">,
  context: CallContext,
): Result<ResultOf<"handover.ask">> {
  const { archive } = deps;
  const office = officeNamed(archive, params.office);
  if (office === null) return fail("handover_office", {}, "office");
  const id = handoverId(params.request, deps.newId());
  return archive.transact((): Result<ResultOf<"handover.ask">> => {
    let handed: HandedStep | null = null;
    const changed = changeRequest(deps, context, params.request, (state) => {
      const fits = mayHand(state, params);
      if (!fits.ok) return fits;
      const { note, items, files } = params;
      const due = dueOf(archive, state);
      handed = { id, ...fits.value, office, note, items, files, due };
      return ok({ type: "step.handed", body: handed });
    });
    if (!changed.ok) return changed;
    if (handed !== null) messages.outbox.put(askedMessage(archive, changed.value, handed));
    return ok({ handover: id });
  });
}

/** The visit that can be handed over, with rows and attachments that there are. */
function mayHand(
  state: RequestState,
  { items, files }: Params<"handover.ask">,
): Result<{ step: number; visit: number }> {
  const open = whileRunning(state);
  if (!open.ok) return open;
  const current = currentVisit(state);
  if (current === null) return fail("request_closed");
  const { step, visit } = current;
  const before = openHandover(state, step, visit);
  if (before !== undefined) return fail("handover_open", { office: before.office.name });
  const row = items.find((no) => no > state.items.length);
  if (row !== undefined) return fail("item_unknown", { no: row }, "items");
  const attached = new Set(
    state.files.filter(({ withdrawn }) => withdrawn === null).map(({ id }) => id),
  );
  if (files.some((id) => !attached.has(id))) return fail("file_unknown", {}, "files");
  return ok({ step, visit });
}

/** Takes a step back; what the other office answers afterwards still arrives. */
export function recallStep(
  deps: Deps,
  messages: Messages,
  { request, handover, reason }: Params<"handover.recall">,
  context: CallContext,
): Result<Record<string, never>> {
  const { archive } = deps;
  return archive.transact((): Result<Record<string, never>> => {
    const changed = changeRequest(deps, context, request, (state) => {
      const known = state.handovers?.find(({ id }) => id === handover);
      if (known === undefined) return fail("handover_unknown", {}, "handover");
      if (known.state !== "open") return fail("handover_settled");
      return ok({ type: "handover.recalled", body: { id: handover, reason } });
    });
    if (!changed.ok) return changed;
    const office = changed.value.handovers?.find(({ id }) => id === handover)?.office;
    if (office !== undefined) {
      messages.outbox.put({
        id: derivedId("recalled", handover),
        at: archive.now(),
        type: "handover.recalled",
        to: office.id,
        body: { handover, reason },
      });
    }
    return ok({});
  });
}

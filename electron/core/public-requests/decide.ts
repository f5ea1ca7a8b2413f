import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import { masked } from "#shared/privacy/masked.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import { isOf } from "../messages/inbox.ts";
import type { Messages } from "../messages/messages.ts";
import { attachments, publicEvents } from "../messages/settle.ts";
import { actorOf, today } from "../office/methods.ts";
import { PUBLIC } from "../office/people.ts";
import { createRequest } from "../requests/intake.ts";
import { sopInUse } from "../sops/library.ts";
import type { CallContext } from "../types.ts";
import { formOf, openForm, seenOf } from "./form.ts";
import { draftMessage } from "./shown.ts";

/**
 * Registers a form: its request has the id that follows from the form's, so that two PCs that accept
 * the same one make one request. What the requester said since goes with it.
 */
export function acceptForm(
  deps: Deps,
  messages: Messages,
  { message, sop, ...intake }: Params<"incoming.accept">,
  context: CallContext,
): Result<ResultOf<"incoming.accept">> {
  const { archive } = deps;
  const found = openForm(archive, messages.inbox, message);
  if (!found.ok) return found;
  const { value: form } = found;
  const definition = sopInUse(archive, sop);
  if (!definition.ok) return definition;
  if (definition.value.requesterLane === null) {
    return fail("form_in_house", { name: definition.value.name }, "sop");
  }
  const { zone } = archive.calendar.index().calendar;
  const dayNow = today(deps);
  const came = dayOf(form.message.at, zone);
  const brought: RequestEvent[] = [
    ...attachments(message, form.message.body?.files ?? [], null, null),
    ...form.later.flatMap((one) => publicEvents({}, one, dayOf(one.at, zone))),
  ];
  const created = archive.transact(() => {
    const made = createRequest(
      deps,
      {
        ...intake,
        sop,
        period: "",
        // A PC whose clock stands behind must not keep a form from being registered.
        received: came > dayNow ? dayNow : came,
        letterInHand: true,
      },
      context,
      {
        id: form.request,
        origin: { portal: form.message.key, message },
      },
    );
    if (!made.ok) return made;
    const state = archive.readState(form.request);
    if (brought.length > 0) {
      archive.record(form.request, PUBLIC.id, state, definition.value, brought);
    }
    for (const one of [form.message, ...form.later]) messages.inbox.settle(one.id);
    return made;
  });
  return created.ok ? ok({ request: created.value.id, number: created.value.number }) : created;
}

/** Deletes a form that was refused or withdrawn, on every PC; the portal keeps its own time. */
export function forget(
  { archive, changed }: Deps,
  messages: Messages,
  id: string,
  context: CallContext,
): Result<Record<string, never>> {
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const message = messages.inbox.find(id);
  if (!isOf(message, "public.requested")) return fail("message_unknown");
  const { state } = formOf(archive, messages.inbox, message);
  if (state !== "refused" && state !== "withdrawn") return fail("form_open");
  archive.recordOffice(actor.value, [{ type: "incoming.forgotten", body: { message: id } }]);
  messages.settle();
  changed(null);
  return ok({});
}

/** Sends a form back as incomplete, or refuses it; the portal tells the requester. */
export function sendBack(
  { archive, changed }: Deps,
  messages: Messages,
  id: string,
  decision: { status: "incomplete" | "refused"; words: string },
  context: CallContext,
): Result<Record<string, never>> {
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const found = openForm(archive, messages.inbox, id);
  if (!found.ok) return found;
  const { message } = found.value;
  const { status, words } = decision;
  // The office's own stream is not sealed, so nobody's name goes into it.
  const { body } = message;
  const kept = body === null ? words : masked(words, [body.requester]);
  archive.transact(() => {
    const known = { message: id, seen: seenOf(found.value) };
    archive.recordOffice(actor.value, [
      status === "incomplete"
        ? { type: "incoming.returned", body: { ...known, text: kept } }
        : { type: "incoming.refused", body: { ...known, reason: kept } },
    ]);
    const form = { message: id, tracking: message.key };
    messages.outbox.put(draftMessage(archive, form, status, words));
  });
  changed(null);
  return ok({});
}

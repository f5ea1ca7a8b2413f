import { hasConflict } from "#shared/conflict/state.ts";
import { completeStep } from "#shared/request/commands.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import type { RequestState } from "#shared/request/state.ts";
import { isDestroyed } from "#shared/retention/state.ts";
import type { MessageFile } from "#shared/sync/messages.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Archive } from "../archive/archive.ts";
import { stepOfMessage } from "../handover/step.ts";
import { PUBLIC } from "../office/people.ts";
import { formOf } from "../public-requests/form.ts";
import { attachmentOf, objectionOf, requestOfForm, requestOfHandover } from "./ids.ts";
import { type Inbox, isOf, type KeptMessage } from "./inbox.ts";

/** Characters that the log takes of whoever wrote an event. */
const ACTOR = 80;

/**
 * Takes over what a message says about a request, unless that was done already. Answers the request
 * when it changed. A message about a request that is not here yet waits. Call in a transaction.
 */
export function settleMessage(archive: Archive, inbox: Inbox, message: KeptMessage): string | null {
  switch (message.type) {
    case "public.requested": {
      const { state } = formOf(archive, inbox, message);
      if (state === "accepted") inbox.settle(message.id);
      else if (state === "refused" || state === "withdrawn") inbox.rest(message.id);
      return null;
    }
    case "handover.asked":
      if (stepOfMessage(archive, inbox, message).state !== "waiting") inbox.rest(message.id);
      return null;
    case "handover.recalled":
      inbox.rest(message.id);
      return null;
    case "public.replied":
    case "public.withdrawn":
    case "public.objected":
    case "handover.answered":
    case "handover.declined":
      return settleLater(archive, inbox, message);
    default:
      return message satisfies never;
  }
}

/** What is said about a request that there is already. */
function settleLater(archive: Archive, inbox: Inbox, message: KeptMessage): string | null {
  if (message.body === null) return null;
  const request = requestOf(inbox, message);
  const state = request === null ? null : archive.readState(request);
  // Of a request with events that only a newer Lajur understands nothing can be decided.
  if (state === null || state.newer === true) return null;
  const gone = state.erased !== undefined || isDestroyed(state);
  const told = gone ? null : eventsOf(archive, state, message);
  inbox.settle(message.id);
  if (told === null || told.events.length === 0) return null;
  archive.record(state.id, told.by, state, archive.definitionOf(state.sop), told.events);
  return state.id;
}

/** The request that a message is about; null where it is not known here. */
function requestOf(inbox: Inbox, message: KeptMessage): string | null {
  if (message.type.startsWith("handover.")) return requestOfHandover(message.key);
  const form = inbox.of(message.key).find((one) => isOf(one, "public.requested"));
  return form === undefined ? null : requestOfForm(form.id);
}

type Told = { by: string; events: RequestEvent[] };

function eventsOf(archive: Archive, state: RequestState, message: KeptMessage): Told | null {
  if (message.type.startsWith("public.")) {
    // Only the portal's own public pages speak for the public.
    if (message.from !== "public" || state.origin?.portal !== message.key) return null;
    const zone = archive.calendar.index().calendar.zone;
    return { by: PUBLIC.id, events: publicEvents(state, message, dayOf(message.at, zone)) };
  }
  return answerEvents(archive, state, message);
}

/** What the requester said after the form; nothing where the request says it already. */
export function publicEvents(
  state: Pick<RequestState, "replies" | "objections" | "withdrawal">,
  message: KeptMessage,
  day: string,
): RequestEvent[] {
  if (isOf(message, "public.replied") && message.body !== null) {
    if (state.replies?.includes(message.id)) return [];
    const { text, files } = message.body;
    return [
      ...attachments(message.id, files, null, null),
      { type: "public.replied", body: { message: message.id, text } },
    ];
  }
  if (isOf(message, "public.withdrawn") && message.body !== null) {
    if (state.withdrawal !== undefined) return [];
    const { reason } = message.body;
    return [{ type: "public.withdrawn", body: { message: message.id, reason } }];
  }
  if (isOf(message, "public.objected") && message.body !== null) {
    const id = objectionOf(message.id);
    if (state.objections?.some((one) => one.id === id)) return [];
    const { grounds, files } = message.body;
    return [
      ...attachments(message.id, files, null, null),
      { type: "objection.filed", body: { id, grounds, received: day } },
    ];
  }
  return [];
}

/** What the other office answered; completes the step where the request still stands on it. */
function answerEvents(archive: Archive, state: RequestState, message: KeptMessage): Told | null {
  const handover = state.handovers?.find(({ id }) => id === message.key);
  const { from } = message;
  // Only the office that was asked may answer.
  if (handover === undefined || from === "public" || from.office !== handover.office.id)
    return null;
  if (isOf(message, "handover.declined") && message.body !== null) {
    if (handover.state !== "open") return null;
    const { reason, by } = message.body;
    const body = { id: handover.id, reason, by };
    return { by: actorOf(from.name, by), events: [{ type: "handover.declined", body }] };
  }
  if (!isOf(message, "handover.answered") || message.body === null) return null;
  if (handover.state === "answered") return null;
  const { branch, note, by, files } = message.body;
  const events: RequestEvent[] = [
    ...attachments(message.id, files, handover.step, handover.visit),
    { type: "handover.answered", body: { id: handover.id, branch, note, by } },
  ];
  // Where two decisions wait for a person's own, nothing is decided by itself.
  const completed =
    handover.state === "open" && !hasConflict(state)
      ? completeStep(state, archive.definitionOf(state.sop), {
          step: handover.step,
          visit: handover.visit,
          ...(branch !== null && { branch }),
          note: "",
        })
      : null;
  if (completed?.ok === true) events.push({ type: "step.completed", body: completed.value });
  return { by: actorOf(from.name, by), events };
}

const actorOf = (office: string, by: string): string => `${office}: ${by}`.slice(0, ACTOR);

/** Files of a message as attachments, under ids that are the same on every PC. */
export const attachments = (
  message: string,
  files: readonly MessageFile[],
  step: number | null,
  visit: number | null,
): RequestEvent[] =>
  files.map(({ name, size, sha256 }, place) => ({
    type: "file.attached",
    body: { id: attachmentOf(message, place), sha256, name, size, step, visit },
  }));

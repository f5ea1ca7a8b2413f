import { draftState, type DraftState, lastDecision } from "#shared/public-request/draft.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Archive } from "../archive/archive.ts";
import { decisionsOn, isFormDecision } from "../messages/decisions.ts";
import { requestOfForm } from "../messages/ids.ts";
import { type Inbox, isOf, type KeptMessage } from "../messages/inbox.ts";

/** A form from the portal with all that is known about it. */
export type Form = {
  message: KeptMessage<"public.requested">;
  state: DraftState;
  /** Id of the request that it is, or would become. */
  request: string;
  /** What the requester said after it, in order. */
  later: KeptMessage[];
  decisions: Extract<ReturnType<typeof decisionsOn>[number], { kind: "returned" | "refused" }>[];
};

export function formOf(
  archive: Archive,
  inbox: Inbox,
  message: KeptMessage<"public.requested">,
): Form {
  const request = requestOfForm(message.id);
  const later = inbox.of(message.key).filter(({ type }) => type !== "public.requested");
  const decisions = decisionsOn(archive, message.id).filter(isFormDecision);
  const state = draftState({
    accepted: archive.log.begins(request),
    withdrawn: later.some(({ type }) => type === "public.withdrawn"),
    decisions,
    later: later.map(({ id }) => id),
  });
  return { message, state, request, later, decisions };
}

/** A form that can still be decided on; `message_unknown`, `message_settled`, `form_withdrawn`. */
export function openForm(archive: Archive, inbox: Inbox, id: string): Result<Form> {
  const message = inbox.find(id);
  if (!isOf(message, "public.requested")) return fail("message_unknown");
  const form = formOf(archive, inbox, message);
  if (form.state === "withdrawn") return fail("form_withdrawn");
  if (form.state === "accepted" || message.body === null) return fail("message_settled");
  return ok(form);
}

/** What a decision made now has seen: every later message and every decision before it. */
export const seenOf = ({ later, decisions }: Form): string[] => [
  ...later.map(({ id }) => id),
  ...decisions.map(({ id }) => id),
];

/** Whether the requester wrote again after the office had decided. */
export const isAgain = ({ state, decisions }: Form): boolean =>
  state === "waiting" && lastDecision(decisions) !== undefined;

import { fail, ok, type Result } from "#shared/errors.ts";
import type { Archive } from "../archive/archive.ts";
import { type Decision, decisionsOn } from "../messages/decisions.ts";
import { type Inbox, isOf, type KeptMessage } from "../messages/inbox.ts";

/** A step that another office handed to this one, with what was decided on it here. */
export type AskedStep = {
  message: KeptMessage<"handover.asked">;
  state: "waiting" | "answered" | "declined" | "recalled";
  decision: Extract<Decision, { kind: "answered" | "declined" }> | null;
  /** Why the other office took it back; empty otherwise. */
  recalled: string;
};

export function stepOfMessage(
  archive: Archive,
  inbox: Inbox,
  message: KeptMessage<"handover.asked">,
): AskedStep {
  const decision =
    decisionsOn(archive, message.id).find(
      (one): one is NonNullable<AskedStep["decision"]> =>
        one.kind === "answered" || one.kind === "declined",
    ) ?? null;
  const back = inbox
    .of(message.key)
    .find((one) => isOf(one, "handover.recalled") && isSameOffice(one, message));
  const recalled = isOf(back ?? null, "handover.recalled") ? back : undefined;
  const reason =
    recalled !== undefined && isOf(recalled, "handover.recalled") ? recalled.body : null;
  const state = decision?.kind ?? (recalled === undefined ? "waiting" : "recalled");
  return { message, state, decision, recalled: reason?.reason ?? "" };
}

/** Only the office that asked may take it back. */
const isSameOffice = (one: KeptMessage, other: KeptMessage): boolean =>
  one.from !== "public" && other.from !== "public" && one.from.office === other.from.office;

/** A step that still waits for an answer; `message_unknown`, `handover_settled`. */
export function openStep(archive: Archive, inbox: Inbox, id: string): Result<AskedStep> {
  const message = inbox.find(id);
  if (!isOf(message, "handover.asked")) return fail("message_unknown");
  const step = stepOfMessage(archive, inbox, message);
  return step.state === "waiting" ? ok(step) : fail("handover_settled");
}

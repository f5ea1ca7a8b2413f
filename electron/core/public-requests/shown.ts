import { duesOf } from "#shared/request/clocks.ts";
import type { RequestState } from "#shared/request/state.ts";
import { type Shown, shownDraft, shownRequest } from "#shared/public-request/shown.ts";
import type { AnswerMessage } from "#shared/sync/messages.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Archive } from "../archive/archive.ts";
import { derivedId } from "../messages/ids.ts";

/** Where a request from the portal stands now, as the public may see it. */
export function shownMessage(archive: Archive, state: RequestState): AnswerMessage {
  const definition = archive.definitionOf(state.sop);
  const calendar = archive.calendar.index();
  const { legalDue } = duesOf(state, definition, calendar);
  const due = legalDue === null ? "" : dayOf(legalDue, calendar.calendar.zone);
  const events = archive.sql("SELECT count(*) FROM event WHERE stream = ?").pluck();
  const revision =
    (events.get(state.id) as number) + decisionCount(archive, state.origin?.message ?? "");
  return message(archive, shownRequest(state, definition, { due, revision }));
}

/** That a form was sent back or refused, after the decision on it was recorded. */
export const draftMessage = (
  archive: Archive,
  form: { message: string; tracking: string },
  status: "incomplete" | "refused",
  words: string,
): AnswerMessage =>
  message(archive, shownDraft(form.tracking, status, words, decisionCount(archive, form.message)));

/** More of what is known is always a higher revision, whichever PC it is that knows it. */
const decisionCount = (archive: Archive, message: string): number =>
  archive
    .sql("SELECT count(*) FROM incoming_decision WHERE message = ?")
    .pluck()
    .get(message) as number;

/** The same state shown by two PCs is one message. */
const message = (archive: Archive, body: Shown): AnswerMessage => ({
  id: derivedId("shown", JSON.stringify(body)),
  at: archive.now(),
  type: "public.shown",
  body,
});

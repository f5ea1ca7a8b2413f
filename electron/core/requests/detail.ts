import type { RequestDetail } from "#shared/contract.ts";
import { hasConflict } from "#shared/conflict/state.ts";
import type { Requester } from "#shared/request/model.ts";
import { undoable } from "#shared/request/commands.ts";
import { duesOf } from "#shared/request/clocks.ts";
import { currentVisit, isPaused, type RequestState } from "#shared/request/state.ts";
import { retentionOf } from "#shared/retention/state.ts";
import { stepOf } from "#shared/sop/definition.ts";
import type { Deadline } from "#shared/time/deadline.ts";
import { answerDeadline, objectionDeadline } from "#shared/time/legal.ts";
import { tookBetween } from "#shared/time/took.ts";
import { dayOf } from "#shared/time/zone.ts";
import { type Archive } from "../archive/archive.ts";
import { ERASED } from "../archive/identity.ts";
import { dispositionDetails } from "../dispositions/detail.ts";
import { portalDetails } from "../messages/detail.ts";
import { issuedDocuments, letterDetails } from "../letters/detail.ts";
import { peopleOf } from "../office/people.ts";

const ERASED_REQUESTER: Requester = {
  kind: "individual",
  name: ERASED,
  identity: "",
  institution: "",
  address: "",
  phone: "",
  email: "",
};

/** The state of one request as the contract shows it, with names in place of ids. */
export function detailOf(archive: Archive, state: RequestState): RequestDetail {
  const definition = archive.definitionOf(state.sop);
  const person = peopleOf(archive);
  const current = currentVisit(state);
  const calendar = archive.calendar.index();
  const { due, legalDue } = duesOf(state, definition, calendar);
  const dayDue = (deadline: Deadline): string =>
    deadline.kind === "due" ? dayOf(deadline.due, calendar.calendar.zone) : "";
  const step = current === null ? undefined : stepOf(definition, current.step);
  const { destroyed } = retentionOf(state);
  const assessed = new Map(state.assessments.map((one) => [one.no, one]));
  return {
    id: state.id,
    number: state.number,
    subject: state.subject,
    requester: state.requester === null ? null : (archive.requesterOf(state) ?? ERASED_REQUESTER),
    agenda: state.agenda?.number ?? state.number,
    period: state.period ?? "",
    sop: { ...state.sop, name: definition.name },
    status: state.status,
    outcome: state.outcome,
    received: state.received,
    created: state.created.at,
    changed: state.changed,
    due,
    legalDue,
    paused: isPaused(state),
    conflict: hasConflict(state),
    purpose: state.purpose,
    delivery: state.delivery,
    letter: state.letter,
    registered: { at: state.created.at, by: person(state.created.by) },
    items: state.items.map((item, index) => ({
      ...item,
      no: index + 1,
      availability: assessed.get(index + 1)?.availability ?? null,
      availabilityNote: assessed.get(index + 1)?.note ?? "",
    })),
    current:
      current === null || step === undefined
        ? null
        : {
            step: step.no,
            visit: current.visit,
            entered: current.entered,
            gist: step.gist,
            kind: step.kind,
            lane: step.lane,
            branches: step.next.flatMap((one) => (one.when === undefined ? [] : [one.when])),
          },
    visits: state.visits.map((visit) => ({
      ...visit,
      by: visit.by === null ? null : person(visit.by),
      took:
        visit.completed === null
          ? null
          : tookBetween(calendar, visit.entered, visit.completed, state.pauses ?? []),
    })),
    notes: state.notes.map((note) => ({ ...note, by: person(note.by) })),
    files: state.files.map((file) => ({ ...file, by: person(file.by) })),
    dispositions: dispositionDetails(archive, state.dispositions),
    letters: letterDetails(archive, state),
    documents: issuedDocuments(archive, state),
    cancelled:
      state.cancelled === null ? null : { ...state.cancelled, by: person(state.cancelled.by) },
    pauses: (state.pauses ?? []).map((one) => ({ ...one, by: person(one.by) })),
    extension:
      state.extension === undefined
        ? null
        : {
            ...state.extension,
            by: person(state.extension.by),
            due: dayDue(
              answerDeadline({ start: state.created.at, calendar }, state.extension.days),
            ),
          },
    objections: (state.objections ?? []).map((one) => ({
      ...one,
      by: person(one.by),
      due: dayDue(objectionDeadline({ start: one.at, calendar })),
      answer: one.answer === null ? null : { ...one.answer, by: person(one.answer.by) },
    })),
    ...portalDetails(archive, state),
    furtherNumbers: (state.furtherNumbers ?? []).map(({ number, at, by, reason }) => ({
      ...{ number, at, reason },
      by: person(by),
    })),
    newer: state.newer === true,
    destroyed: destroyed && { record: destroyed.record, day: destroyed.day },
    undo: destroyed === null ? undoable(state) : null,
  };
}

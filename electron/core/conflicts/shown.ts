import { mergeEvents } from "#shared/conflict/merge.ts";
import type { ConflictShown, ConflictSide } from "#shared/conflict/contract.ts";
import { type Conflict, isTransition, type Transition } from "#shared/conflict/state.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import type { RequestState } from "#shared/request/state.ts";
import { isDestroyed } from "#shared/retention/state.ts";
import { type Definition, stepOf } from "#shared/sop/definition.ts";
import { type Archive, recorded } from "../archive/archive.ts";
import { idOf, type LogEvent } from "../archive/log.ts";
import { peopleOf } from "../office/people.ts";
import { templateNames } from "../templates/library.ts";
import { placesOf } from "./places.ts";

type Trace = ConflictSide["traces"][number];

/** The contradicting decisions of a request, with what each side wrote since they parted. */
export function conflictsOf(archive: Archive, state: RequestState): ConflictShown[] {
  if (state.conflicts === undefined) return [];
  const definition = archive.definitionOf(state.sop);
  const events = archive.log.read(state.id);
  const merged = mergeEvents(events.map(recorded), definition, state.id);
  if (merged === null) return [];
  const person = peopleOf(archive);
  const decision = decisionOf(archive, definition);
  const trace = traceOf(archive, state);
  const request = aboutRequest(archive, state, definition);

  return (merged.state.conflicts ?? []).map((conflict): ConflictShown => {
    const ids = merged.sidesOf(conflict.id);
    const side = (steps: Conflict["held"], written: ReadonlySet<string>): ConflictSide => ({
      decisions: steps.map(decision),
      traces: events
        .filter((event) => written.has(idOf(event)) && !isTransition(event))
        .flatMap((event) => trace(event)),
    });
    const { id, able, settled } = conflict;
    return {
      id,
      request,
      held: side(conflict.held, ids.held),
      other: side(conflict.other, ids.other),
      able,
      settled: settled && { ...settled, by: person(settled.by) },
    };
  });
}

export const aboutRequest = (archive: Archive, state: RequestState, { name }: Definition) => ({
  id: state.id,
  number: state.number,
  subject: state.subject,
  requester: archive.requesterName(state),
  sop: name,
});

function decisionOf(archive: Archive, definition: Definition) {
  const written = placesOf(archive);
  return (one: Transition): ConflictSide["decisions"][number] => ({
    id: one.id,
    type: one.type,
    ...written(one.id, one),
    step: stepIn(definition, one),
    branch: one.type === "step.completed" ? (one.body.branch ?? "") : "",
    note: one.type === "step.completed" ? one.body.note : one.body.reason,
  });
}

export function stepIn(
  definition: Definition,
  one: Transition,
): { no: number; visit: number; gist: string } | null {
  if (one.type === "request.cancelled") return null;
  const { step, visit } = one.body;
  return { no: step, visit, gist: stepOf(definition, step)?.gist ?? "" };
}

/** What an officer would look for among the papers; nothing for what only moves a clock. */
function traceOf(archive: Archive, state: RequestState): (event: LogEvent) => Trace[] {
  const written = placesOf(archive);
  const nameOf = templateNames(archive);
  const gone = isDestroyed(state);
  const told = (event: LogEvent): Pick<Trace, "what" | "text"> | null => {
    const { type, body } = event as unknown as RequestEvent;
    if (type === "letter.drafted") return { what: "letter", text: nameOf(body.kind) };
    if (type === "document.issued") {
      return { what: "letter", text: `${nameOf(body.kind)} ${body.number}` };
    }
    if (type === "file.attached") return { what: "file", text: body.name };
    if (type === "note.added") return { what: "note", text: body.text };
    if (type === "disposition.given") return { what: "disposition", text: body.to.join(", ") };
    return null;
  };
  return (event) => {
    const trace = gone ? null : told(event);
    return trace === null ? [] : [{ id: idOf(event), ...written(idOf(event), event), ...trace }];
  };
}

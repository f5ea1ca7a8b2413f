import { duesOf } from "#shared/request/clocks.ts";
import type { Requester } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { HandedStep } from "#shared/handover/events.ts";
import { masked } from "#shared/privacy/masked.ts";
import { stepOf } from "#shared/sop/definition.ts";
import type { SentMessage } from "#shared/sync/messages.ts";
import { cut } from "#shared/text.ts";
import type { Archive } from "../archive/archive.ts";
import { derivedId } from "../messages/ids.ts";

/** Characters that a message takes of each text. */
const MOST = { number: 60, line: 300, words: 1000, list: 2000 } as const;

/**
 * What the other office gets to read of a request: the step, and what was chosen to go with it. Who
 * asked for the data, and everything else that was written on the request, stays here.
 */
export function askedMessage(
  archive: Archive,
  state: RequestState,
  handed: HandedStep,
): SentMessage {
  const definition = archive.definitionOf(state.sop);
  const step = stepOf(definition, handed.step);
  if (step === undefined) throw new Error(`step ${handed.step} is not in the SOP`);
  const told = masked(
    {
      subject: state.subject,
      note: handed.note,
      items: handed.items.flatMap((no) => state.items[no - 1] ?? []),
      files: state.files
        .filter(({ id, withdrawn }) => handed.files.includes(id) && withdrawn === null)
        .map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    },
    requestersOf(archive, state),
  );
  return {
    id: derivedId("asked", handed.id),
    at: archive.now(),
    type: "handover.asked",
    to: handed.office.id,
    body: {
      ...told,
      // What stands in a name's place may be longer than the name.
      subject: cut(told.subject, MOST.line),
      note: cut(told.note, MOST.list),
      items: told.items.map((item) => ({ ...item, name: cut(item.name, MOST.line) })),
      handover: handed.id,
      number: cut(state.number, MOST.number),
      sop: definition.name,
      step: {
        no: step.no,
        text: cut(step.gist, MOST.words),
        lane: step.lane,
        requirements: cut(step.requirements.join("\n"), MOST.list),
        output: cut(step.outputs.join("\n"), MOST.list),
        branches: step.next.flatMap(({ when }) => (when === undefined ? [] : [when])),
      },
      due: handed.due,
    },
  };
}

/** Everybody who the requester was, corrected ones too. */
function requestersOf(archive: Archive, state: RequestState): Requester[] {
  const digests = [state.requester, ...(state.corrections ?? []).map(({ from }) => from)];
  return [...new Set(digests)].flatMap((digest) => {
    const requester = digest === null ? null : archive.identities.read(digest);
    return requester === null ? [] : [requester];
  });
}

/** When the step is due here; empty for none. */
export const dueOf = (archive: Archive, state: RequestState): string =>
  duesOf(state, archive.definitionOf(state.sop), archive.calendar.index()).due ?? "";

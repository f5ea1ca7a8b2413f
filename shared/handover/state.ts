import type { Recorded } from "#shared/request/events.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { HandoverEvent } from "./events.ts";
import type { HandoverState } from "./model.ts";

/** The handovers of a request after one more event about them; the first answer holds. Pure. */
export function applyHandoverEvent(
  state: RequestState,
  event: Recorded<HandoverEvent>,
): Partial<RequestState> {
  const { at, by } = event;
  const handovers = state.handovers ?? [];
  const known = handovers.find(({ id }) => id === event.body.id);
  const changed = (one: Pick<HandoverState, "state" | "reply">): Partial<RequestState> => ({
    handovers: handovers.map((it) => (it.id === event.body.id ? { ...it, ...one } : it)),
  });
  switch (event.type) {
    case "step.handed":
      if (known !== undefined) return {};
      return {
        handovers: [...handovers, { ...event.body, at, by, state: "open", reply: null }],
      };
    case "handover.answered": {
      if (known === undefined || known.state === "answered") return {};
      const { branch, note, by: answerer } = event.body;
      const notes = [...state.notes, { at, by, step: known.step, text: note }];
      return {
        ...changed({ state: "answered", reply: { at, by: answerer, branch, note } }),
        ...(note.trim() === "" ? {} : { notes }),
      };
    }
    case "handover.declined":
    case "handover.recalled": {
      if (known?.state !== "open") return {};
      const declined = event.type === "handover.declined";
      const reply = {
        at,
        by: declined ? event.body.by : by,
        branch: null,
        note: event.body.reason,
      };
      return changed({ state: declined ? "declined" : "recalled", reply });
    }
    default:
      return event satisfies never;
  }
}

/** The open handover of the step that the request stands on, if there is one. */
export const openHandover = (
  state: RequestState,
  step: number,
  visit: number,
): HandoverState | undefined =>
  state.handovers?.find((one) => one.state === "open" && one.step === step && one.visit === visit);

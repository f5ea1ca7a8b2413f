import { mergeEvents } from "#shared/conflict/merge.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Recorded } from "./events.ts";
import { applyEvent, Misfit } from "./reduce.ts";
import type { RequestState } from "./state.ts";

/**
 * The state after all events of one request, in their order; null when there are none. Where all
 * follow each other, as most do, one is applied after the other.
 */
export function foldEvents(
  events: Iterable<Recorded>,
  definition: Definition,
  id: string,
): RequestState | null {
  const list = [...events];
  if (isLine(list)) {
    try {
      let state: RequestState | null = null;
      for (const event of list) state = applyEvent(state, event, definition, id);
      return state;
    } catch (error) {
      // Decided on another state than the one that these events make.
      if (!(error instanceof Misfit)) throw error;
    }
  }
  return mergeEvents(list, definition, id)?.state ?? null;
}

/** Whether each event follows the one before it and nothing was written at once. */
const isLine = (events: readonly Recorded[]): boolean =>
  events.every(({ after }, place) => {
    if (after === undefined) return true;
    if (place === 0) return after.length === 0;
    return after.length === 1 && after[0] === events[place - 1]?.id;
  });

import type { Recorded } from "#shared/request/events.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { PublicEvent } from "./events.ts";

/**
 * What one more event changes. Every PC of the office takes a message over by itself, so the same
 * one may come more than once and counts the first time. Pure.
 */
export function applyPublicEvent(
  state: RequestState,
  event: Recorded<PublicEvent>,
): Partial<RequestState> {
  const { at, by } = event;
  switch (event.type) {
    case "public.replied": {
      const { message, text } = event.body;
      if (state.replies?.includes(message)) return {};
      return {
        replies: [...(state.replies ?? []), message],
        notes: text.trim() === "" ? state.notes : [...state.notes, { at, by, step: null, text }],
        // Only the requester was waited for.
        ...(state.pauses === undefined
          ? {}
          : { pauses: state.pauses.map((one) => (one.to === null ? { ...one, to: at } : one)) }),
      };
    }
    case "public.withdrawn":
      if (state.withdrawal !== undefined) return {};
      return { withdrawal: { ...event.body, at } };
    case "answer.released":
      if (state.releases?.some(({ id }) => id === event.body.id)) return {};
      return { releases: [...(state.releases ?? []), { ...event.body, at, by }] };
    default:
      return event satisfies never;
  }
}

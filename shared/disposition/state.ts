import type { Recorded, RequestEvent } from "#shared/request/events.ts";
import type { DispositionState } from "./model.ts";

type DispositionEvent = Extract<RequestEvent, { type: `disposition.${string}` }>;

export const isDispositionEvent = (event: RequestEvent): event is DispositionEvent =>
  event.type === "disposition.given" || event.type === "disposition.reported";

/** The dispositions of a request after one more event about them. Pure. */
export function applyDispositionEvent(
  dispositions: readonly DispositionState[],
  event: Recorded<DispositionEvent>,
): DispositionState[] {
  const { at, by } = event;
  switch (event.type) {
    case "disposition.given":
      return [...dispositions, { ...event.body, at, by }];
    case "disposition.reported": {
      const { id, recipient, text } = event.body;
      return dispositions.map((one) =>
        one.id === id
          ? { ...one, reports: [...(one.reports ?? []), { recipient, text, at, by }] }
          : one,
      );
    }
    default:
      return event satisfies never;
  }
}

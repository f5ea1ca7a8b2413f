import type { LetterState } from "#shared/letter/state.ts";
import type { Recorded } from "#shared/request/events.ts";
import type { PrivacyEvent } from "./events.ts";

/** One correction: from which identity to which, by their digests. */
export type Correction = { from: string; to: string; reason: string; at: string; by: string };

/** Who erased the identity, when and why. */
export type Erased = { at: string; by: string; reason: string };

/** What of a request's state these events are about. */
type Held = {
  requester: string | null;
  letters: readonly LetterState[];
  corrections?: readonly Correction[];
  erased?: Erased;
};

/**
 * The request after its requester was corrected or erased. Letters that had their number keep the
 * identity that they were numbered with. Pure.
 */
export function applyPrivacyEvent(state: Held, event: Recorded<PrivacyEvent>): Partial<Held> {
  const { at, by } = event;
  switch (event.type) {
    case "requester.corrected": {
      const { requester: to, reason } = event.body;
      const from = state.requester ?? to;
      return {
        requester: to,
        corrections: [...(state.corrections ?? []), { from, to, reason, at, by }],
        letters: state.letters.map((letter) =>
          letter.issued === null || letter.requester !== undefined
            ? letter
            : { ...letter, requester: from },
        ),
      };
    }
    case "identity.erased":
      return { erased: { reason: event.body.reason, at, by } };
    default:
      return event satisfies never;
  }
}

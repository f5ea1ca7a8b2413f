import type { Identity } from "#shared/privacy/contract.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";

/** What is known of the requester of one request, with names in place of user ids. */
export function identityOf(archive: Archive, state: RequestState): Identity {
  const person = peopleOf(archive);
  return {
    requester: archive.requesterOf(state),
    erased: state.erased === undefined ? null : { ...state.erased, by: person(state.erased.by) },
    corrections: (state.corrections ?? []).map(({ from, to, reason, at, by }) => ({
      at,
      by: person(by),
      reason,
      before: archive.identities.read(from),
      after: archive.identities.read(to),
    })),
  };
}

import { currentVisit, type RequestState } from "#shared/request/state.ts";
import type { SentMessage } from "#shared/sync/messages.ts";
import { derivedId } from "../messages/ids.ts";

const PASSED = "Langkah ini sudah diselesaikan atau ditutup oleh kantor asal.";

/** Tells an office that what it was asked for is needed no more, because the request went on. */
export function recallPassed(state: RequestState, at: string): SentMessage[] {
  const current = currentVisit(state);
  return (state.handovers ?? []).flatMap((one): SentMessage[] => {
    const stands = current?.step === one.step && current.visit === one.visit;
    if (one.state !== "open" || stands) return [];
    return [
      {
        id: derivedId("recalled", one.id),
        at,
        type: "handover.recalled",
        to: one.office.id,
        body: { handover: one.id, reason: PASSED },
      },
    ];
  });
}

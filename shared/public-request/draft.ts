/** A form from the portal before it is registered. */
export type DraftState = "waiting" | "returned" | "refused" | "withdrawn" | "accepted";

export type DraftFacts = {
  /** There is a request with the id that follows from the form's. */
  accepted: boolean;
  withdrawn: boolean;
  /** Decisions of the office; `seen` names the later messages and the decisions known to it. */
  decisions: readonly { id: string; kind: "returned" | "refused"; seen: readonly string[] }[];
  /** Ids of the requester's later messages. */
  later: readonly string[];
};

/**
 * Where a form stands. What the requester wrote after a decision, unseen by whoever decided, opens
 * it again; no clock is asked. Pure.
 */
export function draftState({ accepted, withdrawn, decisions, later }: DraftFacts): DraftState {
  if (accepted) return "accepted";
  if (withdrawn) return "withdrawn";
  const last = lastDecision(decisions);
  if (last === undefined || later.some((id) => !last.seen.includes(id))) return "waiting";
  return last.kind;
}

/** The one that no other had seen; of two made at once the one with the higher id, on every PC. */
export function lastDecision<D extends { id: string; seen: readonly string[] }>(
  decisions: readonly D[],
): D | undefined {
  const passed = new Set(decisions.flatMap(({ seen }) => seen));
  return decisions
    .filter(({ id }) => !passed.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
}

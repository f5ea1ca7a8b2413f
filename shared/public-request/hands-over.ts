import { type Definition, stepOf } from "#shared/sop/definition.ts";

/** Whether the step gives the answer out of the office: what follows is the requester's, or the end. */
export function handsOver(definition: Definition, no: number): boolean {
  const step = stepOf(definition, no);
  const { requesterLane } = definition;
  if (step === undefined || step.kind === "decision" || step.lane === requesterLane) return false;
  return step.next.some(
    ({ to }) => typeof to === "string" || stepOf(definition, to)?.lane === requesterLane,
  );
}

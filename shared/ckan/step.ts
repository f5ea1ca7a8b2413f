import { type Definition, outcomeOf, type Step, stepOf } from "#shared/sop/definition.ts";

/** Words in a step's activity or outputs by which it puts data on the portal. */
const PUBLISHES = /publikasi|unggah|diseminasikan|lakukan diseminasi|terpublikasi|rekaman data/u;
const WHERE = /portal|publikasi data|diseminasi dan publikasi|terpublikasi/u;
/** Words of a branch that says that the data is there. */
const THERE = /^(sudah )?(tersedia|ada)$/u;

/** Whether the step is the one at which a dataset goes to the open data portal. */
export function publishes({ gist, outputs }: Pick<Step, "gist" | "outputs">): boolean {
  const said = [gist, ...outputs].join("\n").toLowerCase();
  return PUBLISHES.test(said) && WHERE.test(said);
}

/**
 * The branch that a decision takes when all that was asked for is on the portal already: the one
 * that ends as a download, or the one that says so in a word. Null where the step decides
 * something else; then what was found is only written down.
 */
export function availableBranch(definition: Definition, no: number): string | null {
  const step = stepOf(definition, no);
  if (step === undefined || step.kind !== "decision") return null;
  const direct = step.next.find(({ to }) => outcomeOf(to) === "unduh-langsung");
  const said = step.next.find(({ when }) => when !== undefined && THERE.test(when.toLowerCase()));
  return (direct ?? said)?.when ?? null;
}

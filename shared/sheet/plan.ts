import { type Definition, type Outcome, outcomeOf, type StepKind } from "#shared/sop/definition.ts";

/** What of a definition the drawing needs; rows and lanes count from 0. */
export type PlanRow = { step: number; kind: StepKind; lane: number; also: number[] };
/** One way out of a row's symbol: to another row, or to an end of its own. */
export type Exit = {
  id: number;
  from: number;
  branch: string | null;
  to: number | null;
  outcome: Outcome | null;
};
export type Plan = { lanes: number; rows: PlanRow[]; exits: Exit[]; marks: Exit[] };

/**
 * Reads the rows and ways out of a definition. It takes unfinished ones too (an editor draws what
 * is there): a way to a row that does not exist is left out, an unknown lane is taken as the first.
 * `exits` leave their symbol by a line; `marks` are ends that need none.
 */
export function planOf(definition: Definition): Plan {
  const index = new Map(definition.lanes.map((lane, at) => [lane, at]));
  const rows = definition.steps.map((step) => {
    const lane = index.get(step.lane) ?? 0;
    const also = step.also.flatMap((name) => index.get(name) ?? []).filter((at) => at !== lane);
    return { step: step.no, kind: step.kind, lane, also: [...new Set(also)] };
  });
  const exits: Exit[] = [];
  const marks: Exit[] = [];
  definition.steps.forEach((step, from) => {
    for (const way of step.next) {
      const outcome = outcomeOf(way.to);
      const to = typeof way.to === "number" ? way.to - 1 : null;
      if (to !== null && to >= rows.length) continue;
      const exit = { id: exits.length + marks.length, from, branch: way.when ?? null, to, outcome };
      const drawn = to !== null || step.kind === "decision" || step.next.length > 1;
      (drawn ? exits : marks).push(exit);
    }
  });
  return { lanes: definition.lanes.length, rows, exits, marks };
}

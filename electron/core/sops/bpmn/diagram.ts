import { type Definition, type Outcome, outcomeOf, type Target } from "#shared/sop/definition.ts";
import type { Draft, DraftStep } from "#shared/sop/draft.ts";

/**
 * The flow of a definition as BPMN has it. Each row is an activity or, for a decision, an exclusive
 * gateway: rows that start or end are work too (they are the sheet's capsules), so the events are
 * added around them. A start event leads to row 1, an end event stands at every way that ends.
 */

export type NodeKind = "start" | "task" | "gateway" | "end";
export type Node = {
  id: string;
  kind: NodeKind;
  /** Words shown in or beside it. */
  name: string;
  /** Index of its lane, or null outside all lanes. */
  lane: number | null;
  step: DraftStep | null;
  outcome: Outcome | null;
};
export type Flow = { id: string; from: string; to: string; name: string | undefined };
/** A way without an arrow; `position` is its place among the step's ways. */
export type OpenWay = { position: number; to: number | null; when: string | undefined };

export type Diagram = {
  name: string;
  lanes: string[];
  nodes: Node[];
  flows: Flow[];
  open: Map<string, OpenWay[]>;
};

const OUTCOME_NAMES: Record<Outcome, string> = {
  selesai: "Selesai",
  ditolak: "Ditolak",
  "tidak-tersedia": "Data tidak tersedia",
  "unduh-langsung": "Unduh langsung",
};

export function diagramOf(definition: Definition | Draft): Diagram {
  const steps: DraftStep[] = definition.steps;
  const laneOf = (name: string) => {
    const index = definition.lanes.indexOf(name);
    return index < 0 ? null : index;
  };
  const nodes: Node[] = [];
  const flows: Flow[] = [];
  const open = new Map<string, OpenWay[]>();
  const ids = new Map<number, string>();
  steps.forEach((step, index) => {
    if (!ids.has(step.no)) ids.set(step.no, stepId(index));
  });
  const connect = (from: string, to: string, name?: string) =>
    flows.push({ id: `Flow_${flows.length + 1}`, from, to, name });

  const first = steps[0];
  if (first !== undefined) {
    const lane = laneOf(first.lane);
    nodes.push({ id: "Start", kind: "start", name: "", lane, step: null, outcome: null });
    connect("Start", stepId(0));
  }
  steps.forEach((step, index) => {
    const id = stepId(index);
    const lane = laneOf(step.lane);
    const kind = step.kind === "decision" ? "gateway" : "task";
    nodes.push({ id, kind, name: step.gist, lane, step, outcome: null });
    const ways: OpenWay[] = [];
    step.next.forEach(({ to, when }, position) => {
      const outcome = to === null ? null : outcomeOf(to);
      const target = typeof to === "number" ? ids.get(to) : undefined;
      if (outcome !== null) {
        const end = `End_${index + 1}_${position + 1}`;
        nodes.push({
          id: end,
          kind: "end",
          name: OUTCOME_NAMES[outcome],
          lane,
          step: null,
          outcome,
        });
        connect(id, end, when);
      } else if (target === undefined) ways.push({ position, to: numberOf(to), when });
      else connect(id, target, when);
    });
    if (ways.length > 0) open.set(id, ways);
  });
  return { name: definition.name, lanes: definition.lanes, nodes, flows, open };
}

const stepId = (index: number): string => `Step_${index + 1}`;
const numberOf = (to: Target | null): number | null => (typeof to === "number" ? to : null);

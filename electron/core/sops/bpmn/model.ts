import type { Notes } from "../fitting/notes.ts";
import { childOf, extensionOf, idOf, isA, labelOf, listOf, stringOf } from "./elements.ts";
import { nameOf, oneLine } from "./exact-text.ts";
import type { Positions } from "./positions.ts";
import type { Element } from "./vocabulary.ts";

/** A process with what a definition can take from it; the rest is noted. */
export type Model = {
  process: Element;
  /** Flow nodes in the file's order. */
  nodes: Element[];
  flows: ModelFlow[];
  /** Names of the leaf lanes; `laneOf` holds an index into them. */
  lanes: string[];
  laneOf: Map<Element, number>;
};

export type ModelFlow = { element: Element; from: Element; to: Element };

export function modelOf(process: Element, positions: Positions, notes: Notes): Model {
  const elements = listOf(process, "flowElements");
  const nodes = elements.filter((element) => isA(element, "bpmn:FlowNode"));
  const known = new Set(nodes);
  const flows: ModelFlow[] = [];
  for (const element of elements) {
    if (isA(element, "bpmn:SequenceFlow")) {
      const [from, to] = [childOf(element, "sourceRef"), childOf(element, "targetRef")];
      if (from !== undefined && to !== undefined && known.has(from) && known.has(to)) {
        flows.push({ element, from, to });
      } else notes.add("element_dropped", idOf(element), labelOf(element));
    } else if (!known.has(element)) notes.add("element_dropped", idOf(element), labelOf(element));
  }
  for (const artifact of listOf(process, "artifacts")) noteArtifact(artifact, notes);
  for (const node of nodes) noteInner(node, notes);
  noteExtensions([process, ...elements], notes);
  return { process, nodes, flows, ...lanesOf(process, known, positions, notes) };
}

/** An annotation by its text; an association only ties one to something, so it says nothing. */
export function noteArtifact(artifact: Element, notes: Notes): void {
  if (isA(artifact, "bpmn:Association")) return;
  const text = stringOf(artifact, "text");
  const label = text === undefined ? labelOf(artifact) : `TextAnnotation “${text}”`;
  notes.add("element_dropped", idOf(artifact), label);
}

/** What other tools keep for themselves in their extensions; one note, since there is much of it. */
function noteExtensions(elements: Element[], notes: Notes): void {
  const extended = elements.filter(
    (element) =>
      Object.keys(element.$attrs ?? {}).some((name) => !name.startsWith("xmlns")) ||
      listOf(childOf(element, "extensionElements"), "values").some(
        ({ $type }) => !$type.startsWith("lajur:"),
      ),
  );
  const [first] = extended;
  if (first === undefined) return;
  const detail = `isian khusus aplikasi asal pada ${extended.length} unsur`;
  notes.add("not_taken", idOf(first), detail);
}

/** Everything in a sub-process, at any depth. */
function noteInner(node: Element, notes: Notes): void {
  for (const inner of listOf(node, "flowElements")) {
    if (!isA(inner, "bpmn:SequenceFlow")) notes.add("element_dropped", idOf(inner), labelOf(inner));
    noteInner(inner, notes);
  }
  for (const artifact of listOf(node, "artifacts")) noteArtifact(artifact, notes);
}

function lanesOf(
  process: Element,
  known: Set<Element>,
  positions: Positions,
  notes: Notes,
): Pick<Model, "lanes" | "laneOf"> {
  const isOwn = extensionOf(process, "lajur:Definition") !== undefined;
  const leaves = listOf(process, "laneSets").flatMap((set) => leavesOf(set, notes));
  const lanes = leaves.map((lane, index) => {
    const name = nameOf(lane);
    // Lajur's own lanes may be named anything, since rows refer to them by name.
    if (name !== undefined) return isOwn ? name : oneLine(name);
    notes.add("guessed", idOf(lane), `Pelaksana ${index + 1}`);
    return `Pelaksana ${index + 1}`;
  });
  const laneOf = new Map<Element, number>();
  leaves.forEach((lane, index) => {
    for (const node of listOf(lane, "flowNodeRef")) {
      if (known.has(node) && !laneOf.has(node)) laneOf.set(node, index);
    }
  });
  // Some tools only draw a node inside its lane.
  if (laneOf.size === 0) {
    for (const node of known) {
      const index = leaves.findIndex((lane) => positions.contains(lane, node));
      if (index >= 0) laneOf.set(node, index);
    }
  }
  return { lanes, laneOf };
}

function leavesOf(set: Element, notes: Notes): Element[] {
  return listOf(set, "lanes").flatMap((lane) => {
    const children = childOf(lane, "childLaneSet");
    const leaves = children === undefined ? [] : leavesOf(children, notes);
    if (leaves.length === 0) return [lane];
    notes.add("element_dropped", idOf(lane), labelOf(lane));
    return leaves;
  });
}

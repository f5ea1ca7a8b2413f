import type { Loose } from "../fitting/complete.ts";
import type { Notes } from "../fitting/notes.ts";
import { childOf, extensionOf, idOf, isA, labelOf, listOf, stringOf } from "./elements.ts";
import { nameOf, oneLine, textOf } from "./exact-text.ts";
import { stepFacts } from "./facts.ts";
import { type Arrow, createFlowGraph, type FlowGraph } from "./flow-graph.ts";
import type { Model, ModelFlow } from "./model.ts";
import { flowOrder } from "./order.ts";
import type { Positions } from "./positions.ts";
import { type Role, roleOf } from "./roles.ts";
import { putInSequence } from "./serial.ts";
import type { Element } from "./vocabulary.ts";

/** The rows of a file from another tool, numbered in the order of its flow. */
export function reduce(model: Model, positions: Positions, notes: Notes): Loose[] {
  const kept = withoutBoundaries(model, notes);
  const graph = createFlowGraph(kept.flows.map((flow) => arrowOf(flow, notes)));
  const start = startOf(kept.nodes, graph, positions);
  for (const split of putInSequence(kept.nodes, graph)) {
    notes.add("parallel_serial", idOf(split), labelOf(split));
  }
  const roles = new Map(kept.nodes.map((node) => [node, roleOf(node, start, graph, notes)]));
  const bare = start !== undefined && roles.get(start)?.is === "pass";
  const first = bare ? targetOf(start, graph, roles) : undefined;
  passThrough(graph, roles, notes);
  const rows = flowOrder(start, kept.nodes, graph, positions.compare).filter(
    (node) => roles.get(node)?.is === "row",
  );
  const numbers = new Map(rows.map((node, index) => [node, index + 1]));
  return rows.map((node) => {
    const next = waysOf(node, graph, roles, numbers, notes);
    return {
      no: numbers.get(node),
      gist: oneLine(nameOf(node)),
      lane: laneOf(node, model, notes),
      ...stepFacts(node),
      kind: kindOf(node, roles.get(node), node === first, next),
      note: noteOf(node, notes),
      next,
    };
  });
}

/** Without events on an activity's border, and the arrows from them. */
function withoutBoundaries({ nodes, flows }: Model, notes: Notes): Pick<Model, "nodes" | "flows"> {
  const isBoundary = (node: Element) => isA(node, "bpmn:BoundaryEvent");
  for (const node of nodes.filter(isBoundary)) {
    notes.add("element_dropped", idOf(node), labelOf(node));
  }
  for (const { element, from, to } of flows) {
    if (isBoundary(from) || isBoundary(to)) {
      notes.add("element_dropped", idOf(element), labelOf(element));
    }
  }
  return {
    nodes: nodes.filter((node) => !isBoundary(node)),
    flows: flows.filter(({ from, to }) => !isBoundary(from) && !isBoundary(to)),
  };
}

/** An arrow's words are its name, or the condition where it has none. */
function arrowOf({ element, from, to }: ModelFlow, notes: Notes): Arrow {
  const name = oneLine(nameOf(element));
  const body = oneLine(stringOf(childOf(element, "conditionExpression"), "body"));
  if (name !== "" && body !== "") notes.add("not_taken", idOf(element), body);
  const words = name === "" ? body : name;
  return { from, to, when: words === "" ? undefined : words };
}

/** The first start event in the file that leads anywhere, else the node that nothing leads to. */
function startOf(nodes: Element[], graph: FlowGraph, positions: Positions): Element | undefined {
  const starts = nodes.filter((node) => isA(node, "bpmn:StartEvent"));
  const leading = starts.find((node) => graph.out(node).length > 0);
  if (leading !== undefined) return leading;
  const sorted = nodes.filter((node) => !isA(node, "bpmn:StartEvent")).toSorted(positions.compare);
  return sorted.find((node) => graph.into(node).length === 0) ?? sorted[0];
}

/** What is left out hands its arrows on, one by one, until none leads to it. */
function passThrough(graph: FlowGraph, roles: Map<Element, Role>, notes: Notes): void {
  for (const [node, role] of roles) {
    if (role.is !== "pass") continue;
    const out = graph.out(node).find((arrow) => arrow.to !== node);
    for (const arrow of graph.into(node)) {
      if (arrow.from === node || out === undefined) continue;
      if (out.when !== undefined && arrow.when === undefined) arrow.when = out.when;
      else if (out.when !== undefined) notes.add("not_taken", idOf(node), out.when);
      graph.lead(arrow, out.to);
    }
  }
}

function targetOf(
  start: Element,
  graph: FlowGraph,
  roles: Map<Element, Role>,
): Element | undefined {
  const seen = new Set<Element>();
  let node: Element | undefined = start;
  while (node !== undefined && roles.get(node)?.is === "pass" && !seen.has(node)) {
    seen.add(node);
    node = graph.out(node)[0]?.to;
  }
  return node;
}

function waysOf(
  node: Element,
  graph: FlowGraph,
  roles: Map<Element, Role>,
  numbers: Map<Element, number>,
  notes: Notes,
): Loose[] {
  const out = graph.out(node);
  if (out.length === 0) {
    // An activity after which nothing is drawn ends the work; an end event says so itself.
    if (!isA(node, "bpmn:EndEvent")) notes.add("guessed", idOf(node), "selesai");
    return [{ to: "end:selesai" }];
  }
  return out.map(({ to, when }) => {
    const role = roles.get(to);
    const target = role?.is === "end" ? `end:${role.outcome}` : (numbers.get(to) ?? null);
    return when === undefined ? { to: target } : { when, to: target };
  });
}

/** A bare start or end event makes a capsule of the activity beside it, as on paper. */
function kindOf(node: Element, role: Role | undefined, isFirst: boolean, next: Loose[]): string {
  const kind = role?.is === "row" ? role.kind : "process";
  if (kind !== "process") return kind;
  const own = stringOf(extensionOf(node, "lajur:Step"), "kind");
  if (own !== undefined && own !== "decision" && own !== "start") return own;
  if (isFirst) return "start";
  return next.length === 1 && typeof next[0]?.to === "string" ? "end" : "process";
}

function laneOf(node: Element, { lanes, laneOf: index }: Model, notes: Notes): string {
  const lane = lanes[index.get(node) ?? -1];
  if (lane !== undefined) return lane;
  const own = childOf(extensionOf(node, "lajur:Step"), "lane");
  if (own !== undefined) return textOf(own);
  if (lanes.length > 0) notes.add("lane_missing", idOf(node), labelOf(node));
  return "";
}

/** Lajur's own note, else the documentation. */
function noteOf(node: Element, notes: Notes): string | null {
  const own = stepFacts(node).note;
  const texts = listOf(node, "documentation").flatMap((one) => stringOf(one, "text") ?? []);
  const text = oneLine(texts.join(" "));
  if (typeof own !== "string") return text === "" ? null : text;
  if (text !== "") notes.add("not_taken", idOf(node), text);
  return own;
}

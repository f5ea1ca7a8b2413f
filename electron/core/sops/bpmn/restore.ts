import type { Loose } from "../fitting/complete.ts";
import { childOf, extensionOf, isA, listOf, stringOf } from "./elements.ts";
import { nameOf, textOf } from "./exact-text.ts";
import { stepFacts } from "./facts.ts";
import type { Model, ModelFlow } from "./model.ts";
import type { Element } from "./vocabulary.ts";

/**
 * The rows of a file that Lajur wrote, exactly as they were, also where a definition has errors.
 * Null when another tool added or removed a row or an event: then the flow has to be read anew.
 * Words, lanes and arrows may well have been changed.
 */
export function restore(model: Model): Loose[] | null {
  const { nodes, flows } = model;
  const rows = nodes.filter((node) => extensionOf(node, "lajur:Step") !== undefined);
  const starts = nodes.filter((node) => isA(node, "bpmn:StartEvent"));
  const ends = nodes.filter((node) => extensionOf(node, "lajur:End") !== undefined);
  const written = extensionOf(model.process, "lajur:Definition")?.steps;
  const [start] = starts;
  const begin = flows.filter((flow) => flow.from === start);
  const isWhole =
    written === rows.length &&
    starts.length === Math.min(1, rows.length) &&
    rows.length + starts.length + ends.length === nodes.length &&
    rows.every(isConsistent) &&
    begin.length === starts.length &&
    begin.every((flow) => flow.to === rows[0]) &&
    flows.every((flow) => flow.to !== start && !ends.includes(flow.from));
  if (!isWhole) return null;
  const ways = new Map<Element, ModelFlow[]>();
  for (const flow of flows) ways.set(flow.from, [...(ways.get(flow.from) ?? []), flow]);
  return rows.map((row) => rowOf(row, model, ways.get(row) ?? []));
}

const isConsistent = (row: Element): boolean =>
  (kindOf(row) === "decision") === isA(row, "bpmn:ExclusiveGateway") &&
  Number.isInteger(extensionOf(row, "lajur:Step")?.no) &&
  (isA(row, "bpmn:ExclusiveGateway") || isA(row, "bpmn:Task"));

const kindOf = (row: Element): string | undefined =>
  stringOf(extensionOf(row, "lajur:Step"), "kind");

function rowOf(row: Element, { lanes, laneOf }: Model, flows: ModelFlow[]): Loose {
  const own = extensionOf(row, "lajur:Step");
  const lane = laneOf.get(row);
  const outside = childOf(own, "lane");
  const next = flows.map(({ element, to }) => wayOf(nameOf(element), targetOf(to)));
  for (const open of listOf(own, "open")) {
    const way = wayOf(open.named === true ? textOf(open) : undefined, open.to ?? null);
    next.splice(Number(open.position), 0, way);
  }
  return {
    no: own?.no,
    gist: nameOf(row) ?? "",
    kind: kindOf(row),
    lane: lane === undefined ? (outside === undefined ? "" : textOf(outside)) : lanes[lane],
    ...stepFacts(row),
    next,
  };
}

const wayOf = (when: string | undefined, to: unknown): Loose =>
  when === undefined ? { to } : { when, to };

function targetOf(node: Element): unknown {
  const end = extensionOf(node, "lajur:End");
  return end === undefined
    ? extensionOf(node, "lajur:Step")?.no
    : `end:${stringOf(end, "outcome") ?? ""}`;
}

import type { Outcome } from "#shared/sop/definition.ts";
import type { Notes } from "../fitting/notes.ts";
import { extensionOf, idOf, isA, labelOf, listOf, stringOf } from "./elements.ts";
import type { FlowGraph } from "./flow-graph.ts";
import type { Element } from "./vocabulary.ts";

/**
 * What becomes of a foreign node. The sheet has rows alone, of which the first and the last are
 * capsules; so an event without words of its own is only the mark of such a row (`pass`, `end`),
 * and an event with words is a row.
 */
export type Role =
  | { is: "row"; kind: "start" | "process" | "decision" | "end" }
  | { is: "end"; outcome: Outcome }
  /** Left out; what leads to it leads to what it leads to. */
  | { is: "pass" };

/** Words of a start or an end that say no more than the symbol. */
const BARE =
  /^(mulai|start|begin|awal|selesai|end|akhir|finish|berakhir|tamat|proses selesai)?\W*$/i;
const PLAIN_TASKS = ["bpmn:Task", "bpmn:UserTask", "bpmn:ManualTask"];

export function roleOf(
  node: Element,
  start: Element | undefined,
  graph: FlowGraph,
  notes: Notes,
): Role {
  const name = stringOf(node, "name")?.trim() ?? "";
  const note = (code: Parameters<Notes["add"]>[0], detail = labelOf(node)) =>
    notes.add(code, idOf(node), detail);
  if (isA(node, "bpmn:Event")) {
    for (const one of listOf(node, "eventDefinitions")) note("element_dropped", labelOf(one));
  }
  if (isA(node, "bpmn:EndEvent")) {
    const own = stringOf(extensionOf(node, "lajur:End"), "outcome");
    if (own !== undefined) return { is: "end", outcome: own as Outcome };
    const outcome = outcomeIn(name);
    if (outcome !== null) {
      if (!BARE.test(name)) note("end_read", `“${name}” dibaca sebagai “${outcome}”`);
      return { is: "end", outcome };
    }
    note("element_reduced");
    return { is: "row", kind: "end" };
  }
  if (node === start) {
    if (BARE.test(name)) return { is: "pass" };
    note("element_reduced");
    return { is: "row", kind: "start" };
  }
  if (isA(node, "bpmn:Event")) {
    if (name === "" || isA(node, "bpmn:StartEvent")) {
      note("element_dropped");
      return { is: "pass" };
    }
    note("element_reduced");
    return { is: "row", kind: "process" };
  }
  if (isA(node, "bpmn:Gateway")) {
    const isOwn = extensionOf(node, "lajur:Step") !== undefined;
    if (graph.out(node).length < 2 && !isOwn) {
      note("gateway_merged");
      return { is: "pass" };
    }
    if (!isA(node, "bpmn:ExclusiveGateway")) note("gateway_decision");
    return { is: "row", kind: "decision" };
  }
  if (!PLAIN_TASKS.includes(node.$type)) note("element_reduced");
  return { is: "row", kind: "process" };
}

function outcomeIn(name: string): Outcome | null {
  if (BARE.test(name)) return "selesai";
  if (/tolak/i.test(name)) return "ditolak";
  if (/tidak\s+(ter)?sedia/i.test(name)) return "tidak-tersedia";
  return /unduh\s+langsung/i.test(name) ? "unduh-langsung" : null;
}

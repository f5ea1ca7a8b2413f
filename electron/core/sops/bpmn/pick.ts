import type { Notes } from "../fitting/notes.ts";
import { childOf, idOf, isA, labelOf, listOf } from "./elements.ts";
import { noteArtifact } from "./model.ts";
import type { Element } from "./vocabulary.ts";

/** The process of a file that is taken, with its pool; `count` includes sub-processes' nodes. */
export type Picked = { process: Element; pool: Element | undefined; count: number };

/** The process with the most nodes, or null when no process has any. */
export function pickProcess(root: Element): Picked | null {
  let picked: Element | undefined;
  let most = 0;
  for (const process of processesOf(root)) {
    const nodes = nodesOf(process).length;
    if (nodes > most) [picked, most] = [process, nodes];
  }
  if (picked === undefined) return null;
  const pool = poolsOf(root).find((one) => childOf(one, "processRef") === picked);
  return { process: picked, pool, count: countNodes(picked) };
}

/** Notes whatever else the file holds: other pools, messages between them, other root elements. */
export function noteOutside(root: Element, { process, pool }: Picked, notes: Notes): void {
  const drop = (element: Element) => notes.add("element_dropped", idOf(element), labelOf(element));
  const pools = poolsOf(root);
  pools.filter((one) => one !== pool).forEach(drop);
  const shown = new Set(pools.map((one) => childOf(one, "processRef")));
  for (const element of listOf(root, "rootElements")) {
    if (isA(element, "bpmn:Collaboration")) {
      listOf(element, "messageFlows").forEach(drop);
      for (const artifact of listOf(element, "artifacts")) noteArtifact(artifact, notes);
    } else if (element !== process && !shown.has(element)) drop(element);
  }
}

type Warning = { message: string; element?: Element; property?: string };

/** Elements and attributes that are not BPMN. */
export function noteWarnings(warnings: Warning[], notes: Notes): void {
  for (const { message, element } of warnings) {
    const unknown =
      /^unparsable content (<[^>\n]{1,80}>?)|^unknown attribute (<[^>\n]{1,80}>)/.exec(message);
    const what = unknown?.[1] ?? unknown?.[2];
    if (what !== undefined)
      notes.add("not_taken", element === undefined ? "" : idOf(element), what);
  }
}

const processesOf = (root: Element): Element[] =>
  listOf(root, "rootElements").filter((one) => isA(one, "bpmn:Process"));

const poolsOf = (root: Element): Element[] =>
  listOf(root, "rootElements").flatMap((one) => listOf(one, "participants"));

const nodesOf = (container: Element): Element[] =>
  listOf(container, "flowElements").filter((one) => isA(one, "bpmn:FlowNode"));

const countNodes = (container: Element): number =>
  nodesOf(container).reduce((sum, node) => sum + 1 + countNodes(node), 0);

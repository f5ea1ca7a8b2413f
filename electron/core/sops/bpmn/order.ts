import type { FlowGraph } from "./flow-graph.ts";
import type { Element } from "./vocabulary.ts";

/**
 * The nodes in the order of the flow from `start`: a node comes after all that lead to it, ways back
 * apart, and of two branches the one drawn first comes first. What nothing leads to comes last.
 */
export function flowOrder(
  start: Element | undefined,
  nodes: Element[],
  graph: FlowGraph,
  compare: (a: Element, b: Element) => number,
): Element[] {
  const seen = new Set<Element>();
  const ordered: Element[] = [];
  for (const root of [...(start === undefined ? [] : [start]), ...nodes.toSorted(compare)]) {
    if (!seen.has(root)) ordered.push(...finished(root, seen, graph, compare).toReversed());
  }
  return ordered;
}

/** Depth first, each node when all after it are done; the last branch is gone down first. */
function finished(
  root: Element,
  seen: Set<Element>,
  graph: FlowGraph,
  compare: (a: Element, b: Element) => number,
): Element[] {
  const after = (node: Element) =>
    graph
      .out(node)
      .map((arrow) => arrow.to)
      .toSorted(compare);
  const done: Element[] = [];
  const path = [{ node: root, left: after(root) }];
  seen.add(root);
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const next = at.left.pop();
    if (next === undefined) {
      done.push(at.node);
      path.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      path.push({ node: next, left: after(next) });
    }
  }
  return done;
}

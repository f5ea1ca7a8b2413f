import { isA } from "./elements.ts";
import type { Arrow, FlowGraph } from "./flow-graph.ts";
import type { Element } from "./vocabulary.ts";

/**
 * An SOP is done row by row, so what a parallel gateway splits and another one joins is put in a
 * sequence: the end of each branch leads to the beginning of the next. Returns the splits that were
 * put in order; any other shape is left as it is.
 */
export function putInSequence(nodes: Element[], graph: FlowGraph): Element[] {
  const isParallel = (node: Element) => isA(node, "bpmn:ParallelGateway");
  const done: Element[] = [];
  let open = nodes.filter((node) => isParallel(node) && graph.out(node).length > 1);
  // Each round can put those in order whose inner splits are in order by now.
  for (let before = -1; before !== open.length;) {
    before = open.length;
    open = open.filter((split) => {
      const ordered = putOneInSequence(split, graph, isParallel);
      if (ordered) done.push(split);
      return !ordered;
    });
  }
  return done;
}

function putOneInSequence(
  split: Element,
  graph: FlowGraph,
  isParallel: (node: Element) => boolean,
): boolean {
  const branches = graph.out(split);
  const closings = branches.map((branch) => closingOf(branch, split, graph, isParallel));
  const join = closings[0]?.[0]?.to;
  if (join === undefined) return false;
  const seen = new Set<Arrow>();
  for (const closing of closings) {
    if (closing === null || closing.length === 0) return false;
    // Branches that share a way belong to no block that could be put in order.
    if (closing.some((arrow) => arrow.to !== join || seen.has(arrow))) return false;
    for (const arrow of closing) seen.add(arrow);
  }
  if (graph.into(join).length !== seen.size) return false;
  branches.forEach((branch, index) => {
    const following = branches[index + 1];
    if (following === undefined) return;
    for (const arrow of closings[index] ?? []) {
      // A branch with nothing on it only falls away.
      if (arrow !== branch) graph.lead(arrow, following.to);
    }
  });
  const [first, ...others] = branches;
  const begin = branches.find((branch) => branch.to !== join);
  if (first !== undefined && begin !== undefined) graph.lead(first, begin.to);
  for (const arrow of others) graph.drop(arrow);
  return true;
}

/** The arrows by which a branch reaches the next parallel join; null when it ends before one. */
function closingOf(
  branch: Arrow,
  split: Element,
  graph: FlowGraph,
  isParallel: (node: Element) => boolean,
): Arrow[] | null {
  const closing: Arrow[] = [];
  const seen = new Set<Element>([split]);
  const queue = [branch];
  for (let arrow = queue.pop(); arrow !== undefined; arrow = queue.pop()) {
    const { to } = arrow;
    if (isParallel(to) && graph.into(to).length > 1) closing.push(arrow);
    else if (!seen.has(to)) {
      seen.add(to);
      const next = graph.out(to);
      if (next.length === 0) return null;
      queue.push(...next);
    }
  }
  return closing;
}

import type { Element } from "./vocabulary.ts";

/**
 * The flow between a process's nodes while it is being reduced to rows: nodes are taken out, and the
 * arrows through them joined.
 */
export type Arrow = { from: Element; to: Element; when: string | undefined };
export type FlowGraph = {
  out(node: Element): Arrow[];
  into(node: Element): Arrow[];
  arrows(): Arrow[];
  /** Lets `arrow` lead elsewhere. */
  lead(arrow: Arrow, to: Element): void;
  drop(arrow: Arrow): void;
};

export function createFlowGraph(initial: Arrow[]): FlowGraph {
  const outOf = new Map<Element, Arrow[]>();
  const intoOf = new Map<Element, Arrow[]>();
  const add = (map: Map<Element, Arrow[]>, node: Element, arrow: Arrow) => {
    const list = map.get(node);
    if (list === undefined) map.set(node, [arrow]);
    else list.push(arrow);
  };
  const remove = (map: Map<Element, Arrow[]>, node: Element, arrow: Arrow) =>
    map.set(
      node,
      (map.get(node) ?? []).filter((one) => one !== arrow),
    );
  for (const arrow of initial) {
    add(outOf, arrow.from, arrow);
    add(intoOf, arrow.to, arrow);
  }
  return {
    out: (node) => outOf.get(node) ?? [],
    into: (node) => intoOf.get(node) ?? [],
    arrows: () => [...outOf.values()].flat(),
    lead(arrow, to) {
      remove(intoOf, arrow.to, arrow);
      arrow.to = to;
      add(intoOf, to, arrow);
    },
    drop(arrow) {
      remove(outOf, arrow.from, arrow);
      remove(intoOf, arrow.to, arrow);
    },
  };
}

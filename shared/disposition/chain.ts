/** One disposition with those that continue it, in the order they were given. */
export type ChainNode<D> = { disposition: D; children: ChainNode<D>[] };

/**
 * The dispositions of a request as trees. One whose parent is not there, or comes only after it,
 * begins a tree of its own, so every disposition is shown once.
 */
export function chainsOf<D extends { id: string; parent: string | null }>(
  dispositions: readonly D[],
): ChainNode<D>[] {
  const known = new Map<string, ChainNode<D>>();
  const roots: ChainNode<D>[] = [];
  for (const disposition of dispositions) {
    const node: ChainNode<D> = { disposition, children: [] };
    const parent = disposition.parent === null ? undefined : known.get(disposition.parent);
    (parent?.children ?? roots).push(node);
    known.set(disposition.id, node);
  }
  return roots;
}

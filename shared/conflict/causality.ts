import type { Recorded } from "#shared/request/events.ts";

/** An event within its stream: which place it has in the order, and what its author knew. */
export type Node = {
  id: string;
  writer: string;
  seq: number;
  place: number;
  /** Ids of the events that it follows directly. */
  after: readonly string[];
  event: Recorded;
};

/** For every writer the last of its events that is known. */
type Past = Map<string, number>;

/**
 * Who knew of what: a writer's events follow each other, so all that an event's author had seen is
 * told by the last one of each writer. Events are added in a causal order.
 */
export function createCausality() {
  const nodes: Node[] = [];
  const places = new Map<string, number>();
  const pasts: Past[] = [];
  /** Saying the same as another event is as good as having seen it. */
  const agreed = new Map<string, Node>();

  function pastOf(node: Node): Past {
    const past: Past = new Map();
    const join = (id: string): void => {
      const known = pasts[places.get(id) ?? -1];
      if (known === undefined) return raise(past, ...partsOf(id));
      for (const [writer, seq] of known) raise(past, writer, seq);
    };
    for (const id of node.after) join(id);
    const same = agreed.get(node.id);
    if (same !== undefined) join(same.id);
    raise(past, node.writer, node.seq);
    return past;
  }

  return {
    add(event: Recorded): Node {
      const place = nodes.length;
      const before = nodes.at(-1);
      // Of one writer alone: each follows the one before it.
      const after = event.after ?? (before === undefined ? [] : [before.id]);
      const id = event.id ?? `:${place + 1}`;
      const [writer, seq] = partsOf(id);
      const node: Node = { id, writer, seq, place, after, event };
      nodes.push(node);
      places.set(id, place);
      pasts.push(pastOf(node));
      return node;
    },
    /** Whether the author of `node` knew of `other`. */
    saw: (node: Node, other: Node): boolean =>
      (pasts[node.place]?.get(other.writer) ?? 0) >= other.seq,
    agree(node: Node, same: Node): void {
      agreed.set(node.id, same);
      // Whatever follows it knows what it knows.
      for (const one of nodes.slice(node.place)) pasts[one.place] = pastOf(one);
    },
    /** Those that say the same as one of these. */
    alike: (ids: ReadonlySet<string>): Node[] =>
      nodes.filter(({ id }) => ids.has(agreed.get(id)?.id ?? "")),
    /**
     * These, what says the same, and all events that were written knowing only of those; `joins`
     * are the settlements that brought both sides together, with which nothing of one side goes on.
     */
    builtOn(roots: readonly Node[], joins: ReadonlySet<string>): Set<string> {
      const ids = new Set(roots.map(({ id }) => id));
      for (const node of nodes) {
        if (joins.has(node.id)) continue;
        const same = agreed.get(node.id);
        const within = node.after.length > 0 && node.after.every((one) => ids.has(one));
        if (within || (same !== undefined && ids.has(same.id))) ids.add(node.id);
      }
      return ids;
    },
  };
}

const raise = (past: Past, writer: string, seq: number): void => {
  if ((past.get(writer) ?? 0) < seq) past.set(writer, seq);
};

/** `writer:seq` */
function partsOf(id: string): [writer: string, seq: number] {
  const at = id.lastIndexOf(":");
  return [id.slice(0, at), Number(id.slice(at + 1))];
}

import type { Recorded } from "#shared/request/events.ts";
import { applyEvent, fits } from "#shared/request/reduce.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { createCausality, type Node } from "./causality.ts";
import {
  type Conflict,
  isTransition,
  type Settlement,
  type Transition,
  type TransitionEvent,
} from "./state.ts";

/** What a request's transitions move; letters, notes and files stay, whichever side counts. */
type Place = Pick<RequestState, "visits" | "status" | "outcome" | "cancelled">;

/** A transition that counts, and where the request stood before it. */
type Applied = { node: Node; before: Place };

type Side = {
  id: string;
  able: boolean;
  /** Where in `applied` the two sides part. */
  base: number;
  /** Events that do not count: the first one, and whatever was written knowing only of those. */
  lost: Set<string>;
  /** The transitions among them, and settlements within them, in order. */
  queue: Node[];
  settled: Settlement | null;
  /** The side that counts, as it stood when the conflict was settled. */
  won: Node[];
};

export type Merged = {
  state: RequestState;
  /** Ids of the events of either side of a conflict, beginning where the two parted. */
  sidesOf(conflict: string): { held: ReadonlySet<string>; other: ReadonlySet<string> };
};

/**
 * The state after events that several PCs wrote without knowing each other, in their order: by
 * Lamport time, ties by writer. The first of two transitions that do not fit each other holds, and
 * the other is set aside with all that was built on it, until somebody settles it. Never throws for
 * an order that is causal; null where nothing begins a request.
 */
export function mergeEvents(
  events: readonly Recorded[],
  definition: Definition,
  id: string,
): Merged | null {
  const causality = createCausality();
  const applied: Applied[] = [];
  /** Settlements that took effect. */
  const joins = new Set<string>();
  let sides: Side[] = [];
  let state: RequestState | null = null;

  const placeOf = ({ visits, status, outcome, cancelled }: RequestState): Place => ({
    visits,
    status,
    outcome,
    cancelled,
  });

  /** Puts an event on a side that does not count where it was built on that side alone. */
  function setAside(node: Node): boolean {
    const side = sides.find(({ lost }) => isWithin(node, lost));
    if (side === undefined) return false;
    side.lost.add(node.id);
    if (isTransition(node.event) || node.event.type === "conflict.settled") side.queue.push(node);
    return true;
  }

  function decide(now: RequestState, node: Node, event: TransitionEvent): RequestState {
    if (fits(now, event, definition)) {
      applied.push({ node, before: placeOf(now) });
      return applyEvent(now, event, definition, id);
    }
    const same = equalOf(now, node, event);
    if (same !== null) {
      causality.agree(node, same);
      return now;
    }
    sides.push({
      id: node.id,
      ...partingOf(now, node, event),
      lost: new Set([node.id]),
      queue: [node],
      settled: null,
      won: [],
    });
    return now;
  }

  /** The transition that counts and says the very same. */
  function equalOf(now: RequestState, node: Node, event: TransitionEvent): Node | null {
    const stands = applied.findLast((one) => isSame(one.node.event, event))?.node;
    if (stands === undefined) return null;
    switch (event.type) {
      case "step.completed": {
        const { step, visit } = event.body;
        const done = now.visits.some(
          (one) => one.step === step && one.visit === visit && one.completed !== null,
        );
        return done ? stands : null;
      }
      case "step.undone":
        return causality.saw(node, stands) ? null : stands;
      case "request.cancelled":
        return now.status === "cancelled" ? stands : null;
      default:
        return event satisfies never;
    }
  }

  /** Where its author's request parted from this one: the last place at which it would fit. */
  function partingOf(now: RequestState, node: Node, event: TransitionEvent) {
    let base = applied.length;
    for (; base > 0; base -= 1) {
      const before = applied[base - 1];
      if (before === undefined || causality.saw(node, before.node)) break;
      if (fits({ ...now, ...before.before }, event, definition)) {
        return { base: base - 1, able: true };
      }
    }
    return { base, able: false };
  }

  function settle(now: RequestState, { id: node, event }: Node): RequestState {
    if (event.type !== "conflict.settled") return now;
    const { conflict, keep, reason } = event.body;
    const side = sides.find((one) => one.id === conflict && one.settled === null);
    // One that was settled elsewhere first stays as it was settled.
    if (side === undefined) return now;
    joins.add(node);
    const kept = side.able ? keep : "held";
    side.settled = { keep: kept, reason, at: event.at, by: event.by };
    if (kept === "held") {
      side.won = applied.slice(side.base).map(({ node }) => node);
      return now;
    }
    return takeOther(now, side);
  }

  /** Goes back to where the two sides parted and takes the other way. */
  function takeOther(now: RequestState, side: Side): RequestState {
    const cut = applied.splice(side.base);
    const again = side.queue;
    side.won = transitionsAmong(side.queue);
    const left = cut.map(({ node }) => node);
    side.lost = causality.builtOn(left, joins);
    side.queue = inOrder([...left, ...causality.alike(side.lost)]);
    // What parted from the way that is left now is looked at anew.
    const parted = sides.filter((one) => one.settled === null && one.base >= side.base);
    sides = sides.filter((one) => !parted.includes(one));
    let next: RequestState = { ...now, ...cut[0]?.before };
    // First the side that was chosen, or another one would take its place once more.
    const anew = [...again, ...inOrder(parted.flatMap(({ queue }) => queue))];
    for (const node of anew) next = take(next, node);
    return next;
  }

  function take(now: RequestState, node: Node): RequestState {
    if (setAside(node)) return now;
    const { event } = node;
    return isTransition(event) ? decide(now, node, event) : settle(now, node);
  }

  for (const event of events) {
    const node = causality.add(event);
    // What is no transition counts on either side.
    if (state === null || !isTransition(event)) state = applyEvent(state, event, definition, id);
    else state = { ...state, changed: event.at };
    state = take(state, node);
  }
  if (state === null) return null;

  const counted = (side: Side): Node[] =>
    side.settled === null ? applied.slice(side.base).map(({ node }) => node) : side.won;
  const conflictOf = (side: Side): Conflict => {
    const [won, lost] = [transitions(counted(side)), transitions(side.queue)];
    const swapped = side.settled?.keep === "other";
    return {
      id: side.id,
      held: swapped ? lost : won,
      other: swapped ? won : lost,
      able: side.able,
      settled: side.settled,
    };
  };
  return {
    state: sides.length === 0 ? state : { ...state, conflicts: sides.map(conflictOf) },
    sidesOf(conflict) {
      const side = sides.find((one) => one.id === conflict);
      if (side === undefined) return { held: new Set(), other: new Set() };
      const won = causality.builtOn(counted(side), joins);
      const swapped = side.settled?.keep === "other";
      return swapped ? { held: side.lost, other: won } : { held: won, other: side.lost };
    },
  };
}

/** Whether all that an event follows is among these. */
const isWithin = ({ after }: Node, ids: ReadonlySet<string>): boolean =>
  after.length > 0 && after.every((one) => ids.has(one));

function isSame(one: Recorded, other: TransitionEvent): boolean {
  if (one.type !== other.type) return false;
  if (one.type === "step.completed" && other.type === "step.completed") {
    const { step, visit, branch } = one.body;
    return step === other.body.step && visit === other.body.visit && branch === other.body.branch;
  }
  if (one.type === "step.undone" && other.type === "step.undone") {
    return one.body.step === other.body.step && one.body.visit === other.body.visit;
  }
  return true;
}

const inOrder = (nodes: readonly Node[]): Node[] =>
  [...nodes].sort((one, other) => one.place - other.place);

const transitionsAmong = (nodes: readonly Node[]): Node[] =>
  nodes.filter(({ event }) => isTransition(event));

const transitions = (nodes: readonly Node[]): Transition[] =>
  nodes.flatMap(({ id, event }) => {
    if (!isTransition(event)) return [];
    const { at, by, type, body } = event;
    return [{ id, at, by, type, body } as Transition];
  });

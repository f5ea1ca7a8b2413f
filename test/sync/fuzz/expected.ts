import { type Definition, outcomeOf } from "#shared/sop/definition.ts";
import { targetOf } from "#shared/request/reduce.ts";

/**
 * Which decisions contradict each other, worked out a second way: from what each author is known to
 * have seen when it wrote, not from what the events say of it.
 */

export type Told = {
  id: string;
  writer: string;
  lamport: number;
  type: string;
  body: unknown;
  /** Ids of the request's events that were on the PC when this one was written. */
  known: ReadonlySet<string>;
};

type Move = { step: number; visit: number; branch?: string | null };

/** Id of the first decision set aside -> ids of all the decisions set aside with it. */
export type Expected = Map<string, string[]>;

const MOVES = new Set(["step.completed", "step.undone", "request.cancelled"]);

/** Null where somebody took up the other side: what happens then is looked at by other checks. */
export function expectedConflicts(
  events: readonly Told[],
  definition: Definition,
): Expected | null {
  const turned = events.some(
    ({ type, body }) => type === "conflict.settled" && (body as { keep: string }).keep === "other",
  );
  if (turned) return null;
  const inOrder = events.toSorted(
    (a, b) => a.lamport - b.lamport || (a.writer < b.writer ? -1 : 1),
  );
  const byId = new Map(inOrder.map((event) => [event.id, event]));
  const sides: { id: string; lost: Set<string>; moves: string[] }[] = [];
  const stood: { event: Told; move: Move }[] = [];
  const agreed = new Map<string, string>();
  let visits: (Move & { done: boolean })[] = [{ step: 1, visit: 1, done: false }];
  let status: "running" | "ended" | "cancelled" = "running";

  /** The latest of what an author had seen: nothing else that it had seen knew of those. */
  function latest({ known }: Told): string[] {
    const followed = new Set([...known].flatMap((id) => [...(byId.get(id)?.known ?? [])]));
    return [...known].filter((id) => !followed.has(id));
  }

  /** With what agreed with it: to say the same is to have seen it. */
  function saw(event: Told, other: string, visited = new Set<string>()): boolean {
    if (event.known.has(other)) return true;
    return [...event.known, event.id].some((id) => {
      const same = agreed.get(id);
      if (same === undefined || visited.has(same)) return false;
      visited.add(same);
      const equal = byId.get(same);
      return same === other || (equal !== undefined && saw(equal, other, visited));
    });
  }

  function fits({ type }: Told, move: Move): boolean {
    if (type === "request.cancelled") return status === "running";
    if (type === "step.undone") {
      const last = visits.findLast(({ done }) => done);
      return status !== "cancelled" && last?.step === move.step && last.visit === move.visit;
    }
    const now = visits.at(-1);
    const here = status === "running" && now?.done === false && now.step === move.step;
    return (
      here &&
      now.visit === move.visit &&
      targetOf(definition, move.step, move.branch ?? null) !== null
    );
  }

  function apply({ type }: Told, move: Move): void {
    if (type === "request.cancelled") {
      status = "cancelled";
      return;
    }
    if (type === "step.undone") {
      visits = visits.filter((one, at) => one.done || at < visits.length - 1);
      const last = visits.at(-1);
      if (last !== undefined) last.done = false;
      status = "running";
      return;
    }
    const now = visits.at(-1);
    if (now !== undefined) now.done = true;
    const target = targetOf(definition, move.step, move.branch ?? null);
    if (target === null) return;
    if (outcomeOf(target) !== null) {
      status = "ended";
      return;
    }
    const step = target as number;
    visits.push({ step, visit: visits.filter((one) => one.step === step).length + 1, done: false });
  }

  function isSame(one: { event: Told; move: Move }, type: string, move: Move): boolean {
    if (one.event.type !== type) return false;
    if (type === "request.cancelled") return true;
    const isPlace = one.move.step === move.step && one.move.visit === move.visit;
    return isPlace && (type === "step.undone" || one.move.branch === move.branch);
  }

  function equal(event: Told, move: Move): Told | null {
    const stands = stood.findLast((one) => isSame(one, event.type, move))?.event ?? null;
    if (stands === null) return null;
    if (event.type === "request.cancelled") return status === "cancelled" ? stands : null;
    if (event.type === "step.undone") return saw(event, stands.id) ? null : stands;
    const isDone = visits.some(
      (one) => one.done && one.step === move.step && one.visit === move.visit,
    );
    return isDone ? stands : null;
  }

  for (const event of inOrder) {
    const before = latest(event);
    const side = sides.find(({ lost }) => before.length > 0 && before.every((id) => lost.has(id)));
    const isMove = MOVES.has(event.type);
    if (side !== undefined) {
      side.lost.add(event.id);
      if (isMove) side.moves.push(event.id);
      continue;
    }
    if (!isMove) continue;
    const move = event.body as Move;
    if (fits(event, move)) {
      apply(event, move);
      stood.push({ event, move });
      continue;
    }
    const same = equal(event, move);
    if (same !== null) agreed.set(event.id, same.id);
    else sides.push({ id: event.id, lost: new Set([event.id]), moves: [event.id] });
  }
  return new Map(sides.map(({ id, moves }) => [id, moves]));
}

import { type Definition, type Outcome, outcomeOf, stepOf } from "#shared/sop/definition.ts";

/** Walks over an SOP that take its branches, its loops and its ends. */

/** One way out of a step, as a completion names it. */
export type Way = { step: number; branch: string | null };

const waysOf = (definition: Definition, no: number): (Way & { to: number | string })[] =>
  (stepOf(definition, no)?.next ?? []).map(({ when = null, to }) => ({
    step: no,
    branch: when,
    to,
  }));

/** The fewest completions from step `from` to where `isThere` holds; null when it is not reached. */
function shortest(
  definition: Definition,
  from: number | string,
  isThere: (place: number | string) => boolean,
): Way[] | null {
  const seen = new Set([from]);
  const queue: { place: number | string; ways: Way[] }[] = [{ place: from, ways: [] }];
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    if (isThere(one.place)) return one.ways;
    if (typeof one.place === "string") continue;
    for (const { to, step, branch } of waysOf(definition, one.place)) {
      if (seen.has(to)) continue;
      seen.add(to);
      queue.push({ place: to, ways: [...one.ways, { step, branch }] });
    }
  }
  return null;
}

const routeTo = (definition: Definition, from: number | string, to: number): Way[] =>
  found(shortest(definition, from, (place) => place === to));

/** From anywhere to the nearest end, or to the one named. */
export const routeToEnd = (
  definition: Definition,
  from: number | string = 1,
  outcome: Outcome | null = null,
): Way[] =>
  found(
    shortest(
      definition,
      from,
      (place) => typeof place === "string" && (outcome === null || place === `end:${outcome}`),
    ),
  );

function found(ways: Way[] | null): Way[] {
  if (ways === null) throw new Error("there is no such route");
  return ways;
}

/** Every branch of every step. */
export const branchesOf = (definition: Definition): (Way & { to: number | string })[] =>
  definition.steps.flatMap(({ no }) => waysOf(definition, no));

/** Every end that a branch names. */
export const outcomesOf = (definition: Definition): Outcome[] => [
  ...new Set(
    branchesOf(definition).flatMap(({ to }) => outcomeOf(to as `end:${Outcome}` | number) ?? []),
  ),
];

/** Branches that lead back, to their own step or to an earlier row. */
export const loopsOf = (definition: Definition): (Way & { to: number })[] =>
  branchesOf(definition).filter(
    (way): way is Way & { to: number } => typeof way.to === "number" && way.to <= way.step,
  );

/** A walk to an end that takes `way`. */
export function walkBy(definition: Definition, way: Way & { to: number | string }): Way[] {
  const { to, ...taken } = way;
  return [...routeTo(definition, 1, way.step), taken, ...routeToEnd(definition, to)];
}

/** A walk that takes a loop `times` times and then goes on to an end by another way. */
export function walkAround(
  definition: Definition,
  loop: Way & { to: number },
  times: number,
): Way[] {
  const { to, ...back } = loop;
  const again = [back, ...routeTo(definition, to, loop.step)];
  return [
    ...routeTo(definition, 1, loop.step),
    ...Array.from({ length: times }, () => again).flat(),
    ...routeToEnd(definition, loop.step),
  ];
}

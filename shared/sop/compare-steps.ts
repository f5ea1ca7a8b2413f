import type { Definition, Step, Target } from "./definition.ts";

/** Rows of two versions laid side by side. */

/** Everything that a row says; marks of how it was read (`inferred`) are no part of it. */
export const STEP_FIELDS = [
  "gist",
  "kind",
  "lane",
  "also",
  "requirements",
  "time",
  "outputs",
  "note",
  "next",
] as const;
export type StepField = (typeof STEP_FIELDS)[number];

export type RowPair = {
  before: Step | null;
  after: Step | null;
  /** It stands elsewhere among the rows that both versions have. */
  moved: boolean;
  /** Fields that differ; empty for a row that was added or removed. */
  changed: StepField[];
};

/** Words of the gist that two rows share before they are taken for one row, of all their words. */
const ALIKE = 0.5;

type Match = { before: Step; after: Step };

/**
 * Pairs the rows of two versions: equal ones first, then those with the same activity, then the
 * most alike. Added rows stand in their place, removed ones behind the row they followed.
 * `renamed` gives a lane's new name by its old one.
 */
export function compareSteps(
  before: Definition,
  after: Definition,
  renamed: ReadonlyMap<string, string>,
): RowPair[] {
  const matches = matchRows(before.steps, after.steps);
  const newNumber = new Map(matches.map((one) => [one.before.no, one.after.no]));
  const staying = longestRising(matches.map((one) => one.after.no));
  const rows = new Map<Step, RowPair>();
  for (const match of matches) {
    const changed = STEP_FIELDS.filter((field) => {
      const old = carried(match.before, renamed, newNumber);
      return JSON.stringify(old[field]) !== JSON.stringify(match.after[field]);
    });
    const moved = !staying.has(match.after.no);
    rows.set(match.after, { before: match.before, after: match.after, moved, changed });
  }
  const listed = after.steps.map(
    (step): RowPair => rows.get(step) ?? { before: null, after: step, moved: false, changed: [] },
  );
  for (const step of before.steps) {
    if (newNumber.has(step.no)) continue;
    const place = listed.findIndex((row) => row.before?.no === step.no - 1);
    listed.splice(place + 1, 0, { before: step, after: null, moved: false, changed: [] });
  }
  return listed;
}

/** The old row as it would read in the new version: its lanes renamed, its targets renumbered. */
function carried(
  step: Step,
  renamed: ReadonlyMap<string, string>,
  newNumber: ReadonlyMap<number, number>,
): Record<StepField, unknown> {
  const lane = (name: string): string => renamed.get(name) ?? name;
  const target = (to: Target) => (typeof to === "number" ? (newNumber.get(to) ?? "removed") : to);
  return {
    ...step,
    lane: lane(step.lane),
    also: step.also.map(lane),
    next: step.next.map((way) => ({ ...way, to: target(way.to) })),
  };
}

/** Matches in the order of the old rows; each row is in at most one. */
function matchRows(before: readonly Step[], after: readonly Step[]): Match[] {
  const free = { before: new Set(before), after: new Set(after) };
  const matches: Match[] = [];
  const take = (match: Match): void => {
    if (!free.before.delete(match.before) || !free.after.delete(match.after)) return;
    matches.push(match);
  };
  for (const keyOf of [contentOf, gistAndLane, (step: Step) => step.gist]) {
    for (const step of before) {
      if (!free.before.has(step)) continue;
      const same = [...free.after].find((one) => keyOf(one) === keyOf(step));
      if (same !== undefined) take({ before: step, after: same });
    }
  }
  const likely = [...free.before].flatMap((one) =>
    [...free.after].map((other) => ({ before: one, after: other, alike: alike(one, other) })),
  );
  const distance = (match: Match): number => Math.abs(match.before.no - match.after.no);
  likely.sort((a, b) => b.alike - a.alike || distance(a) - distance(b));
  for (const match of likely) {
    const { before: old, after: next } = match;
    if (match.alike >= ALIKE && free.before.has(old) && free.after.has(next)) take(match);
  }
  return matches.toSorted((a, b) => a.before.no - b.before.no);
}

const contentOf = ({ no: _, next: __, inferred: ___, ...step }: Step): string =>
  JSON.stringify(STEP_FIELDS.map((field) => (field === "next" ? null : step[field])));
const gistAndLane = (step: Step): string => JSON.stringify([step.gist, step.lane]);

/** From 0 to 1: twice the shared words of both activities by all their words. */
function alike(one: Step, other: Step): number {
  const words = wordsOf(one.gist);
  const others = wordsOf(other.gist);
  const shared = [...words].filter((word) => others.has(word)).length;
  return words.size + others.size === 0 ? 0 : (2 * shared) / (words.size + others.size);
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ""),
  );

/** The numbers of a longest rising subsequence: rows that need not have moved. */
function longestRising(numbers: readonly number[]): Set<number> {
  const length: number[] = [];
  const from: number[] = [];
  numbers.forEach((value, at) => {
    length[at] = 1;
    from[at] = -1;
    for (let earlier = 0; earlier < at; earlier += 1) {
      const longer = (length[earlier] ?? 0) + 1;
      if ((numbers[earlier] ?? 0) < value && longer > (length[at] ?? 0)) {
        length[at] = longer;
        from[at] = earlier;
      }
    }
  });
  const rising = new Set<number>();
  let at = length.indexOf(Math.max(0, ...length));
  while (at >= 0) {
    rising.add(numbers[at] ?? 0);
    at = from[at] ?? -1;
  }
  return rising;
}

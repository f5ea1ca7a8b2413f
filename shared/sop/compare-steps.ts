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
    const old = carried(match.before, renamed, newNumber);
    const next = carried(match.after, NOTHING_NEW, null);
    const changed = STEP_FIELDS.filter(
      (field) => JSON.stringify(old[field]) !== JSON.stringify(next[field]),
    );
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

const NOTHING_NEW: ReadonlyMap<string, string> = new Map();

/** A row as it would read in the new version: its lanes renamed, its targets renumbered. */
function carried(
  step: Step,
  renamed: ReadonlyMap<string, string>,
  newNumber: ReadonlyMap<number, number> | null,
): Record<StepField, unknown> {
  const lane = (name: string): string => renamed.get(name) ?? name;
  const target = (to: Target) =>
    newNumber === null || typeof to === "string" ? to : (newNumber.get(to) ?? "removed");
  return {
    ...step,
    lane: lane(step.lane),
    also: step.also.map(lane),
    next: step.next.map((way) => [way.when ?? "", target(way.to)]),
  };
}

/** Matches in the order of the old rows; each row is in at most one. */
function matchRows(before: readonly Step[], after: readonly Step[]): Match[] {
  const matches = new Map<Step, Step>();
  const taken = new Set<Step>();
  for (const likeness of [sameBy(contentOf), sameBy(gistAndLane), alike]) {
    const likely = before.flatMap((one) =>
      matches.has(one)
        ? []
        : after
            .filter((other) => !taken.has(other))
            .map((other) => ({ one, other, score: likeness(one, other) }))
            .filter(({ score }) => score >= ALIKE),
    );
    // Of rows that are equally alike, those that stand closest belong together.
    likely.sort((a, b) => b.score - a.score || distance(a) - distance(b) || a.one.no - b.one.no);
    for (const { one, other } of likely) {
      if (matches.has(one) || taken.has(other)) continue;
      matches.set(one, other);
      taken.add(other);
    }
  }
  return before.flatMap((one) => {
    const other = matches.get(one);
    return other === undefined ? [] : [{ before: one, after: other }];
  });
}

/** From 0, nothing alike, to 1, the same. */
type Likeness = (one: Step, other: Step) => number;

const distance = ({ one, other }: { one: Step; other: Step }): number =>
  Math.abs(one.no - other.no);

const sameBy =
  (keyOf: (step: Step) => string): Likeness =>
  (one, other) =>
    keyOf(one) === keyOf(other) ? 1 : 0;

/** All that a row says but where it leads, since numbers shift when rows come and go. */
const contentOf = (step: Step): string =>
  JSON.stringify(STEP_FIELDS.filter((field) => field !== "next").map((field) => step[field]));
const gistAndLane = (step: Step): string => JSON.stringify([step.gist, step.lane]);

/** Twice the words that both activities share, by all their words. */
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

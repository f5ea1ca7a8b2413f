import type { Draft, DraftBranch, DraftStep } from "#shared/sop/draft.ts";
import { outcomeOf } from "#shared/sop/definition.ts";
import {
  DAY_FACTS,
  type FactKey,
  FACTS,
  KINDS,
  LISTS,
  type ListKey,
  OUTCOME_WORDS,
  RECURRENCE_WORDS,
} from "./words.ts";

/**
 * What people see of an SOP in the workbook, cell by cell as text. Writing lays a view out; reading
 * gets one back. A part that reads as it was written is taken from the exact facts that lie beside
 * it (see data-sheet.ts), so nothing that cells cannot show is lost.
 */
export type View = {
  facts: Record<FactKey, string>;
  lists: Record<ListKey, string[]>;
  lanes: { name: string; requester: boolean }[];
  steps: StepView[];
};

export type StepView = {
  no: string;
  gist: string;
  kind: string;
  lane: string;
  also: string;
  requirements: string;
  time: string;
  outputs: string;
  note: string;
  next: string;
  ways: { when: string; to: string }[];
};

/** Excel holds 32,767 characters in a cell. */
const MOST = 32_000;

/** A text as a cell shows it: what XML cannot hold is replaced, blanks around it do not show. */
export const shown = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .slice(0, MOST)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();

const filled = (items: string[]): string[] => items.map(shown).filter((item) => item !== "");
const lines = (items: string[]): string => shown(filled(items).join("\n"));

export function emptyView(): View {
  return {
    facts: fromKeys(FACTS, () => ""),
    lists: fromKeys(LISTS, () => []),
    lanes: [],
    steps: [],
  };
}

export function viewOf(draft: Draft): View {
  const { identity, recurrence } = draft;
  const facts = fromKeys(FACTS, (key) => {
    if (key === "approvedBy") return shown(identity?.approvedBy ?? "");
    if (key === "recurrence") return recurrence === null ? "" : RECURRENCE_WORDS[recurrence][0];
    return shown(draft[key] ?? "");
  });
  return {
    facts,
    lists: fromKeys(LISTS, (key) => filled(identity?.[key] ?? [])),
    lanes: draft.lanes.map(shown).flatMap((name, index) => {
      const requester = draft.lanes[index] === draft.requesterLane;
      return name === "" ? [] : [{ name, requester }];
    }),
    steps: draft.steps.map(stepView),
  };
}

function stepView(step: DraftStep): StepView {
  const [first, ...others] = step.next;
  // One way without words is simply the next row; all else needs the columns for ways.
  const isPlain =
    step.kind !== "decision" &&
    first !== undefined &&
    others.length === 0 &&
    first.when === undefined &&
    first.to !== null;
  const ways = isPlain ? [] : step.next.map(wayView);
  while (ways.at(-1)?.when === "" && ways.at(-1)?.to === "") ways.pop();
  return {
    no: String(step.no),
    gist: shown(step.gist),
    kind: KINDS[step.kind][0],
    lane: shown(step.lane),
    also: lines(step.also),
    requirements: lines(step.requirements),
    time: shown(step.time ?? ""),
    outputs: lines(step.outputs),
    note: shown(step.note ?? ""),
    next: isPlain ? targetView(first.to) : "",
    ways,
  };
}

const wayView = ({ when, to }: DraftBranch) => ({ when: shown(when ?? ""), to: targetView(to) });

function targetView(to: DraftBranch["to"]): string {
  if (to === null) return "";
  const outcome = outcomeOf(to);
  return outcome === null ? String(to) : OUTCOME_WORDS[outcome][0];
}

function fromKeys<Key extends string, Value>(
  words: Record<Key, unknown>,
  value: (key: Key) => Value,
): Record<Key, Value> {
  const keys = Object.keys(words) as Key[];
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}

export const isDayFact = (key: FactKey): key is (typeof DAY_FACTS)[number] =>
  (DAY_FACTS as readonly string[]).includes(key);

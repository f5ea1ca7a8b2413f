import { compareSteps, type RowPair } from "./compare-steps.ts";
import type { Definition } from "./definition.ts";

/** What differs between two versions of an SOP. */
export type Comparison = {
  rows: RowPair[];
  lanes: {
    added: string[];
    removed: string[];
    renamed: { before: string; after: string }[];
    /** The lanes that both have stand in another order. */
    reordered: boolean;
  };
  /** Everything beside rows and lanes, by its path in the definition. */
  facts: FactChange[];
};

/** `identity.legalBasis` and what stood and stands there, one line an item; empty for nothing. */
export type FactChange = { field: string; before: string[]; after: string[] };

export function compareDefinitions(before: Definition, after: Definition): Comparison {
  const lanes = compareLanes(before.lanes, after.lanes);
  const renamed = new Map(lanes.renamed.map((one) => [one.before, one.after]));
  const { requesterLane } = before;
  const old = requesterLane === null ? null : (renamed.get(requesterLane) ?? requesterLane);
  return {
    rows: compareSteps(before, after, renamed),
    lanes,
    facts: compareFacts({ ...before, requesterLane: old }, after),
  };
}

/** True when the two versions say the same. */
export const isSame = ({ rows, lanes, facts }: Comparison): boolean =>
  facts.length === 0 &&
  !lanes.reordered &&
  lanes.added.length + lanes.removed.length + lanes.renamed.length === 0 &&
  rows.every((row) => rowState(row) === "same");

export type RowState = "same" | "changed" | "moved" | "added" | "removed";

export function rowState({ before, after, moved, changed }: RowPair): RowState {
  if (before === null) return "added";
  if (after === null) return "removed";
  if (changed.length > 0) return "changed";
  return moved ? "moved" : "same";
}

/** A new name in the place of an old one is a lane renamed, when nothing else joined or left. */
function compareLanes(before: readonly string[], after: readonly string[]): Comparison["lanes"] {
  const gone = before.filter((lane) => !after.includes(lane));
  const come = after.filter((lane) => !before.includes(lane));
  const renamed = gone.flatMap((lane) => {
    const name = after[before.indexOf(lane)];
    const same = before.length === after.length && name !== undefined && come.includes(name);
    return same ? [{ before: lane, after: name }] : [];
  });
  const kept = (lanes: readonly string[], others: readonly string[]) =>
    lanes.filter((lane) => others.includes(lane)).join("\n");
  return {
    added: come.filter((lane) => renamed.every((one) => one.after !== lane)),
    removed: gone.filter((lane) => renamed.every((one) => one.before !== lane)),
    renamed,
    reordered: kept(before, after) !== kept(after, before),
  };
}

/** Only these are facts: rows and lanes are compared by themselves, an id is no content. */
const FACTS = [
  "name",
  "number",
  "office",
  "unit",
  "section",
  "source",
  "created",
  "revised",
  "approved",
  "effective",
  "requesterLane",
  "recurrence",
  "identity",
  "headings",
  "worksheet",
  "identification",
  "serviceStandard",
  "serviceComponents",
  "remarks",
] as const satisfies readonly (keyof Definition)[];

function compareFacts(before: Definition, after: Definition): FactChange[] {
  return FACTS.flatMap((field) => {
    const old = linesOf(field, before[field]);
    const next = linesOf(field, after[field]);
    return [...new Set([...old.keys(), ...next.keys()])].flatMap((path): FactChange[] => {
      const change = { field: path, before: old.get(path) ?? [], after: next.get(path) ?? [] };
      return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
    });
  });
}

/** A value's lines by the path of the innermost object that holds them. */
function linesOf(path: string, value: unknown): Map<string, string[]> {
  if (value === undefined || value === null || value === "") return new Map();
  if (Array.isArray(value)) {
    return new Map(value.length === 0 ? [] : [[path, value.map(lineOf)]]);
  }
  if (typeof value !== "object") return new Map([[path, [String(value as string | number)]]]);
  return new Map(
    Object.entries(value).flatMap(([key, one]) => [...linesOf(`${path}.${key}`, one)]),
  );
}

/** One item of a list; a component of the service standard is its name with its items. */
function lineOf(item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item);
  return Object.values(item)
    .map((part) => (Array.isArray(part) ? part.join("; ") : String(part)))
    .join(": ");
}

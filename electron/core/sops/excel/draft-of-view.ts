import { isDeepStrictEqual } from "node:util";
import type { Draft } from "#shared/sop/draft.ts";
import type { Recurrence } from "#shared/sop/definition.ts";
import type { Loose } from "../fitting/complete.ts";
import type { Notes } from "../fitting/notes.ts";
import { slugOf } from "#shared/sop/slug.ts";
import { readDay } from "../../workbook/days.ts";
import { createLanes } from "./lanes.ts";
import { stepsOf } from "./steps-of.ts";
import type { ReadStep } from "./read-steps.ts";
import { oneLine } from "./cell-text.ts";
import { isDayFact, type View, viewOf } from "./view.ts";
import { FACTS, type FactKey, keyOf, LISTS, type ListKey, RECURRENCE_WORDS } from "./words.ts";

export type ReadView = Omit<View, "steps"> & {
  steps: ReadStep[];
  /** Places by path in the draft, such as "name" or "identity.warnings.2". */
  places: Map<string, string>;
};

/**
 * The draft that a view shows. What reads as `base` is shown is taken from there as it is: cells
 * trim blanks, join lists and have no column for some facts. What somebody changed is read anew.
 */
export function draftOfView(read: ReadView, base: Draft | null, notes: Notes): Loose {
  const before = base === null ? null : viewOf(base);
  const view: View = { ...read, steps: read.steps.map((step) => step.view) };
  const isSame = (key: keyof View) => before !== null && isDeepStrictEqual(view[key], before[key]);
  const draft: Loose = { ...base };

  for (const key of Object.keys(FACTS) as FactKey[]) {
    if (key === "approvedBy" || before?.facts[key] === view.facts[key]) continue;
    const value = factOf(key, view.facts[key], read.places.get(key) ?? "", notes);
    if (value === undefined) Reflect.deleteProperty(draft, key);
    else draft[key] = value;
  }
  draft.id = base?.id ?? slugOf(view.facts.name ?? "", "sop-impor");

  const isIdentitySame = isSame("lists") && before?.facts.approvedBy === view.facts.approvedBy;
  if (!isIdentitySame) {
    const identity = identityOf(view, before, base);
    if (identity === null) Reflect.deleteProperty(draft, "identity");
    else draft.identity = identity;
  }

  if (base !== null && isSame("lanes") && isSame("steps")) return draft;
  const names = isSame("lanes") ? base?.lanes : view.lanes.map((lane) => oneLine(lane.name));
  const lanes = createLanes(names ?? [], notes);
  draft.steps = stepsOf(read.steps, base, lanes, read.places, notes);
  draft.lanes = lanes.list();
  if (!isSame("lanes")) {
    draft.requesterLane = view.lanes.find((lane) => lane.requester)?.name ?? null;
  }
  return draft;
}

/** Undefined for what was left empty and may be missing. */
function factOf(key: FactKey, text: string, place: string, notes: Notes): unknown {
  if (isDayFact(key)) {
    if (text === "") return null;
    const day = readDay(text);
    const isRight = day !== null && (key === "revised" || day.length === 10);
    if (!isRight) notes.add("not_taken", place, text);
    return isRight ? day : null;
  }
  if (key === "recurrence") {
    if (text === "") return null;
    const found: Recurrence | null = keyOf(RECURRENCE_WORDS, text);
    if (found === null) notes.add("not_taken", place, text);
    return found;
  }
  if (text === "" && (key === "section" || key === "source")) return undefined;
  return key === "remarks" ? text : oneLine(text);
}

function identityOf(view: View, before: View | null, base: Draft | null): Loose | null {
  const keys = Object.keys(LISTS) as ListKey[];
  const isEmpty = view.facts.approvedBy === "" && keys.every((key) => view.lists[key].length === 0);
  if (isEmpty) return null;
  const identity: Loose = { ...base?.identity };
  if (before?.facts.approvedBy !== view.facts.approvedBy) {
    identity.approvedBy = oneLine(view.facts.approvedBy);
  }
  for (const key of keys) {
    if (!isDeepStrictEqual(before?.lists[key], view.lists[key])) identity[key] = view.lists[key];
  }
  return identity;
}

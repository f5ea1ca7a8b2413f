import { type Clock, runWords } from "#shared/sheet/annotations.ts";
import type { RunView } from "#shared/sheet/run.ts";
import { OUTCOME_WORDS } from "#shared/sheet/words.ts";
import { outcomeOf, type Step } from "#shared/sop/definition.ts";
import { KIND_WORDS, sheetWords, STATE_WORDS } from "./words.ts";

/** What a symbol says to somebody who does not see it. */
export function symbolText(step: Step, view: RunView | null, clock: Clock): string {
  const parts = [KIND_WORDS[step.kind], step.lane];
  if (view !== null) parts.push(...runParts(step, view, clock));
  for (const { when, to } of step.next) {
    const outcome = outcomeOf(to);
    if (outcome !== null) {
      const words = OUTCOME_WORDS[outcome];
      const taken = view?.way(step.no, when ?? null, null).state === "taken";
      if (taken) parts.push(sheetWords.endedHere(words));
      else if (when === undefined) parts.push(sheetWords.ends(words));
      else parts.push(sheetWords.branchEnds(when, words));
    } else if (typeof to === "number") {
      parts.push(when === undefined ? sheetWords.leadsTo(to) : sheetWords.branchLeadsTo(when, to));
    }
  }
  return parts.join(", ");
}

function runParts(step: Step, view: RunView, clock: Clock): string[] {
  const { state, visits, last, open } = view.step(step.no);
  const parts: string[] = [];
  if (state === "done" && last !== null && last.completed !== null) {
    const at = clock.instant(last.completed);
    parts.push(last.by === null ? sheetWords.doneAt(at) : sheetWords.doneBy(last.by.name, at));
    if (last.branch !== null) parts.push(sheetWords.chosen(last.branch));
  } else {
    parts.push(STATE_WORDS[state]);
    if (state === "current" && open !== null) {
      parts.push(runWords.since(clock.instant(open.entered)));
    }
    if (state === "again" && last !== null && last.completed !== null) {
      parts.push(sheetWords.lastDone(clock.instant(last.completed)));
    }
  }
  if (visits > 1) parts.push(sheetWords.visits(visits));
  return parts;
}

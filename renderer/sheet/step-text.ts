import type { RunView } from "#shared/sheet/run.ts";
import type { Annotation } from "#shared/sheet/types.ts";
import { OUTCOME_WORDS } from "#shared/sheet/words.ts";
import { type Definition, outcomeOf, type Step } from "#shared/sop/definition.ts";
import { elapsedWords, KIND_WORDS, sheetWords, STATE_WORDS } from "./words.ts";

export type Tone = "done" | "now" | "plain";
export type TonedAnnotation = Annotation & { tone: Tone };

/** How the sheet says instants and durations; the office's calendar may count durations better. */
export type Clock = {
  instant: (iso: string) => string;
  /** Null where nothing is worth saying. */
  elapsed?: (from: string, to: string) => string | null;
  /** What is left for the current step ("sisa 9 jam 40 mnt"). */
  remaining?: string | null;
};

/** The lines under the planned time of each step that the run has touched. */
export function annotationsOf(
  definition: Definition,
  view: RunView | null,
  clock: Clock,
): Map<number, TonedAnnotation[]> {
  const all = new Map<number, TonedAnnotation[]>();
  if (view === null) return all;
  for (const step of definition.steps) {
    const lines = annotationLines(step, view, clock);
    if (lines.length > 0) all.set(step.no, lines);
  }
  return all;
}

function annotationLines(step: Step, view: RunView, clock: Clock): TonedAnnotation[] {
  const { state, last, open } = view.step(step.no);
  if (state === "current" && open !== null) {
    const at = oneLine(clock.instant(open.entered));
    const since = { text: sheetWords.since(at), tone: "now" as const };
    const left = clock.remaining?.replaceAll(NUMBER_AND_UNIT, "$1\u00a0") ?? null;
    return left === null ? [since] : [{ text: left, bold: true, tone: "now" }, since];
  }
  if (last?.completed === null || last === null) return [];
  const tone = state === "done" ? ("done" as const) : ("plain" as const);
  const elapsed = clock.elapsed ?? elapsedWords;
  const took = step.time === null ? null : elapsed(last.entered, last.completed);
  return [
    ...(took === null ? [] : [{ text: sheetWords.real(oneLine(took)), tone }]),
    { text: oneLine(clock.instant(last.completed)), tone },
    ...(last.by === null ? [] : [{ text: last.by.name, tone }]),
  ];
}

/** Dates and durations stay on one line where they fit. */
const oneLine = (text: string) => text.replaceAll(" ", "\u00a0");

const NUMBER_AND_UNIT = /(\d) (?=\p{L})/gu;

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
      parts.push(sheetWords.since(clock.instant(open.entered)));
    }
    if (state === "again" && last !== null && last.completed !== null) {
      parts.push(sheetWords.lastDone(clock.instant(last.completed)));
    }
  }
  if (visits > 1) parts.push(sheetWords.visits(visits));
  return parts;
}

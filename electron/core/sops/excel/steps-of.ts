import { isDeepStrictEqual } from "node:util";
import type { Draft, DraftBranch, DraftStep } from "#shared/sop/draft.ts";
import type { Outcome, StepKind } from "#shared/sop/definition.ts";
import type { Notes } from "../fitting/notes.ts";
import { linesOf, oneLine } from "./cell-text.ts";
import type { Lanes } from "./lanes.ts";
import type { ReadStep } from "./read-steps.ts";
import { type StepView, viewOf } from "./view.ts";
import { keyOf, KINDS, OUTCOME_WORDS } from "./words.ts";

/** Steps from their rows, numbered 1 to n; targets follow the numbers that were written. */
export function stepsOf(
  rows: ReadStep[],
  base: Draft | null,
  lanes: Lanes,
  places: Map<string, string>,
  notes: Notes,
): DraftStep[] {
  const find = baseFinder(base, rows.length);
  const numbers = numbersOf(rows, notes);
  return rows.map((row, index) => {
    const { view } = row;
    const place = (field: string) => row.places.get(field) ?? "";
    for (const [field, at] of row.places) places.set(`steps.${index}.${field}`, at);
    const found = find(view);
    const keep = <Field extends keyof DraftStep & keyof StepView>(
      field: Field,
      read: (text: string) => DraftStep[Field],
    ): DraftStep[Field] => {
      const text = view[field];
      if (found !== null && found.view[field] === text) return found.step[field];
      return read(text);
    };
    const isWaySame =
      found !== null &&
      found.view.next === view.next &&
      isDeepStrictEqual(found.view.ways, view.ways) &&
      found.view.kind === view.kind;
    const kind = keep("kind", (text) => kindOf(text, index, rows, place("kind"), notes));
    const next =
      isWaySame && found !== null
        ? found.step.next.map((way) => ({
            ...way,
            to: typeof way.to === "number" ? numbered(way.to, place("next")) : way.to,
          }))
        : waysOf(kind, view, index);
    const isSame = {
      lane: found?.view.lane === view.lane,
      also: found?.view.also === view.also,
      next: isWaySame,
    };
    return {
      no: index + 1,
      gist: keep("gist", oneLine),
      kind,
      lane: lane(keep("lane", oneLine), "lane"),
      also: keep("also", linesOf).map((name) => lane(name, "also")),
      requirements: keep("requirements", linesOf),
      time: keep("time", (text) => (text === "" ? null : oneLine(text))),
      outputs: keep("outputs", linesOf),
      note: keep("note", (text) => (text === "" ? null : oneLine(text))),
      next,
      inferred: (found?.step.inferred ?? []).filter((field) => isSame[field]),
    };

    function lane(name: string, field: string): string {
      return lanes.find(name, place(field));
    }

    function numbered(written: number, at: string): number | null {
      const no = numbers.get(written);
      if (no === undefined) notes.add("target_unknown", at, String(written));
      return no ?? null;
    }

    function target(text: string, at: string): DraftBranch["to"] {
      if (text === "") return null;
      const figure = /^(?:langkah |no\.? ?|ke )?(\d{1,9})\.?$/i.exec(text)?.[1];
      if (figure !== undefined) return numbered(Number(figure), at);
      const outcome: Outcome | null = keyOf(OUTCOME_WORDS, text);
      if (outcome === null) notes.add("target_unknown", at, text);
      return outcome === null ? null : `end:${outcome}`;
    }

    function waysOf(of: StepKind, { next: first, ways }: StepView, at: number): DraftBranch[] {
      const read: DraftBranch[] = first === "" ? [] : [{ to: target(first, place("next")) }];
      ways.forEach((way, way1) => {
        if (way.when === "" && way.to === "") return;
        const to = target(way.to, place(`to.${way1 + 1}`));
        read.push(way.when === "" ? { to } : { when: oneLine(way.when), to });
      });
      if (read.length > 0 || of === "decision") return read;
      // Left empty, a row leads to the one below it, as the instructions say.
      const isLast = of === "end" || at === rows.length - 1;
      notes.add("guessed", place("next"), isLast ? OUTCOME_WORDS.selesai[0] : `langkah ${at + 2}`);
      return [{ to: isLast ? "end:selesai" : at + 2 }];
    }
  });
}

type Found = { step: DraftStep; view: StepView };

/** The step that a row was written from: the same activity, best under the same number. */
function baseFinder(base: Draft | null, count: number): (view: StepView) => Found | null {
  if (base === null) return () => null;
  const views = viewOf(base).steps;
  const left = new Set(views.keys());
  const take = (test: (view: StepView) => boolean): Found | null => {
    for (const index of left) {
      const view = views[index];
      const step = base.steps[index];
      if (view === undefined || step === undefined || !test(view)) continue;
      left.delete(index);
      return { step, view };
    }
    return null;
  };
  return (row) =>
    take((view) => view.gist === row.gist && view.no === row.no) ??
    take((view) => view.gist === row.gist) ??
    (count === views.length ? take((view) => view.no === row.no) : null);
}

/** Where a written number stands now. Rows without one count by their position. */
function numbersOf(rows: ReadStep[], notes: Notes): Map<number, number> {
  const numbers = new Map<number, number>();
  const free: number[] = [];
  rows.forEach(({ view, places }, index) => {
    const written = /^(\d{1,9})\.?$/.exec(view.no)?.[1];
    if (written === undefined) {
      if (view.no !== "") notes.add("not_taken", places.get("no") ?? "", view.no);
      free.push(index + 1);
    } else if (numbers.has(Number(written))) {
      notes.add("guessed", places.get("no") ?? "", `nomor ${index + 1}`);
    } else numbers.set(Number(written), index + 1);
  });
  for (const no of free) if (!numbers.has(no)) numbers.set(no, no);
  return numbers;
}

function kindOf(
  text: string,
  index: number,
  rows: ReadStep[],
  place: string,
  notes: Notes,
): StepKind {
  const known = keyOf(KINDS, text);
  if (known !== null) return known;
  if (text !== "") {
    notes.add("kind_unknown", place, text);
    return "process";
  }
  const guess = guessKind(rows[index]?.view, index, rows.length);
  notes.add("guessed", place, KINDS[guess][0]);
  return guess;
}

function guessKind(view: StepView | undefined, index: number, count: number): StepKind {
  if ((view?.ways.length ?? 0) > 1) return "decision";
  if (index === 0) return "start";
  return index === count - 1 ? "end" : "process";
}

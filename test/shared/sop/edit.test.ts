import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDefinition } from "#shared/sop/check.ts";
import type { Draft } from "#shared/sop/draft.ts";
import { change, historyOf, redo, undo } from "#shared/sop/edit-history.ts";
import {
  addLane,
  addStep,
  moveLane,
  moveStep,
  removeLane,
  removeStep,
  renameLane,
  setKind,
  setStep,
} from "#shared/sop/edit.ts";
import { magetan } from "../../support/magetan.ts";

const gists = (draft: Draft) => draft.steps.map((step) => step.gist);
/** Every way by the texts of its two ends, which must outlive every renumbering. */
const ways = (draft: Draft) =>
  draft.steps
    .flatMap((step) =>
      step.next.map(({ when = "", to }) => {
        const target = typeof to === "number" ? draft.steps[to - 1]?.gist : to;
        return `${step.gist} -${when}-> ${target}`;
      }),
    )
    .sort();

/** Magetan with texts that are told apart. */
const sample = (): Draft => {
  const draft: Draft = structuredClone(magetan());
  draft.steps.forEach((step, at) => (step.gist = `langkah ${at + 1}`));
  return draft;
};

describe("editing a draft", () => {
  it("puts a new row into the flow between two rows", () => {
    const draft = addStep(sample(), 2);
    expect(draft.steps[1]?.next).toEqual([{ to: 3 }]);
    expect(draft.steps[2]).toMatchObject({ no: 3, gist: "", kind: "process", next: [{ to: 4 }] });
    expect(draft.steps[2]?.lane).toBe(draft.steps[1]?.lane);
    const filled = setStep(draft, 2, { gist: "sisipan" });
    expect(checkDefinition(filled).findings.filter((one) => one.level === "error")).toEqual([]);
  });

  it("leaves ways to a removed row open, and says so", () => {
    const draft = removeStep(sample(), 4);
    const { findings } = checkDefinition(draft);
    expect(findings).toContainEqual({
      code: "branch_open",
      level: "error",
      step: 4,
      detail: "Tidak",
    });
  });

  it("keeps every way between the same rows when rows move", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 20 }),
        (moves) => {
          const before = sample();
          const after = moves.reduce((draft, [from, to]) => moveStep(draft, from, to), before);
          expect(ways(after)).toEqual(ways(before));
          expect(after.steps.map((step) => step.no)).toEqual(before.steps.map((_, at) => at + 1));
        },
      ),
      { seed: 20261121 },
    );
  });

  it("takes an added row out again without a trace in the other ways", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), (at) => {
        const before = sample();
        const after = removeStep(addStep(before, at), at);
        expect(gists(after)).toEqual(gists(before));
        const kept = ways(before).filter((way) => ways(after).includes(way));
        // Only the way that led through the row is open now.
        expect(kept.length).toBeGreaterThanOrEqual(ways(before).length - 1);
      }),
      { seed: 20261121 },
    );
  });

  it("gives a decision two answers, and one way to everything else", () => {
    const decision = setKind(sample(), 2, "decision");
    expect(decision.steps[2]?.next).toEqual([
      { when: "Ya", to: 4 },
      { when: "Tidak", to: null },
    ]);
    expect(setKind(decision, 2, "process").steps[2]?.next).toEqual([{ to: 4 }]);
    expect(setKind(sample(), 2, "end").steps[2]?.next).toEqual([{ to: "end:selesai" }]);
  });

  it("renames a lane wherever it is named, and leaves its rows without one when it goes", () => {
    const renamed = renameLane(sample(), 1, "Walidata");
    expect(renamed.lanes).toEqual(["Pemohon Data", "Walidata"]);
    expect(renamed.steps[1]?.also).toEqual(["Walidata"]);
    expect(renamed.steps[2]?.lane).toBe("Walidata");
    const moved = moveLane(addLane(renamed, "Kepala Bidang"), 2, 0);
    expect(moved.lanes[0]).toBe("Kepala Bidang");
    const without = removeLane(sample(), 0);
    expect(without.requesterLane).toBeNull();
    expect(without.steps[0]?.lane).toBe("");
  });

  it("undoes and redoes without limit, typing in one place as one", () => {
    let history = historyOf(0);
    for (let value = 1; value <= 500; value += 1) history = change(history, value, null);
    for (let count = 0; count < 500; count += 1) history = undo(history);
    expect(history.present).toBe(0);
    expect(undo(history)).toBe(history);
    for (let count = 0; count < 500; count += 1) history = redo(history);
    expect(history.present).toBe(500);
    const typed = ["a", "ab", "abc"].reduce(
      (so, text) => change(so, text, "gist 1"),
      historyOf(""),
    );
    expect(undo(typed).present).toBe("");
    expect(redo(undo(typed)).present).toBe("abc");
  });
});

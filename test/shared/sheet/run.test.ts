import { describe, expect, it } from "vitest";
import { type Run, viewRun } from "#shared/sheet/run.ts";
import { definitionSchema } from "#shared/sop/definition.ts";

const lanes = ["Pemohon", "Walidata"];
const step = (no: number, kind: string, next: unknown[]) => ({
  no,
  gist: `Langkah ${no}`,
  kind,
  lane: lanes[no % 2],
  next,
});
/** 1, 2, then 3 decides: on to 4 and its end, or back to 2, or to the refusal in 5. */
const definition = definitionSchema.parse({
  id: "contoh",
  name: "Contoh",
  number: "1",
  office: "Kabupaten Contoh",
  unit: "Dinas Contoh",
  lanes,
  steps: [
    step(1, "start", [{ to: 2 }]),
    step(2, "process", [{ to: 3 }]),
    step(3, "decision", [
      { when: "Ya", to: 4 },
      { when: "Perbaiki", to: 2 },
      { when: "Tolak", to: 5 },
      { when: "Batal", to: "end:ditolak" },
    ]),
    step(4, "end", [{ to: "end:selesai" }]),
    step(5, "process", [{ to: "end:ditolak" }]),
  ],
});

/** Visits in order; the last one is open unless the run has ended. */
function runOf(status: Run["status"], ...path: [number, string?][]): Run {
  const seen = new Map<number, number>();
  const visits = path.map(([no, branch], at) => {
    const visit = (seen.get(no) ?? 0) + 1;
    seen.set(no, visit);
    const open = status !== "ended" && at === path.length - 1;
    return {
      step: no,
      visit,
      entered: `2026-11-${16 + at}T01:00:00.000Z`,
      completed: open ? null : `2026-11-${17 + at}T01:00:00.000Z`,
      by: open ? null : { id: "u1", name: "Rina" },
      branch: branch ?? null,
    };
  });
  return { status, visits };
}
const states = (run: Run) => {
  const view = viewRun(definition, run);
  return definition.steps.map(({ no }) => view.step(no).state);
};

describe("a run on the sheet", () => {
  it("shows where it stands, what is done and what is still to come", () => {
    const run = runOf("running", [1], [2], [3]);
    expect(states(run)).toEqual(["done", "done", "current", "ahead", "ahead"]);
    expect(viewRun(definition, run).current).toBe(3);
  });

  it("shows what no way leads to any more as skipped", () => {
    expect(states(runOf("running", [1], [2], [3, "Ya"], [4]))).toEqual([
      "done",
      "done",
      "done",
      "current",
      "skipped",
    ]);
  });

  it("counts visits of a loop and shows what must be done again", () => {
    const run = runOf("running", [1], [2], [3, "Perbaiki"], [2]);
    expect(states(run)).toEqual(["done", "current", "again", "ahead", "ahead"]);
    expect(viewRun(definition, run).step(2).visits).toBe(2);
  });

  it("shows a step done again in the second round as done", () => {
    const run = runOf("running", [1], [2], [3, "Perbaiki"], [2], [3]);
    expect(states(run)).toEqual(["done", "done", "current", "ahead", "ahead"]);
  });

  it("tells taken ways from dropped ones and those to come", () => {
    const view = viewRun(definition, runOf("running", [1], [2], [3, "Ya"], [4]));
    expect(view.way(1, null, 2)).toEqual({ state: "taken", count: 1 });
    expect(view.way(3, "Ya", 4).state).toBe("taken");
    expect(view.way(3, "Perbaiki", 2).state).toBe("dropped");
    expect(view.way(5, null, null).state).toBe("dropped");
    expect(view.way(4, null, null).state).toBe("ahead");
  });

  it("takes the end that it came to", () => {
    const view = viewRun(definition, runOf("ended", [1], [2], [3, "Batal"]));
    expect(view.way(3, "Batal", null)).toEqual({ state: "taken", count: 1 });
    expect(view.way(3, "Ya", 4).state).toBe("dropped");
    expect(view.current).toBeNull();
    expect(view.step(4).state).toBe("skipped");
  });

  it("keeps a way taken in an earlier round and counts it", () => {
    const path: [number, string?][] = [[1], [2], [3, "Perbaiki"], [2], [3, "Perbaiki"], [2], [3]];
    const view = viewRun(definition, runOf("running", ...path));
    expect(view.way(3, "Perbaiki", 2)).toEqual({ state: "taken", count: 2 });
    expect(view.way(2, null, 3).count).toBe(3);
    expect(view.way(3, "Ya", 4).state).toBe("ahead");
  });

  it("shows where a cancelled run stopped", () => {
    expect(states(runOf("cancelled", [1], [2]))).toEqual([
      "done",
      "stopped",
      "skipped",
      "skipped",
      "skipped",
    ]);
  });
});

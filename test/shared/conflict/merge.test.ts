import { describe, expect, it } from "vitest";
import { mergeEvents } from "#shared/conflict/merge.ts";
import { lostOf } from "#shared/conflict/state.ts";
import type { Recorded, RequestEvent } from "#shared/request/events.ts";
import { foldEvents } from "#shared/request/fold.ts";
import { currentVisit } from "#shared/request/state.ts";
import { magetan } from "../../support/magetan.ts";

const sop = magetan();

const created: RequestEvent = {
  type: "request.created",
  body: {
    number: "2026/0001",
    running: { year: 2026, value: 1 },
    sop: { id: sop.id, version: sop.version },
    requester: "digest",
    subject: "Data contoh",
    purpose: "",
    delivery: "pickup",
    letter: { number: "", date: "" },
    received: "2026-11-16",
    items: [{ name: "Produksi padi", period: "", unit: "", format: "" }],
  },
};
const step = (no: number, branch: string | null = null): RequestEvent => ({
  type: "step.completed",
  body: { step: no, visit: 1, branch, note: "" },
});
const note = (text: string): RequestEvent => ({ type: "note.added", body: { step: null, text } });
const settle = (conflict: string, keep: "held" | "other"): RequestEvent => ({
  type: "conflict.settled",
  body: { conflict, keep, reason: "alasan" },
});

/** Written by `id`'s writer after these; by the user of the writer's name. */
const at = (id: string, event: RequestEvent, ...after: string[]): Recorded => ({
  ...event,
  at: "2026-11-20T02:00:00.000Z",
  by: id.split(":")[0] ?? "",
  id,
  after,
});

const decision = sop.steps.find(({ kind }) => kind === "decision")?.no ?? 0;
/** Up to the decision, by A. */
const begin: Recorded[] = [at("A:1", created)];
for (let no = 1; no < decision; no += 1) begin.push(at(`A:${no + 1}`, step(no), `A:${no}`));
const stem = `A:${decision}`;
const next = (place: number): string => `A:${decision + place}`;
const [yes, no] = [next(1), "B:1"];
const parted = [
  ...begin,
  at(yes, step(decision, "Ya"), stem),
  at(no, step(decision, "Tidak"), stem),
];

const merged = (events: readonly Recorded[]) => {
  const made = mergeEvents(events, sop, "r");
  if (made === null) throw new Error("no request");
  return made;
};
const branchOf = (events: readonly Recorded[]) =>
  merged(events).state.visits.find((visit) => visit.step === decision)?.branch;

describe("decisions made at once", () => {
  it("hold where they come first in the order, and set the other one aside", () => {
    const { state } = merged(parted);
    expect(branchOf(parted)).toBe("Ya");
    expect(state.conflicts).toMatchObject([
      {
        id: no,
        able: true,
        settled: null,
        held: [{ id: yes, by: "A" }],
        other: [{ id: no, by: "B" }],
      },
    ]);
  });

  it("are no conflict where both say the same, and what follows either one counts", () => {
    const events = [
      ...begin,
      at(yes, step(decision, "Ya"), stem),
      at(no, step(decision, "Ya"), stem),
    ];
    const { state } = merged(events);
    expect(state.conflicts).toBeUndefined();
    const after = currentVisit(state)?.step ?? 0;
    const more = merged([...events, at("B:2", step(after), no)]).state;
    expect(more.conflicts).toBeUndefined();
    expect(more.visits.filter(({ completed }) => completed !== null)).toHaveLength(decision + 1);
  });

  it("take with them what was built on them, and keep every note", () => {
    const built = [
      ...parted,
      at("B:2", note("dari B"), no),
      at("B:3", step(5), "B:2"),
      at(next(2), note("dari A"), yes),
    ];
    const { state, sidesOf } = merged(built);
    expect(state.conflicts?.[0]?.other.map(({ id }) => id)).toEqual([no, "B:3"]);
    expect(state.notes).toHaveLength(2);
    expect(sidesOf(no)).toEqual({
      held: new Set([yes, next(2)]),
      other: new Set([no, "B:2", "B:3"]),
    });
  });

  it("go the other way when that is chosen, and set aside what comes late for the former one", () => {
    const heads = [yes, "B:2"];
    const events = [
      ...parted,
      at("B:2", step(5), no),
      at("C:1", settle(no, "other"), ...heads),
      at(next(2), step(7), yes),
    ];
    const { state } = merged(events);
    expect(branchOf(events)).toBe("Tidak");
    expect(state.conflicts).toHaveLength(1);
    const [conflict] = state.conflicts ?? [];
    expect(conflict?.settled).toMatchObject({ keep: "other", by: "C" });
    expect(conflict === undefined ? [] : lostOf(conflict).map(({ id }) => id)).toEqual([
      yes,
      next(2),
    ]);
    expect(currentVisit(state)?.step).toBe(6);
  });

  it("stay as they were settled first", () => {
    const events = [
      ...parted,
      at("C:1", settle(no, "held"), yes, no),
      at("D:1", settle(no, "other"), yes, no),
    ];
    expect(branchOf(events)).toBe("Ya");
    expect(merged(events).state.conflicts?.[0]?.settled?.by).toBe("C");
  });

  it("make one conflict each where three were made", () => {
    const cancelled: RequestEvent = {
      type: "step.undone",
      body: { step: decision - 1, visit: 1, reason: "" },
    };
    const events = [...parted, at("C:1", cancelled, stem)];
    const { state } = merged(events);
    expect(state.conflicts?.map(({ id }) => id)).toEqual([no, "C:1"]);
    // The way that the third one parted from is no more: it is held against the other one now.
    const chosen = merged([...events, at("D:1", settle(no, "other"), yes, no, "C:1")]).state;
    expect(chosen.conflicts?.map(({ id, settled }) => [id, settled?.keep])).toEqual([
      [no, "other"],
      ["C:1", undefined],
    ]);
    expect(chosen.conflicts?.[1]?.held.map(({ id }) => id)).toEqual([no]);
  });

  it("never throw, not even one that fits nowhere", () => {
    const events = [...begin, at("B:1", step(11), stem)];
    const { state } = merged(events);
    expect(state.conflicts).toMatchObject([{ id: "B:1", able: false, held: [] }]);
    const line = begin.map(({ after: _, ...event }) => event as Recorded);
    const alone = { ...step(11), at: "2026-11-20T02:00:00.000Z", by: "A", id: next(1) };
    expect(foldEvents([...line, alone], sop, "r")?.conflicts).toHaveLength(1);
  });
});

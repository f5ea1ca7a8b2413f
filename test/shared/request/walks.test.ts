import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeStep, undoStep } from "#shared/request/commands.ts";
import type { Recorded, RequestEvent } from "#shared/request/events.ts";
import { foldEvents } from "#shared/request/fold.ts";
import { applyEvent } from "#shared/request/reduce.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import { checkDefinition } from "#shared/sop/check.ts";
import { outcomeOf, stepOf } from "#shared/sop/definition.ts";

const { definition } = checkDefinition(
  JSON.parse(readFileSync("resources/sop/magetan-permintaan-data.json", "utf8")),
);
if (definition === null) throw new Error("the shipped SOP is broken");
const sop = definition;

const SEED = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
const ID = "r1";

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

type Command =
  | { do: "complete"; step: number; visit: number | undefined; branch: string | undefined }
  | { do: "advance"; branch: "Ya" | "Tidak" }
  | { do: "undo" }
  | { do: "cancel" };

const commands: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("advance" as const),
      branch: fc.constantFrom("Ya" as const, "Tidak" as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("complete" as const),
      step: fc.integer({ min: -1, max: 12 }),
      visit: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      branch: fc.option(fc.constantFrom("Ya", "Tidak", "tidak ", "Mungkin", ""), {
        nil: undefined,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "undo" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "cancel" as const }) },
);

/** What the command line and the window do: decide, and record what was decided. */
function decide(state: RequestState, command: Command): RequestEvent | null {
  switch (command.do) {
    case "advance": {
      const step = currentVisit(state)?.step ?? 1;
      const branch = stepOf(sop, step)?.kind === "decision" ? command.branch : undefined;
      const body = completeStep(state, sop, { step, branch, note: "" });
      return body.ok ? { type: "step.completed", body: body.value } : null;
    }
    case "complete": {
      const body = completeStep(state, sop, { ...command, note: "catatan" });
      return body.ok ? { type: "step.completed", body: body.value } : null;
    }
    case "undo": {
      const body = undoStep(state, "keliru");
      return body.ok ? { type: "step.undone", body: body.value } : null;
    }
    case "cancel":
      return state.status === "running"
        ? { type: "request.cancelled", body: { reason: "ditarik" } }
        : null;
  }
}

/** The walk so far must be a walk over the sheet: each visit follows from the one before it. */
function expectOnSheet(state: RequestState): void {
  const [first, ...rest] = state.visits;
  expect(first?.step).toBe(1);
  let before = first!;
  for (const visit of rest) {
    const way = stepOf(sop, before.step)!.next.find((one) => (one.when ?? null) === before.branch);
    expect(way?.to).toBe(visit.step);
    expect(before.completed).not.toBeNull();
    before = visit;
  }
  const count = new Map<number, number>();
  for (const visit of state.visits) {
    count.set(visit.step, (count.get(visit.step) ?? 0) + 1);
    expect(visit.visit).toBe(count.get(visit.step));
  }
  if (state.status === "ended") {
    const way = stepOf(sop, before.step)!.next.find((one) => (one.when ?? null) === before.branch);
    expect(state.outcome).toBe(outcomeOf(way!.to));
    expect(currentVisit(state)).toBeNull();
  }
  if (state.status === "running") expect(currentVisit(state)).not.toBeNull();
}

describe("2,000 random walks over the Magetan SOP", () => {
  it(`never leave the definition, change nothing when refused, and fold to the same state (SEED=${SEED})`, () => {
    const reached = { ended: 0, cancelled: 0, undone: 0, refused: 0, selesai: 0, ditolak: 0 };
    fc.assert(
      fc.property(fc.array(commands, { minLength: 1, maxLength: 40 }), (walk) => {
        const log: Recorded[] = [{ ...created, at: stamp(0), by: "u1" }];
        let state = applyEvent(null, log[0]!, sop, ID);
        for (const [index, command] of walk.entries()) {
          const before = JSON.stringify(state);
          const event = decide(state, command);
          expect(JSON.stringify(state)).toBe(before);
          if (event === null) {
            reached.refused += 1;
            continue;
          }
          const recorded = { ...event, at: stamp(index + 1), by: "u1" };
          const frozen = JSON.stringify(state);
          const next = applyEvent(state, recorded, sop, ID);
          expect(JSON.stringify(state)).toBe(frozen);
          log.push(recorded);
          state = next;
          expectOnSheet(state);
          if (event.type === "step.undone") reached.undone += 1;
        }
        if (state.status !== "running") reached[state.status] += 1;
        if (state.outcome === "selesai" || state.outcome === "ditolak") reached[state.outcome] += 1;
        const stored = JSON.parse(JSON.stringify(log)) as Recorded[];
        expect(foldEvents(stored, sop, ID)).toEqual(state);
      }),
      { seed: SEED, numRuns: 2000 },
    );
    for (const [what, count] of Object.entries(reached)) {
      expect(count, `no walk was ${what}`).toBeGreaterThan(0);
    }
  });
});

const stamp = (minute: number): string => new Date(Date.UTC(2026, 10, 16, 2, minute)).toISOString();

import fc from "fast-check";
import { expect, test } from "vitest";
import { idOf } from "#core/archive/log.ts";
import { checkChains } from "#core/maintenance/chains.ts";
import { createProblems } from "#core/maintenance/problems.ts";
import { isTransition, lostOf } from "#shared/conflict/state.ts";
import { intakeSchema } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { currentVisit } from "#shared/request/state.ts";
import { stepOf } from "#shared/sop/definition.ts";
import { intake } from "../../../support/core.ts";
import { createPc, lacking, type Pc, shownBy } from "../../../support/pc.ts";

const SEED = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env["RUNS"] ?? 40);
const PCS = ["satu", "dua", "tiga"];
const params = { ...intakeSchema.parse(intake), letterInHand: true };

type Action =
  | { do: "advance" | "undo" | "cancel" | "note" | "pause" | "resume"; pc: number; pick: number }
  | { do: "settle"; pc: number; pick: number }
  | { do: "bring"; pc: number; to: number; part: number; batch: number }
  | { do: "create"; pc: number };

const pc = fc.nat({ max: 2 });
const pick = fc.nat({ max: 5 });
const of = <D extends string>(name: D) => fc.record({ do: fc.constant(name), pc, pick });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 10, arbitrary: of("advance") },
  { weight: 3, arbitrary: of("undo") },
  { weight: 1, arbitrary: of("cancel") },
  { weight: 2, arbitrary: of("note") },
  { weight: 1, arbitrary: of("pause") },
  { weight: 1, arbitrary: of("resume") },
  { weight: 2, arbitrary: of("settle") },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("bring" as const),
      pc,
      to: pc,
      part: fc.nat({ max: 100 }),
      batch: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("create" as const), pc }) },
);

/** One of the two or so requests that this PC knows. */
const known = ({ archive }: Pc, at: number): RequestState | null => {
  const ids = archive.log.streams().sort();
  return ids.length === 0 ? null : archive.readState(ids[at % ids.length] ?? "");
};

function act(pcs: readonly Pc[], action: Action): void {
  const one = pcs[action.pc];
  if (one === undefined) return;
  if (action.do === "bring") {
    const other = pcs[action.to];
    if (other === undefined || other === one) return;
    const items = lacking(one, other);
    exchange(other, items.slice(0, Math.ceil((items.length * action.part) / 100)), action.batch);
    return;
  }
  if (action.do === "create") {
    if (one.archive.log.streams().length < 2)
      void one.requests["request.create"](params, one.context);
    return;
  }
  const state = known(one, action.pick);
  if (state === null) return;
  command(one, state, action);
}

function exchange(to: Pc, items: ReturnType<typeof lacking>, batch: number): void {
  for (let at = 0; at < items.length; at += batch) to.archive.receive(items.slice(at, at + batch));
}

function command(
  { archive, requests, conflicts, context }: Pc,
  state: RequestState,
  { do: what, pick: at }: { do: string; pick: number },
): void {
  const { id: request } = state;
  const reason = "alasan";
  switch (what) {
    case "advance": {
      const step = currentVisit(state)?.step ?? 1;
      const ways = stepOf(archive.definitionOf(state.sop), step)?.next ?? [];
      const branch = ways.length > 1 ? ways[at % ways.length]?.when : undefined;
      void requests["step.complete"](
        { request, step, note: "", ...(branch === undefined ? {} : { branch }) },
        context,
      );
      return;
    }
    case "undo":
      void requests["step.undo"]({ request, reason }, context);
      return;
    case "cancel":
      void requests["request.cancel"]({ request, reason }, context);
      return;
    case "note":
      void requests["note.add"]({ request, text: "catatan" }, context);
      return;
    case "pause":
      void requests["request.pause"]({ request, reason }, context);
      return;
    case "resume":
      void requests["request.resume"]({ request }, context);
      return;
    case "settle": {
      const open = state.conflicts?.filter(({ settled }) => settled === null) ?? [];
      const conflict = open[at % Math.max(1, open.length)];
      if (conflict === undefined) return;
      const keep = conflict.able && at % 2 === 1 ? "other" : "held";
      const settled = { request, conflict: conflict.id, keep, reason } as const;
      const answer = conflicts["conflict.settle"](settled, context);
      if (answer instanceof Promise || !answer.ok) throw new Error("a settlement was refused");
      return;
    }
    default:
  }
}

/** Everybody has everything. */
function all(pcs: readonly Pc[]): void {
  for (const from of pcs) {
    for (const to of pcs) if (from !== to) exchange(to, lacking(from, to), 7);
  }
  for (const from of pcs) {
    for (const to of pcs) if (from !== to) exchange(to, lacking(from, to), 400);
  }
}

function check(pcs: readonly Pc[]): void {
  const [first, ...others] = pcs;
  if (first === undefined) throw new Error("no PCs");
  const shown = shownBy(first);
  for (const other of others) expect(shownBy(other)).toEqual(shown);
  for (const { archive } of pcs) {
    const problems = createProblems();
    checkChains(archive.db, problems, () => {});
    expect(problems.list()).toEqual([]);
  }
  for (const id of first.archive.log.streams()) {
    const state = first.archive.fold(id);
    for (const { archive } of pcs) {
      expect(archive.readState(id)).toEqual(state);
      expect(archive.fold(id)).toEqual(state);
    }
    explains(first, state);
  }
}

/** Every transition counts or stands in one conflict as set aside, and the visits follow from them. */
function explains({ archive }: Pc, state: RequestState): void {
  const lost = (state.conflicts ?? []).flatMap(lostOf).map(({ id }) => id);
  expect(new Set(lost).size).toBe(lost.length);
  const events = archive.log.read(state.id);
  const counted = events
    .filter((event) => !lost.includes(idOf(event)))
    .map((event) => ({ type: event.type, body: event.body as Record<string, unknown> }));
  const has = (type: string, step: number, visit: number, branch?: string | null): boolean =>
    counted.some(
      (event) =>
        event.type === type &&
        event.body["step"] === step &&
        event.body["visit"] === visit &&
        (branch === undefined || event.body["branch"] === branch),
    );
  const done = state.visits.filter(({ completed }) => completed !== null);
  for (const { step, visit, branch } of done) {
    expect(has("step.completed", step, visit, branch)).toBe(true);
  }
  for (const { type, body } of counted) {
    if (!isTransition({ type })) continue;
    const [step, visit] = [Number(body["step"]), Number(body["visit"])];
    if (type === "request.cancelled") expect(state.status).toBe("cancelled");
    if (type !== "step.completed") continue;
    const stands = done.some(
      (one) => one.step === step && one.visit === visit && one.branch === body["branch"],
    );
    expect(stands || has("step.undone", step, visit)).toBe(true);
  }
}

test(`the same events make the same requests on every PC, in whatever order they come (SEED=${SEED})`, () => {
  let conflicts = 0;
  fc.assert(
    fc.property(fc.array(action, { minLength: 10, maxLength: 90 }), (actions) => {
      const pcs = PCS.map((name) => createPc(name));
      try {
        pcs[0]?.publish();
        act(pcs, { do: "create", pc: 0 });
        for (const to of [1, 2]) act(pcs, { do: "bring", pc: 0, to, part: 100, batch: 9 });
        for (const one of actions) act(pcs, one);
        all(pcs);
        check(pcs);
        const late = createPc("empat");
        pcs.push(late);
        const [first] = pcs;
        if (first === undefined) throw new Error("no PCs");
        // What came last comes first, and waits.
        const items = lacking(first, late).reverse();
        exchange(late, items, 5);
        check(pcs);
        for (let round = 0; round < 20; round += 1) {
          const open = settleOne(first, round);
          if (!open) break;
          conflicts += 1;
        }
        all(pcs);
        check(pcs);
        const before = shownBy(first);
        first.archive.rebuild();
        expect(shownBy(first)).toEqual(before);
      } finally {
        for (const one of pcs) one.close();
      }
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(conflicts).toBeGreaterThan(RUNS / 20);
}, 600_000);

function settleOne(pc: Pc, at: number): boolean {
  for (const id of pc.archive.log.streams()) {
    const state = pc.archive.readState(id);
    if (state?.conflicts?.some(({ settled }) => settled === null) !== true) continue;
    command(pc, state, { do: "settle", pick: at });
    return true;
  }
  return false;
}

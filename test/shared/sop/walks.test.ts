import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completeStep } from "#shared/request/commands.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import { applyEvent } from "#shared/request/reduce.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import type { Definition, Outcome } from "#shared/sop/definition.ts";
import { intake, openCore, type TestCore } from "../../support/core.ts";
import {
  branchesOf,
  loopsOf,
  outcomesOf,
  routeToEnd,
  walkAround,
  walkBy,
  type Way,
} from "../../support/sop-walks.ts";
import { shippedSops } from "../../support/sops.ts";

const AT = "2026-11-16T02:12:00.000Z";
const named = ({ step, branch }: Way): string => `${step} ${branch ?? "-"}`;

/** The state after a walk from registration; every completion is decided by the command first. */
function walk(sop: Definition, ways: Way[]): RequestState {
  const created: RequestEvent = {
    type: "request.created",
    body: {
      number: "2026/0001",
      running: { year: 2026, value: 1 },
      sop: { id: sop.id, version: sop.version },
      requester: sop.requesterLane === null ? null : "digest",
      subject: "Data contoh",
      purpose: "",
      delivery: "pickup",
      letter: { number: "", date: "" },
      received: "2026-11-16",
      items: [],
    },
  };
  let state = applyEvent(null, { ...created, at: AT, by: "u1" }, sop, "r1");
  for (const { step, branch } of ways) {
    const chosen = { step, branch: branch ?? undefined, note: "" };
    const decided = completeStep(state, sop, chosen);
    if (!decided.ok) throw new Error(`${named({ step, branch })}: ${decided.error.code}`);
    const event = { type: "step.completed" as const, body: decided.value };
    state = applyEvent(state, { ...event, at: AT, by: "u1" }, sop, "r1");
  }
  return state;
}

/** How often each step was entered must count up from 1, in the order of the walk. */
function expectCounted(state: RequestState): void {
  const count = new Map<number, number>();
  for (const { step, visit } of state.visits) {
    count.set(step, (count.get(step) ?? 0) + 1);
    expect(visit).toBe(count.get(step));
  }
}

const sops = shippedSops();

describe.each(sops)("$id", (sop) => {
  it("is walked by every branch to every end", () => {
    const taken = new Set<string>();
    const reached = new Set<Outcome>();
    for (const way of branchesOf(sop)) {
      const ways = walkBy(sop, way);
      const state = walk(sop, ways);
      expect(state.status).toBe("ended");
      expect(currentVisit(state)).toBeNull();
      expect(state.visits.map(({ step, branch }) => ({ step, branch }))).toEqual(ways);
      expectCounted(state);
      for (const visit of state.visits) taken.add(named(visit));
      if (state.outcome !== null) reached.add(state.outcome);
    }
    expect([...taken].sort()).toEqual(branchesOf(sop).map(named).sort());
    expect([...reached].sort()).toEqual(outcomesOf(sop).sort());
  });

  it("reaches each of its ends by the shortest way", () => {
    for (const outcome of outcomesOf(sop)) {
      expect(walk(sop, routeToEnd(sop, 1, outcome)).outcome).toBe(outcome);
    }
  });
});

describe("loops", () => {
  const loops = sops.flatMap((sop) =>
    loopsOf(sop).map((loop) => ({ sop, loop, name: `${sop.id} ${loop.step} to ${loop.to}` })),
  );

  it("are those of the papers", () => {
    expect(loops.map(({ name }) => name)).toEqual([
      "banyuwangi-diseminasi-data 4 to 2",
      "banyuwangi-diseminasi-data 5 to 2",
      "way-kanan-a-pengumpulan-diseminasi 2 to 2",
      "way-kanan-a-pengumpulan-diseminasi 5 to 4",
      "way-kanan-a-pengumpulan-diseminasi 6 to 4",
      "way-kanan-a-pengumpulan-diseminasi 7 to 4",
      "way-kanan-b-distribusi-publikasi 8 to 5",
      "way-kanan-c-interoperabilitas 8 to 5",
      "way-kanan-d-verifikasi-validasi 7 to 5",
      "way-kanan-d-verifikasi-validasi 8 to 7",
      "way-kanan-j-satu-data 7 to 5",
    ]);
  });

  it.each(loops)("$name is gone round three times, each visit counted", ({ sop, loop }) => {
    const state = walk(sop, walkAround(sop, loop, 3));
    expect(state.status).toBe("ended");
    expectCounted(state);
    const back = state.visits.filter(
      ({ step, branch }) => step === loop.step && branch === loop.branch,
    );
    expect(back.map(({ visit }) => visit)).toEqual([1, 2, 3]);
    const last = state.visits.findLast(({ step }) => step === loop.step);
    expect(last).toMatchObject({ visit: 4 });
    expect(last?.branch).not.toBe(loop.branch);
  });

  it.each(loops)("$name: what was seen of an earlier visit is refused", ({ sop, loop }) => {
    const ways = walkAround(sop, loop, 1);
    const second = ways.findLastIndex(({ step }) => step === loop.step);
    const state = walk(sop, ways.slice(0, second));
    expect(currentVisit(state)).toMatchObject({ step: loop.step, visit: 2 });
    const chosen = { step: loop.step, branch: loop.branch ?? undefined, note: "" };
    const late = completeStep(state, sop, { ...chosen, visit: 1 });
    expect(late).toMatchObject({ ok: false, error: { code: "step_already_done" } });
  });
});

describe("in the core", () => {
  let lajur: TestCore;
  beforeAll(() => {
    lajur = openCore({ now: () => Date.parse(AT) });
  });
  afterAll(() => lajur.dispose());

  it.each(sops)("$id is registered and walked to an end", async (sop) => {
    const isService = sop.requesterLane !== null;
    const { requester, items } = intake;
    let request = await lajur.call("request.create", {
      sop: sop.id,
      subject: sop.name,
      ...(isService ? { requester, items } : {}),
    });
    expect(request.requester?.name ?? null).toBe(isService ? "Ayu Contoh" : null);
    const ways = routeToEnd(sop, 1, "selesai");
    for (const { step, branch } of ways) {
      expect(request.current).toMatchObject({ step, gist: sop.steps[step - 1]?.gist });
      request = await lajur.call("step.complete", {
        request: request.id,
        step,
        ...(branch === null ? {} : { branch }),
      });
    }
    expect(request).toMatchObject({ status: "ended", outcome: "selesai", current: null });
    expect(request.visits.map(({ step, branch }) => ({ step, branch }))).toEqual(ways);
  });

  it("all of them are in a sound archive", async () => {
    const check = await lajur.call("archive.check", {});
    expect(check).toMatchObject({ sound: true, requests: 15, problems: [] });
  });
});

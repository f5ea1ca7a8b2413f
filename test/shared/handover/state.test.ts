import { expect, test } from "vitest";
import { applyHandoverEvent, openHandover } from "#shared/handover/state.ts";
import type { HandoverEvent } from "#shared/handover/events.ts";
import type { RequestState } from "#shared/request/state.ts";

const HANDED: HandoverEvent = {
  type: "step.handed",
  body: {
    id: "r1.a",
    step: 5,
    visit: 1,
    office: { id: "o1", name: "Dinas Pertanian Contoh" },
    note: "",
    items: [],
    files: [],
    due: "",
  },
};
const ANSWERED: HandoverEvent = {
  type: "handover.answered",
  body: { id: "r1.a", branch: "Tersedia", note: "Terlampir", by: "Budi Contoh" },
};
const DECLINED: HandoverEvent = {
  type: "handover.declined",
  body: { id: "r1.a", reason: "Bukan data kami", by: "Budi Contoh" },
};
const RECALLED: HandoverEvent = {
  type: "handover.recalled",
  body: { id: "r1.a", reason: "Sudah ada" },
};

function after(...events: HandoverEvent[]): RequestState {
  const state = { notes: [] } as unknown as RequestState;
  for (const event of events) {
    const recorded = { ...event, at: "2026-11-16T01:00:00.000Z", by: "u1" };
    Object.assign(state, applyHandoverEvent(state, recorded));
  }
  return state;
}

test("a handed step is open until the other office has answered", () => {
  expect(openHandover(after(HANDED), 5, 1)?.office.name).toBe("Dinas Pertanian Contoh");
  expect(openHandover(after(HANDED), 5, 2)).toBeUndefined();
  expect(openHandover(after(HANDED, ANSWERED), 5, 1)).toBeUndefined();
});

test("the same answer from two PCs of the office counts once", () => {
  expect(after(HANDED, ANSWERED, ANSWERED)).toEqual(after(HANDED, ANSWERED));
  expect(after(HANDED, HANDED)).toEqual(after(HANDED));
});

test("what was answered meanwhile is kept, also where the step was taken back", () => {
  const state = after(HANDED, RECALLED, ANSWERED);
  expect(state.handovers?.[0]).toMatchObject({ state: "answered", reply: { branch: "Tersedia" } });
  expect(state.notes).toHaveLength(1);
  expect(after(HANDED, ANSWERED, RECALLED, DECLINED)).toEqual(after(HANDED, ANSWERED));
});

test("an answer to what nobody asked changes nothing", () => {
  expect(after(ANSWERED)).toEqual(after());
});

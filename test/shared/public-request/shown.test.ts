import { expect, test } from "vitest";
import { handsOver } from "#shared/public-request/hands-over.ts";
import { shownRequest } from "#shared/public-request/shown.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import { applyEvent } from "#shared/request/reduce.ts";
import type { RequestState } from "#shared/request/state.ts";
import { magetan } from "../../support/magetan.ts";

const definition = magetan();

const CREATED: RequestEvent = {
  type: "request.created",
  body: {
    subject: "Data padi",
    items: [{ name: "Padi", period: "", unit: "", format: "" }],
    purpose: "",
    delivery: "email",
    letter: { number: "", date: "" },
    received: "2026-11-16",
    number: "2026/0007",
    running: { year: 2026, value: 7 },
    sop: { id: definition.id, version: definition.version },
    requester: "0".repeat(64),
    origin: { portal: "P-2026-0007", message: "m" },
  },
};

const step = (no: number, branch: string | null = null, visit = 1): RequestEvent => ({
  type: "step.completed",
  body: { step: no, visit, branch, note: "Catatan dalam" },
});

function stateAfter(...events: RequestEvent[]): RequestState {
  let state: RequestState | null = null;
  let hour = 0;
  for (const event of [CREATED, ...events]) {
    const at = `2026-11-16T${String((hour += 1)).padStart(2, "0")}:00:00.000Z`;
    state = applyEvent(state, { ...event, at, by: "u1" }, definition, "r1");
  }
  if (state === null) throw new Error("no state");
  return state;
}

const shown = (...events: RequestEvent[]) =>
  shownRequest(stateAfter(...events), definition, { due: "2026-11-30", revision: 3 });

const marks = (...events: RequestEvent[]): string =>
  shown(...events)
    .steps.map(({ state }) => ({ done: "x", now: "o", ahead: ".", skipped: "-" })[state])
    .join("");

test("the public sees which steps are done, which one is at work and what may follow", () => {
  expect(marks(step(1), step(2))).toBe("xxo.......");
});

test("steps of the branch that was not taken are skipped", () => {
  expect(marks(step(1), step(2), step(3), step(4, "Ya"))).toBe("xxxx--o...");
  const refused = [step(1), step(2), step(3), step(4, "Tidak"), step(5), step(6)];
  expect(marks(...refused)).toBe("xxxxxx----");
  expect(shown(...refused)).toMatchObject({ status: "ended" });
});

test("a pause tells why, and the answer is awaited by law until the day that is given", () => {
  const paused = shown(step(1), { type: "clock.paused", body: { reason: "Tahun berapa?" } });
  expect(paused).toMatchObject({ status: "paused", message: "Tahun berapa?", due: "2026-11-30" });
});

test("a reply of the requester ends the pause, however often it arrives", () => {
  const reply: RequestEvent = {
    type: "public.replied",
    body: { message: "m2", text: "Tahun 2025" },
  };
  const paused: RequestEvent = { type: "clock.paused", body: { reason: "Tahun berapa?" } };
  const once = stateAfter(step(1), paused, reply);
  const twice = stateAfter(step(1), paused, reply, paused, reply);
  expect(once.notes).toHaveLength(1);
  expect(once.pauses?.at(-1)?.to).not.toBeNull();
  // The second pause waits for something else.
  expect(twice.notes).toHaveLength(1);
  expect(twice.pauses?.at(-1)?.to).toBeNull();
});

test("nothing of notes or of who worked on it is shown", () => {
  const json = JSON.stringify(
    shown(step(1), { type: "note.added", body: { step: 2, text: "Rahasia" } }),
  );
  expect(json).not.toContain("Rahasia");
  expect(json).not.toContain("Catatan dalam");
  expect(json).not.toContain("u1");
});

test("the answer is handed over on the step that leads to the requester", () => {
  expect(
    definition.steps.filter(({ no }) => handsOver(definition, no)).map(({ no }) => no),
  ).toEqual([5, 9]);
});

import { arrivalSteps, completeStep } from "#shared/request/commands.ts";
import type { Recorded } from "#shared/request/events.ts";
import { applyEvent } from "#shared/request/reduce.ts";
import { currentVisit, type RequestState } from "#shared/request/state.ts";
import { magetan } from "../support/magetan.ts";
import { count, type Figure, perSecond } from "./table.ts";

const WALKS = 20_000;
const AT = "2026-11-16T02:12:00.000Z";

/** Decisions and transitions of the pure reducer over whole walks of the Magetan SOP. */
export function benchReducer(): Figure {
  const sop = magetan();
  const created: Recorded = {
    type: "request.created",
    at: AT,
    by: "u1",
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
  let transitions = 0;
  let ended = 0;
  const started = performance.now();
  for (let walk = 0; walk < WALKS; walk += 1) {
    let state: RequestState = applyEvent(null, created, sop, "r1");
    for (const body of arrivalSteps(sop)) {
      state = applyEvent(state, { type: "step.completed", at: AT, by: "u1", body }, sop, "r1");
      transitions += 1;
    }
    for (let at = currentVisit(state); at !== null; at = currentVisit(state)) {
      const branch = at.step === 4 ? (walk % 2 === 0 ? "Ya" : "Tidak") : undefined;
      const body = completeStep(state, sop, { step: at.step, branch, note: "" });
      if (!body.ok) throw new Error(body.error.message);
      const event = { type: "step.completed", at: AT, by: "u1", body: body.value } as const;
      state = applyEvent(state, event, sop, "r1");
      transitions += 1;
    }
    if (state.status === "ended") ended += 1;
  }
  const spent = performance.now() - started;
  if (ended !== WALKS) throw new Error(`only ${ended} of ${WALKS} walks ended`);
  return {
    what: "reducer transitions a second",
    measured: count(perSecond(transitions, spent)),
    reference: `${count(transitions)} in one run`,
    aim: "100,000",
  };
}

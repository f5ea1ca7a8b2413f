import { describe, expect, it } from "vitest";
import { giveDisposition, reportDisposition } from "#shared/disposition/commands.ts";
import type { Recorded, RequestEvent } from "#shared/request/events.ts";
import { type Disposition, dispositionSchema } from "#shared/request/model.ts";
import { foldEvents } from "#shared/request/fold.ts";
import { applyEvent } from "#shared/request/reduce.ts";
import type { RequestState } from "#shared/request/state.ts";
import { magetan } from "../../support/magetan.ts";

const sop = magetan();
const AT = "2026-11-16T02:12:00Z";
const recorded = (event: RequestEvent): Recorded => ({ ...event, at: AT, by: "u1" });

const begun = foldEvents(
  [
    recorded({
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
        items: [],
      },
    }),
  ],
  sop,
  "r1",
)!;

const context = { id: "d1", today: "2026-11-16", head: "Kepala Dinas" };
const given = (changes: Partial<Disposition> = {}): Disposition => ({
  ...dispositionSchema.parse({ to: ["Kepala Bidang", "Sekretaris"] }),
  ...changes,
});
const after = (state: RequestState, event: RequestEvent) =>
  applyEvent(state, recorded(event), sop, "r1");
const give = (state = begun, changes: Partial<Disposition> = {}, id = "d1"): RequestState => {
  const event = giveDisposition(state, given(changes), { ...context, id });
  if (!event.ok) throw new Error(event.error.message);
  return after(state, event.value);
};
const closed = (state: RequestState) =>
  after(state, { type: "request.cancelled", body: { reason: "Ganda." } });
const report = { id: "d1", recipient: "Sekretaris", text: "Sudah dicatat." };

describe("a disposition", () => {
  it("is given by the head and led by its first recipient unless it says otherwise", () => {
    expect(give().dispositions).toMatchObject([
      { id: "d1", from: "Kepala Dinas", parent: null, leads: "Kepala Bidang", by: "u1" },
    ]);
    const said = give(begun, { from: "Sekretaris Dinas", leads: "Sekretaris" });
    expect(said.dispositions).toMatchObject([{ from: "Sekretaris Dinas", leads: "Sekretaris" }]);
  });

  it("is passed on by one that names it as its parent", () => {
    const passed = give(give(), { from: "Kepala Bidang", to: ["Staf"], parent: "d1" }, "d2");
    expect(passed.dispositions.at(-1)).toMatchObject({ id: "d2", parent: "d1", to: ["Staf"] });
  });

  it.each<[string, Partial<Disposition>, string, string]>([
    ["a deadline that is over", { due: "2026-11-15" }, "date_in_past", "due"],
    ["a recipient named twice", { to: ["Staf", " staf "] }, "recipient_twice", "to"],
    ["a leading one who is no recipient", { leads: "Staf" }, "recipient_unknown", "leads"],
    ["a parent that is not there", { parent: "d9" }, "disposition_unknown", "parent"],
  ])("is refused with %s", (_, changes, code, field) => {
    const refused = giveDisposition(begun, given(changes), context);
    expect(refused).toMatchObject({ ok: false, error: { code, field } });
  });

  it("takes the last day it can be done on", () => {
    expect(give(begun, { due: "2026-11-16" }).dispositions[0]?.due).toBe("2026-11-16");
  });

  it("is done by each recipient with a report", () => {
    const event = reportDisposition(give(), report);
    if (!event.ok) throw new Error(event.error.message);
    const state = after(give(), event.value);
    expect(state.dispositions[0]?.reports).toEqual([
      { recipient: "Sekretaris", text: "Sudah dicatat.", at: AT, by: "u1" },
    ]);
    const again = reportDisposition(state, report);
    expect(again).toMatchObject({ ok: false, error: { code: "disposition_reported" } });
    expect(reportDisposition(state, { ...report, recipient: "Kepala Bidang" }).ok).toBe(true);
  });

  it.each<[string, Partial<typeof report>, string, string]>([
    ["of a disposition that is not there", { id: "d9" }, "disposition_unknown", "disposition"],
    ["by one who is no recipient", { recipient: "Staf" }, "recipient_unknown", "recipient"],
  ])("takes no report %s", (_, changes, code, field) => {
    const refused = reportDisposition(give(), { ...report, ...changes });
    expect(refused).toMatchObject({ ok: false, error: { code, field } });
  });

  it("of a closed request is neither given nor reported", () => {
    const state = closed(give());
    const refusal = { ok: false, error: { code: "request_closed" } };
    expect(giveDisposition(state, given(), context)).toMatchObject(refusal);
    expect(reportDisposition(state, report)).toMatchObject(refusal);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { type CallContext } from "#core/types.ts";
import { intake, openCore, type TestCore } from "../../support/core.ts";

const NOW = Date.parse("2026-11-16T02:12:00Z");
let lajur: TestCore;
afterEach(() => lajur.dispose());
const open = (): TestCore => (lajur = openCore({ now: () => NOW }));

describe("a request", () => {
  it("is registered with the next number of the year and stands on the first step", async () => {
    open();
    const first = await lajur.call("request.create", intake);
    const second = await lajur.call("request.create", intake);
    expect([first.number, second.number]).toEqual(["2026/0001", "2026/0002"]);
    expect(first.current).toMatchObject({ step: 1, visit: 1, lane: "Pemohon Data" });
    expect(first.requester?.name).toBe("Ayu Contoh");
  });

  it("with the letter in hand stands on the office's first step", async () => {
    open();
    const request = await lajur.call("request.create", { ...intake, letterInHand: true });
    expect(request.current).toMatchObject({ step: 3, lane: "Walidata / Diskominfo" });
    expect(request.visits.map((visit) => visit.step)).toEqual([1, 2, 3]);
  });

  it("walks to selesai by Ya and to ditolak by Tidak", async () => {
    open();
    const outcomes: (string | null)[] = [];
    for (const branch of ["Ya", "Tidak"]) {
      let request = await lajur.call("request.create", intake);
      while (request.current !== null) {
        const { step, branches } = request.current;
        const decision = branches.length > 0 ? { branch } : {};
        request = await lajur.call("step.complete", { request: request.id, step, ...decision });
      }
      outcomes.push(request.outcome);
      expect(request.status).toBe("ended");
    }
    expect(outcomes).toEqual(["selesai", "ditolak"]);
  });

  it("completed twice by a double click is recorded once", async () => {
    open();
    const { id } = await lajur.call("request.create", intake);
    await lajur.call("step.complete", { request: id, step: 1 });
    const before = await lajur.call("history.list", { request: id });
    const refusal = await lajur.refusal("step.complete", { request: id, step: 1 });
    expect(refusal).toMatchObject({ code: "step_already_done", field: "step" });
    expect(await lajur.call("history.list", { request: id })).toEqual(before);
  });

  it("refuses a step it does not stand on, an unknown one, and a decision without its word", async () => {
    open();
    const { id } = await lajur.call("request.create", { ...intake, letterInHand: true });
    const complete = (params: object) => lajur.refusal("step.complete", { request: id, ...params });
    expect((await complete({ step: 7 })).code).toBe("step_not_current");
    expect((await complete({ step: 11 })).code).toBe("step_unknown");
    expect((await complete({ step: 3, branch: "Ya" })).code).toBe("branch_not_allowed");
    await lajur.call("step.complete", { request: id, step: 3 });
    expect((await complete({ step: 4 })).code).toBe("branch_required");
    expect((await complete({ step: 4, branch: "Mungkin" })).code).toBe("branch_unknown");
  });

  it("takes back the last step with a reason, out of its end too", async () => {
    open();
    const { id } = await lajur.call("request.create", { ...intake, letterInHand: true });
    for (const [step, branch] of [[3], [4, "Tidak"], [5], [6]] as [number, string?][]) {
      await lajur.call("step.complete", { request: id, step, branch });
    }
    const ended = await lajur.call("request.get", { id });
    expect(ended.outcome).toBe("ditolak");
    const reopened = await lajur.call("step.undo", { request: id, reason: "Surat belum diterima" });
    expect(reopened).toMatchObject({ status: "running", outcome: null, current: { step: 6 } });
    expect((await lajur.refusal("step.undo", { request: id, reason: " " })).code).toBe(
      "text_empty",
    );
  });

  it("cancelled with a reason takes no more steps", async () => {
    open();
    const { id } = await lajur.call("request.create", intake);
    const cancelled = await lajur.call("request.cancel", { request: id, reason: "Surat ganda" });
    expect(cancelled).toMatchObject({ status: "cancelled", current: null });
    for (const [method, params] of [
      ["step.complete", { request: id, step: 1 }],
      ["step.undo", { request: id, reason: "keliru" }],
      ["request.cancel", { request: id, reason: "lagi" }],
      ["note.add", { request: id, text: "catatan" }],
    ] as const) {
      expect((await lajur.refusal(method, params)).code).toBe("request_closed");
    }
  });

  it("keeps its list of available data item by item", async () => {
    open();
    const { id } = await lajur.call("request.create", intake);
    await lajur.call("request.assess", {
      request: id,
      items: [
        { no: 1, availability: "available" },
        { no: 2, availability: "unavailable" },
      ],
    });
    const found = await lajur.call("request.assess", {
      request: id,
      items: [{ no: 2, availability: "partial", note: "Hanya 2023–2025" }],
    });
    expect(found.items.map((item) => [item.availability, item.availabilityNote])).toEqual([
      ["available", ""],
      ["partial", "Hanya 2023–2025"],
    ]);
    const wrong = { request: id, items: [{ no: 3, availability: "available" }] };
    expect(await lajur.refusal("request.assess", wrong)).toMatchObject({
      code: "item_unknown",
      field: "items.0.no",
    });
  });

  it("takes a disposition with its recipients, not one that should have been done yesterday", async () => {
    open();
    const { id } = await lajur.call("request.create", intake);
    const given = { request: id, to: ["Staf Statistik"], due: "2026-11-15" };
    expect(await lajur.refusal("disposition.give", given)).toMatchObject({
      code: "date_in_past",
      field: "due",
    });
    const nobody = { request: id, to: [] };
    expect((await lajur.refusal("disposition.give", nobody)).code).toBe("recipient_missing");
    const after = await lajur.call("disposition.give", { ...given, due: "2026-11-16" });
    expect(after.dispositions).toMatchObject([{ to: ["Staf Statistik"], due: "2026-11-16" }]);
  });

  it("is found by words in number, subject and requester, and by lane", async () => {
    open();
    await lajur.call("request.create", { ...intake, letterInHand: true });
    await lajur.call("request.create", {
      ...intake,
      subject: "100% data_UMKM",
      requester: { name: "Siti" },
    });
    const subjects = async (filter: object) =>
      (await lajur.call("request.list", filter)).rows.map((row) => row.subject);
    expect(await subjects({ words: "umkm siti" })).toEqual(["100% data_UMKM"]);
    expect(await subjects({ words: "100%" })).toEqual(["100% data_UMKM"]);
    expect(await subjects({ words: "a_U" })).toEqual(["100% data_UMKM"]);
    expect(await subjects({ words: "2026/0001" })).toHaveLength(1);
    expect(await subjects({ lanes: ["Pemohon Data"] })).toEqual(["100% data_UMKM"]);
    expect(await subjects({ status: "ended" })).toEqual([]);
    const page = await lajur.call("request.list", { limit: 1, offset: 1, sort: "oldest" });
    expect(page).toMatchObject({ total: 2, rows: [{ number: "2026/0002" }] });
  });

  it("names everything that is wrong at its field and records nothing", async () => {
    open();
    const refusal = await lajur.refusal("request.create", {
      ...intake,
      subject: "",
      requester: { name: "A\u0007yu", email: "bukan alamat" },
      items: [{ name: "x".repeat(301) }],
    });
    expect(refusal.code).toBe("params_invalid");
    expect(refusal.fields?.map((field) => `${field.field} ${field.code}`)).toEqual([
      "subject text_empty",
      "requester.name text_control",
      "requester.email email_invalid",
      "items.0.name text_too_long",
    ]);
    expect(await lajur.refusal("request.create", { ...intake, items: [] })).toMatchObject({
      code: "items_empty",
      field: "items",
    });
    expect((await lajur.call("request.list", {})).total).toBe(0);
    const next = await lajur.call("request.create", intake);
    expect(next.number).toBe("2026/0001");
  });

  it("refuses a date that has not come, counted in the office's zone", async () => {
    lajur = openCore({ now: () => Date.parse("2026-11-16T18:00:00Z") });
    const tomorrow = { ...intake, letter: { date: "2026-11-18" } };
    expect(await lajur.refusal("request.create", tomorrow)).toMatchObject({
      code: "date_in_future",
      field: "letter.date",
    });
    const received = { ...intake, received: "2026-11-18" };
    expect((await lajur.refusal("request.create", received)).field).toBe("received");
    const today = await lajur.call("request.create", { ...intake, received: "2026-11-17" });
    expect(today.received).toBe("2026-11-17");
  });

  it("keeps text as it was typed", async () => {
    open();
    const name = `  “D'Artagnan” \u202Eقلم\u202C 👩‍🌾 O’Néill `;
    const request = await lajur.call("request.create", { ...intake, requester: { name } });
    expect((await lajur.call("request.get", { id: request.id })).requester?.name).toBe(name);
  });

  it("offers requesters seen before", async () => {
    open();
    await lajur.call("request.create", intake);
    await lajur.call("request.create", intake);
    const found = await lajur.call("requester.find", { words: "contoh" });
    expect(found.map((one) => [one.name, one.institution])).toEqual([
      ["Ayu Contoh", "Universitas Contoh"],
    ]);
  });
});

describe("who is at work", () => {
  const as = (user: string | null): CallContext => ({ origin: "window", user });
  it("must be chosen in the window once there are users", async () => {
    open();
    const user = await lajur.call("user.save", { name: "Rina", post: "Staf" }, as(null));
    expect((await lajur.refusal("request.create", intake, as(null))).code).toBe("user_required");
    expect((await lajur.refusal("request.create", intake, as("x"))).code).toBe("user_unknown");
    const request = await lajur.call("request.create", intake, as(user.id));
    expect(request.registered.by).toEqual({ id: user.id, name: "Rina" });
    const last = await lajur.refusal("user.save", { ...user, active: false }, as(user.id));
    expect(last.code).toBe("user_last");
  });
});

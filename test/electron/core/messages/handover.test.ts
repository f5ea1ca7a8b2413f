import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { IncomingStep } from "#shared/public-request/contract.ts";
import type { ReceivedMessage, SentMessage } from "#shared/sync/messages.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";
import { mailOf, withMail } from "../../../support/messages.ts";

const KOMINFO = { id: "o-kominfo", name: "Dinas Kominfo Contoh" };
const PERTANIAN = { id: "o-pertanian", name: "Dinas Pertanian Contoh" };

let asking: TestCore;
let asked: TestCore;
let request: string;

beforeEach(async () => {
  asking = openCore();
  asked = openCore();
  mailOf(asking.folder).offices(KOMINFO, PERTANIAN);
  const made = await asking.call("request.create", {
    ...intake,
    subject: "Data panen untuk skripsi Ayu Contoh",
    letterInHand: true,
  });
  request = made.id;
  await asking.call("note.add", { request, text: "Rahasia dapur: jangan sampai keluar" });
});
afterEach(async () => {
  await asking.dispose();
  await asked.dispose();
});

const attach = async (core: TestCore, id: string, name: string, text: string): Promise<string> => {
  const path = join(core.folder, name);
  writeFileSync(path, text);
  return (await core.call("file.attach", { request: id, path })).file.id;
};

/** What the portal would hand on to the office it is for. */
const received = (messages: readonly SentMessage[], from: typeof KOMINFO): ReceivedMessage[] =>
  messages.flatMap((one) => {
    if (!("to" in one)) return [];
    const { to: _, ...message } = one;
    return [{ ...message, from: { office: from.id, name: from.name } }];
  });

const step = async (): Promise<IncomingStep> => {
  const { rows } = await asked.call("incoming.list", { scope: "all" });
  const found = await asked.call("incoming.get", { message: rows[0]?.message ?? "" });
  if (found.kind !== "step") throw new Error("not a step");
  return found;
};

const hand = async (): Promise<SentMessage[]> => {
  const map = await attach(asking, request, "peta Ayu Contoh.txt", "peta");
  await attach(asking, request, "ktp.txt", "kartu");
  await asking.call("handover.ask", {
    request,
    office: PERTANIAN.id,
    note: "Mohon data luas panen untuk Ayu Contoh",
    items: [2],
    files: [map],
  });
  const sent = mailOf(asking.folder).take();
  asked = await withMail(asked, ...received(sent, KOMINFO));
  return sent;
};

const back = async (): Promise<void> => {
  asking = await withMail(asking, ...received(mailOf(asked.folder).take(), PERTANIAN));
};

test("a handed step holds what was chosen and nothing of the requester or of inner notes", async () => {
  const sent = await hand();
  expect(sent.map(({ type }) => type)).toEqual(["handover.asked"]);
  const json = JSON.stringify(sent);
  for (const word of ["Ayu", "Universitas", "Rahasia dapur", "ktp", "118/UN99", "Produksi padi"]) {
    expect(json).not.toContain(word);
  }
  const found = await step();
  expect(found).toMatchObject({
    office: KOMINFO.name,
    subject: "Data panen untuk skripsi pemohon",
    note: "Mohon data luas panen untuk pemohon",
    items: [{ name: "Luas panen per kecamatan" }],
    files: [{ name: "peta pemohon.txt", here: false }],
    state: "waiting",
  });
});

test("a step is handed once until it is answered", async () => {
  await hand();
  const refusal = await asking.refusal("handover.ask", { request, office: PERTANIAN.id });
  expect(refusal.code).toBe("handover_open");
  const unknown = await asking.refusal("handover.ask", { request, office: "o-lain" });
  expect(unknown.code).toBe("handover_office");
});

test("an answer completes the step with its branch, its words and its files, by the other office", async () => {
  await hand();
  const { step: what, message } = await step();
  const before = await asking.call("request.get", { id: request });
  const branch = what.branches[0] ?? null;
  const path = join(asked.folder, "panen.csv");
  writeFileSync(path, "kecamatan;hektare");
  await asked.call("handover.answer", { message, branch, note: "Terlampir", paths: [path] });
  await back();
  const after = await asking.call("request.get", { id: request });
  expect(after.current?.step).not.toBe(before.current?.step);
  const done = after.visits.find(
    (one) => one.step === before.current?.step && one.visit === before.current.visit,
  );
  expect(done).toMatchObject({ branch, by: { name: `${PERTANIAN.name}: Baris perintah` } });
  expect(after.files.map(({ name }) => name)).toContain("panen.csv");
  expect(after.notes.map(({ text }) => text)).toContain("Terlampir");
  expect(after.handovers).toMatchObject([{ state: "answered", office: PERTANIAN.name }]);
  expect((await step()).state).toBe("answered");
});

test("the same answer taken over twice is written once", async () => {
  await hand();
  const { step: what, message } = await step();
  await asked.call("handover.answer", { message, branch: what.branches[0] ?? null, note: "Sudah" });
  const answer = received(mailOf(asked.folder).take(), PERTANIAN);
  asking = await withMail(asking, ...answer);
  const first = await asking.call("history.list", { request });
  asking = await withMail(asking, ...answer);
  expect(await asking.call("history.list", { request })).toEqual(first);
});

test("an answer that comes after the step was completed here only adds what it brings", async () => {
  await hand();
  const { step: what, message } = await step();
  const { current } = await asking.call("request.get", { id: request });
  await asking.call("step.complete", {
    request,
    step: current?.step ?? 0,
    ...(current?.branches[0] !== undefined && { branch: current.branches[0] }),
  });
  const moved = await asking.call("request.get", { id: request });
  await asked.call("handover.answer", { message, branch: what.branches[0] ?? null, note: "Telat" });
  await back();
  const after = await asking.call("request.get", { id: request });
  expect(after.current).toEqual(moved.current);
  expect(after.notes.map(({ text }) => text)).toContain("Telat");
});

test("the other office is told when the step is needed no more", async () => {
  await hand();
  const { current } = await asking.call("request.get", { id: request });
  await asking.call("step.complete", {
    request,
    step: current?.step ?? 0,
    ...(current?.branches[0] !== undefined && { branch: current.branches[0] }),
  });
  asked = await withMail(asked, ...received(mailOf(asking.folder).take(), KOMINFO));
  expect((await step()).state).toBe("recalled");
  const { message } = await step();
  const refusal = await asked.refusal("handover.answer", { message, note: "Terlambat" });
  expect(refusal.code).toBe("handover_settled");
});

test("a declined step is shown with its reason and waits here again", async () => {
  await hand();
  const { message } = await step();
  const before = await asking.call("request.get", { id: request });
  await asked.call("handover.decline", { message, reason: "Bukan data kami" });
  await back();
  const after = await asking.call("request.get", { id: request });
  expect(after.current).toEqual(before.current);
  expect(after.handovers).toMatchObject([
    { state: "declined", reply: { note: "Bukan data kami", by: "Baris perintah" } },
  ]);
  // It may be handed to somebody else now.
  await asking.call("handover.ask", { request, office: PERTANIAN.id });
});

test("a recalled step is gone from the other office's work", async () => {
  await hand();
  const { handovers } = await asking.call("request.get", { id: request });
  await asking.call("handover.recall", {
    request,
    handover: handovers[0]?.id ?? "",
    reason: "Sudah ada datanya",
  });
  asked = await withMail(asked, ...received(mailOf(asking.folder).take(), KOMINFO));
  expect((await asked.call("incoming.list", {})).waiting).toBe(0);
  expect(await step()).toMatchObject({ state: "recalled", reason: "Sudah ada datanya" });
});

test("only the office that was asked can answer", async () => {
  await hand();
  const { message } = await step();
  await asked.call("handover.decline", { message, reason: "Bukan data kami" });
  const forged = received(mailOf(asked.folder).take(), { id: "o-lain", name: "Kantor lain" });
  asking = await withMail(asking, ...forged);
  const { handovers } = await asking.call("request.get", { id: request });
  expect(handovers).toMatchObject([{ state: "open", reply: null }]);
});

test("an answer says something, and decides in the other office's own words", async () => {
  await hand();
  const { step: what, message } = await step();
  if (what.branches.length === 0) {
    const empty = await asked.refusal("handover.answer", { message });
    expect(empty.code).toBe("handover_empty");
    const odd = await asked.refusal("handover.answer", { message, branch: "ya", note: "x" });
    expect(odd.code).toBe("branch_not_allowed");
    return;
  }
  const none = await asked.refusal("handover.answer", { message, note: "x" });
  expect(none.code).toBe("branch_required");
  const odd = await asked.refusal("handover.answer", { message, branch: "entah", note: "x" });
  expect(odd.code).toBe("branch_unknown");
});

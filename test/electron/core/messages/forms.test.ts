import { afterEach, beforeEach, expect, test } from "vitest";
import type { IncomingForm } from "#shared/public-request/contract.ts";
import type { SentMessage } from "#shared/sync/messages.ts";
import { openCore, type TestCore } from "../../../support/core.ts";
import { mailOf, requested, withMail } from "../../../support/messages.ts";

const FORM = "m-form";
const HASH = "a".repeat(64);
let core: TestCore;

beforeEach(async () => {
  core = await withMail(openCore(), requested());
});
afterEach(() => core.dispose());

const form = async (): Promise<IncomingForm> => {
  const found = await core.call("incoming.get", { message: FORM });
  if (found.kind !== "form") throw new Error("not a form");
  return found;
};

const accept = async (sop = "magetan-permintaan-data") => {
  const { requester, subject, items, purpose, delivery } = await form();
  return core.call("incoming.accept", {
    message: FORM,
    sop,
    requester,
    subject,
    items,
    purpose,
    delivery,
  });
};

type Shown = Extract<SentMessage, { type: "public.shown" }>["body"];
const lastShown = (messages: readonly SentMessage[]): Shown => {
  const shown = messages.findLast((one) => one.type === "public.shown");
  if (shown?.type !== "public.shown") throw new Error("nothing was shown");
  return shown.body;
};

test("a form from the portal waits in the list with who asked and for what", async () => {
  const { waiting, rows } = await core.call("incoming.list", {});
  expect(waiting).toBe(1);
  expect(rows).toMatchObject([
    { message: FORM, kind: "form", from: "Sari Contoh Lestari", state: "waiting", again: false },
  ]);
});

test("an accepted form is a request with a number, its requester sealed, and gone from the list", async () => {
  const { request, number } = await accept();
  const detail = await core.call("request.get", { id: request });
  expect(detail).toMatchObject({
    number,
    subject: "Data luas panen padi",
    requester: { name: "Sari Contoh Lestari" },
    portal: { tracking: "P-2026-0007", withdrawal: null, releases: [] },
    received: "2026-11-16",
  });
  expect((await core.call("incoming.list", {})).waiting).toBe(0);
  const all = await core.call("incoming.list", { scope: "all" });
  expect(all.rows).toMatchObject([{ state: "accepted", request: { id: request, number } }]);
  const again = await core.refusal("incoming.accept", {
    message: FORM,
    sop: "magetan-permintaan-data",
    requester: { name: "Sari" },
    subject: "Data",
    items: [{ name: "Data" }],
    delivery: "drive",
  });
  expect(again.code).toBe("message_settled");
});

test("two PCs that accept the same form make one request", async () => {
  const other = await withMail(openCore(), requested());
  try {
    const here = await accept();
    const first = core;
    core = other;
    const there = await accept();
    core = first;
    expect(there.request).toBe(here.request);
  } finally {
    await other.dispose();
  }
});

test("after every event the portal is told where the request stands, in public words only", async () => {
  const { request, number } = await accept();
  await core.call("note.add", { request, text: "Catatan dalam: jangan dibuka" });
  const first = lastShown(mailOf(core.folder).take());
  expect(first).toMatchObject({ tracking: "P-2026-0007", status: "running", number });
  expect(first.steps.filter(({ state }) => state === "now")).toHaveLength(1);
  expect(first.steps.map(({ state }) => state)).toContain("done");
  expect(JSON.stringify(first)).not.toContain("Catatan dalam");
  expect(JSON.stringify(first)).not.toContain("Sari");
  await core.call("request.pause", { request, reason: "Tahun data belum jelas" });
  const paused = lastShown(mailOf(core.folder).take());
  expect(paused).toMatchObject({ status: "paused", message: "Tahun data belum jelas" });
  expect(paused.revision).toBeGreaterThan(first.revision);
});

test("a form sent back waits again once the requester has answered, and the answer goes with it", async () => {
  await core.call("incoming.return", { message: FORM, text: "Tahun berapa, Sari Contoh Lestari?" });
  expect((await form()).state).toBe("returned");
  const shown = lastShown(mailOf(core.folder).take());
  expect(shown).toMatchObject({ status: "incomplete", revision: 1 });
  expect(shown.message).toContain("Sari Contoh Lestari");
  // The office's own stream keeps nobody's name.
  expect((await form()).decisions[0]?.words).toBe("Tahun berapa, pemohon?");
  core = await withMail(core, {
    id: "m-reply",
    at: "2026-11-17T02:00:00.000Z",
    type: "public.replied",
    from: "public",
    body: {
      tracking: "P-2026-0007",
      text: "Tahun 2021 sampai 2025.",
      files: [{ name: "surat.pdf", size: 9, sha256: HASH }],
    },
  });
  const { rows } = await core.call("incoming.list", {});
  expect(rows).toMatchObject([{ state: "waiting", again: true, files: 1 }]);
  expect((await form()).later).toMatchObject([{ text: "Tahun 2021 sampai 2025." }]);
  const { request } = await accept();
  const detail = await core.call("request.get", { id: request });
  expect(detail.files).toMatchObject([{ name: "surat.pdf", by: { id: "portal" } }]);
  expect(detail.notes).toMatchObject([{ text: "Tahun 2021 sampai 2025.", by: { id: "portal" } }]);
});

test("a refused form is told to the requester, and is no request", async () => {
  await core.call("incoming.refuse", { message: FORM, reason: "Bukan kewenangan kantor ini" });
  expect((await form()).state).toBe("refused");
  expect((await core.call("request.list", {})).total).toBe(0);
  expect(lastShown(mailOf(core.folder).take())).toMatchObject({
    status: "refused",
    message: "Bukan kewenangan kantor ini",
  });
});

test("a refused form is deleted for good, with the files that came with it", async () => {
  const open = await core.refusal("incoming.forget", { message: FORM });
  expect(open.code).toBe("form_open");
  await core.call("incoming.refuse", { message: FORM, reason: "Bukan kewenangan kantor ini" });
  await core.call("incoming.forget", { message: FORM });
  expect((await core.refusal("incoming.get", { message: FORM })).code).toBe("message_settled");
  const { rows } = await core.call("incoming.list", { scope: "all" });
  expect(rows).toMatchObject([{ state: "refused", from: "", subject: "" }]);
  // What the requester is to read goes out all the same.
  expect(lastShown(mailOf(core.folder).take()).status).toBe("refused");
  // Coming once more out of the feed it stays deleted.
  core = await withMail(core, requested());
  expect((await core.refusal("incoming.get", { message: FORM })).code).toBe("message_settled");
});

test("a form that was withdrawn cannot be accepted any more", async () => {
  core = await withMail(core, {
    id: "m-withdrawn",
    at: "2026-11-17T02:00:00.000Z",
    type: "public.withdrawn",
    from: "public",
    body: { tracking: "P-2026-0007", reason: "Sudah dapat" },
  });
  expect((await core.call("incoming.list", {})).waiting).toBe(0);
  const refusal = await core.refusal("incoming.return", { message: FORM, text: "Lengkapi" });
  expect(refusal.code).toBe("form_withdrawn");
});

test("a reply to a registered request ends the pause, once, with its files", async () => {
  const { request } = await accept();
  await core.call("request.pause", { request, reason: "Menunggu pemohon" });
  const reply = {
    id: "m-reply",
    at: "2026-11-17T02:00:00.000Z",
    type: "public.replied",
    from: "public",
    body: {
      tracking: "P-2026-0007",
      text: "Ini surat pengantarnya.",
      files: [{ name: "pengantar.pdf", size: 9, sha256: HASH }],
    },
  } as const;
  const message = { ...reply, body: { ...reply.body, files: [...reply.body.files] } };
  core = await withMail(core, message);
  core = await withMail(core, message);
  const detail = await core.call("request.get", { id: request });
  expect(detail.paused).toBe(false);
  expect(detail.files).toMatchObject([{ name: "pengantar.pdf" }]);
  expect(detail.notes).toMatchObject([{ text: "Ini surat pengantarnya." }]);
});

test("what another office sends under a requester's number is not taken for the requester", async () => {
  const { request } = await accept();
  core = await withMail(core, {
    id: "m-forged",
    at: "2026-11-17T02:00:00.000Z",
    type: "public.withdrawn",
    from: { office: "o-lain", name: "Kantor lain" },
    body: { tracking: "P-2026-0007", reason: "Palsu" },
  });
  expect((await core.call("request.get", { id: request })).portal?.withdrawal).toBeNull();
});

test("a withdrawal and an objection stand on the request they are about", async () => {
  const { request } = await accept();
  core = await withMail(
    core,
    {
      id: "m-objected",
      at: "2026-11-17T02:00:00.000Z",
      type: "public.objected",
      from: "public",
      body: { tracking: "P-2026-0007", grounds: "Jawaban tidak lengkap", files: [] },
    },
    {
      id: "m-withdrawn",
      at: "2026-11-18T02:00:00.000Z",
      type: "public.withdrawn",
      from: "public",
      body: { tracking: "P-2026-0007", reason: "Sudah dapat" },
    },
  );
  const detail = await core.call("request.get", { id: request });
  expect(detail.objections).toMatchObject([
    { grounds: "Jawaban tidak lengkap", received: "2026-11-17", answer: null },
  ]);
  expect(detail.portal?.withdrawal).toMatchObject({ reason: "Sudah dapat" });
});

test("the messages of an accepted form keep nothing of its words", async () => {
  await accept();
  const refusal = await core.refusal("incoming.get", { message: FORM });
  expect(refusal.code).toBe("message_settled");
});

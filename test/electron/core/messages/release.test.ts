import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SentMessage } from "#shared/sync/messages.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";
import { mailOf, requested, withMail } from "../../../support/messages.ts";
import { demoOffice } from "#core/demo/office.ts";

let core: TestCore;
let request: string;

beforeEach(async () => {
  core = await withMail(openCore(), requested());
  await core.call("office.save", demoOffice);
  const made = await core.call("incoming.accept", {
    message: "m-form",
    sop: "magetan-permintaan-data",
    subject: "Data luas panen padi",
    requester: { kind: "individual", name: "Sari Contoh Lestari" },
    items: [{ name: "Luas panen padi" }],
    delivery: "drive",
  });
  request = made.request;
  mailOf(core.folder).take();
});
afterEach(() => core.dispose());

const attach = async (name: string, text: string): Promise<string> => {
  const path = join(core.folder, name);
  writeFileSync(path, text);
  return (await core.call("file.attach", { request, path })).file.id;
};

const released = (sent: readonly SentMessage[]) => {
  const found = sent.find((one) => one.type === "public.released");
  if (found?.type !== "public.released") throw new Error("nothing was released");
  return found.body;
};

test("a released answer names the chosen files, and the letter as it prints", async () => {
  const file = await attach("panen.csv", "kecamatan;hektare");
  await attach("catatan-dalam.txt", "rahasia");
  const { documents } = await core.call("document.issue", {
    request,
    kind: "refusal",
    reasons: ["Data belum lengkap"],
  });
  const letter = documents[0]?.id ?? "";
  const done = await core.call("answer.release", {
    request,
    text: "Terlampir",
    files: [file],
    letters: [letter],
    expires: "2099-12-31",
  });
  const body = released(mailOf(core.folder).take());
  expect(body).toMatchObject({
    tracking: "P-2026-0007",
    release: done.release,
    text: "Terlampir",
    expires: "2099-12-31",
  });
  expect(body.files.map(({ name }) => name)).toEqual([
    "panen.csv",
    expect.stringMatching(/^Surat penolakan .*\.pdf$/),
  ]);
  const pdf = body.files[1]?.sha256 ?? "";
  const bytes = readFileSync(join(core.folder, "files", pdf.slice(0, 2), pdf));
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const detail = await core.call("request.get", { id: request });
  expect(detail.portal?.releases).toMatchObject([{ text: "Terlampir", expires: "2099-12-31" }]);
  // The very bytes that were handed out stay with the request.
  expect(detail.files.map(({ sha256 }) => sha256)).toContain(pdf);
});

test("an answer expires 30 days from today unless another day is said", async () => {
  const { expires } = await core.call("answer.release", { request, text: "Silakan datang" });
  const days = (Date.parse(expires) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(28);
  expect(days).toBeLessThan(31);
});

test("an answer that says nothing, has expired or is not public is refused", async () => {
  const empty = await core.refusal("answer.release", { request });
  expect(empty.code).toBe("release_empty");
  const past = await core.refusal("answer.release", {
    request,
    text: "x",
    expires: "2020-01-01",
  });
  expect(past.code).toBe("release_expired");
  const other = await core.call("request.create", intake);
  const paper = await core.refusal("answer.release", { request: other.id, text: "x" });
  expect(paper.code).toBe("release_not_public");
  const unnumbered = await core.call("letter.draft", { request, kind: "refusal" });
  const draft = await core.refusal("answer.release", {
    request,
    letters: [unnumbered.letter.id],
  });
  expect(draft.code).toBe("letter_without_number");
});

test("nothing of a requester whose identity was erased stays in what came or goes", async () => {
  await core.call("answer.release", { request, text: "Untuk Sari Contoh Lestari" });
  await core.call("request.cancel", { request, reason: "Selesai" });
  await core.call("identity.erase", { request, reason: "Diminta", confirmed: true });
  expect(JSON.stringify(mailOf(core.folder).take())).not.toContain("Sari");
});

import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { demoOffice } from "#core/demo/office.ts";
import { checkCode, vouchedText } from "#shared/letter/check-code.ts";
import type { IssuedDocument } from "#shared/request/events.ts";
import { intake, type TestCore } from "../../support/core.ts";
import { type OfficePortal, openOfficePortal, openPc } from "../../support/office-portal.ts";

let portal: OfficePortal;
let pc: TestCore;
beforeEach(async () => {
  portal = await openOfficePortal();
  pc = openPc();
});
afterEach(async () => {
  await pc.dispose();
  await portal.close();
});

/** The letter as its paper says it: the requester's words stand in it. */
function issuedOn(folder: string): IssuedDocument {
  const db = new Database(join(folder, "archive.sqlite"), { readonly: true });
  const body = db.prepare("SELECT body FROM event WHERE type = 'document.issued'").pluck().get();
  db.close();
  return JSON.parse(String(body).replaceAll(/⟪\w+\.name⟫/g, "Ayu Contoh")) as IssuedDocument;
}

test("a code that a PC printed is told alike by the PC and by the portal it synced with", async () => {
  const office = await portal.office("Dinas Kominfo Kabupaten Contoh");
  await pc.call("office.save", { ...demoOffice, portalUrl: portal.url });
  const { id: request } = await pc.call("request.create", intake);
  await pc.call("document.issue", {
    request,
    kind: "refusal",
    reasons: ["Data yang diminta Ayu Contoh tidak dikuasai."],
  });
  const issued = issuedOn(pc.folder);
  expect(JSON.stringify(issued)).toContain("Ayu Contoh");
  const digest = createHash("sha256").update(vouchedText(issued)).digest("hex");
  const code = checkCode({ number: issued.number, date: issued.date, digest }, portal.url);
  expect(await pc.call("letter.verify", { code })).toMatchObject({ verdict: "same" });

  const look = async (): Promise<string> => (await fetch(code)).text();
  expect(await look()).toContain("Surat tidak dikenal");
  await pc.call("sync.join", { url: portal.url, code: await portal.code(office), name: "PC A" });
  await pc.call("sync.now", {});
  const page = await look();
  expect(page).toContain("Surat berlaku");
  expect(page).toContain(demoOffice.name);
  const letter = { request, letter: issued.id, reason: "Keliru." };
  await pc.call("letter.void", letter);
  await pc.call("sync.now", {});
  expect(await look()).toContain("Surat sudah dibatalkan");
});

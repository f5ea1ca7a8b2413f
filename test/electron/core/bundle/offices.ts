import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { demoOffice } from "#core/demo/office.ts";
import { intake, openCore, type TestCore } from "../../../support/core.ts";

/** Two offices, and a request of the first one with a letter and attachments. */

export const OFFICE_A = demoOffice;
export const OFFICE_B = { ...demoOffice, name: "BADAN PERENCANAAN PEMBANGUNAN DAERAH" };

/** One red pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

export async function openOffice(office: typeof OFFICE_A): Promise<TestCore> {
  const core = openCore();
  await core.call("office.save", office);
  return core;
}

/** Answers the request's id. The files lie in the archive's own folder until they are attached. */
export async function fullRequest(core: TestCore, extra: Record<string, Buffer> = {}) {
  const { id } = await core.call("request.create", { ...intake, letterInHand: true });
  const files: Record<string, Buffer> = {
    "data padi.csv": Buffer.from("kecamatan;ton\r\nContoh;12\r\n"),
    "foto surat.png": PNG,
    "rusak.pdf": Buffer.from("%PDF-1.4\nrusak"),
    ...extra,
  };
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(core.folder, name);
    writeFileSync(path, bytes);
    await core.call("file.attach", { request: id, path });
  }
  await core.call("request.assess", {
    request: id,
    items: [
      { no: 1, availability: "available", note: "BPS Kabupaten Contoh" },
      { no: 2, availability: "unavailable" },
    ],
  });
  await core.call("disposition.give", {
    request: id,
    to: ["Kepala Bidang Statistik"],
    instructions: ["Tindak lanjuti"],
    note: "Segera disiapkan untuk Ayu Contoh",
  });
  await core.call("step.complete", { request: id, step: 3, note: "Sudah dicek" });
  await core.call("document.issue", {
    request: id,
    kind: "refusal",
    reasons: ["Luas panen tidak dikumpulkan."],
  });
  return id;
}

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { intake, type TestCore } from "../../../support/core.ts";

/**
 * An archive with something of everything: the demo's office, requests at all stages, attachments
 * that are searched, drafts, a corrected and an erased identity, a classification, an opened log of
 * accesses. Answers the ids of requests that were made here.
 */
export async function fillArchive(lajur: TestCore): Promise<string[]> {
  await lajur.call("demo.fill", {});
  const { users } = await lajur.call("app.state", {});
  const as = { origin: "console", user: users[0]?.id ?? null } as const;
  const ids: string[] = [];
  for (const subject of ["Data luas panen", "Data jembatan rusak", "Data sekolah dasar"]) {
    const { id } = await lajur.call("request.create", { ...intake, subject }, as);
    ids.push(id);
    const path = join(lajur.folder, "..", `lampiran-${process.pid}-${ids.length}.txt`);
    writeFileSync(path, `Lampiran ${subject}\n${"rincian kecamatan dan desa ".repeat(300)}`);
    await lajur.call("file.attach", { request: id, path }, as);
    rmSync(path);
    await lajur.call("note.add", { request: id, text: `Catatan tentang ${subject}` }, as);
  }
  const [first = "", second = ""] = ids;
  const requester = { ...intake.requester, name: "Ayu Contoh Lestari" } as never;
  await lajur.call("identity.correct", { request: first, requester, reason: "Salah ketik" }, as);
  await lajur.call(
    "identity.erase",
    { request: second, reason: "Diminta pemohon", confirmed: true },
    as,
  );
  await lajur.call("draft.begin", { sop: "magetan-permintaan-data" }, as);
  await lajur.call("request.get", { id: first }, as);
  return ids;
}

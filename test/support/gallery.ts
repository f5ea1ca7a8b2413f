import type { ParamsIn, RequestDetail } from "#shared/contract.ts";
import { offersOf } from "#shared/letter/offers.ts";
import { demoOffice } from "#core/demo/office.ts";
import { openCore, type TestCore } from "./core.ts";
import { letterTexts } from "./letter-texts.ts";

export type GalleryPaper = { name: string; pdf: Uint8Array; pages: number };

/** Papers of every SOP's own documents with plausible words, then every template by itself. */
export async function* galleryPapers(): AsyncGenerator<GalleryPaper> {
  const lajur = openCore({ now: () => Date.parse("2026-11-16T02:12:00Z") });
  try {
    await lajur.call("office.save", demoOffice);
    const templates = await lajur.call("template.list", {});
    const { sops } = await lajur.call("sop.list", {});
    const seen = new Set<string>();
    for (const { id: sop } of sops) {
      const { steps, requesterLane } = await lajur.call("sop.get", { id: sop });
      const request = await requestOf(lajur, sop, requesterLane !== null);
      const offered = steps.flatMap((step) =>
        offersOf(templates, step, request.requester !== null),
      );
      for (const kind of new Set(offered)) {
        seen.add(kind);
        yield { name: `${sop}--${kind}`, ...(await print(lajur, request, kind)) };
      }
    }
    const asked = await requestOf(lajur, "magetan-permintaan-data", true);
    for (const { id } of templates) {
      if (!seen.has(id)) yield { name: `templat--${id}`, ...(await print(lajur, asked, id)) };
    }
  } finally {
    await lajur.dispose();
  }
}

async function requestOf(lajur: TestCore, sop: string, asked: boolean): Promise<RequestDetail> {
  const order: ParamsIn<"request.create"> = asked
    ? { ...REQUEST, sop, letterInHand: true }
    : { sop, subject: "Produksi padi dan palawija tahun 2026" };
  const { id } = await lajur.call("request.create", order);
  if (!asked) return lajur.call("request.get", { id });
  await lajur.call("request.extend", {
    request: id,
    days: 5,
    reason: "Data dihimpun dari tiga OPD.",
  });
  return lajur.call("request.assess", {
    request: id,
    items: [
      { no: 1, availability: "available" },
      { no: 2, availability: "partial", note: "Baru sampai tahun 2024" },
      { no: 3, availability: "unavailable", note: "Tidak dihimpun" },
    ],
  });
}

/** With its number where it has one. */
async function print(lajur: TestCore, request: RequestDetail, kind: string) {
  const text = letterTexts[kind] ?? {};
  const order = { request: request.id, kind };
  const template =
    kind === "disposition" ? null : (await lajur.call("template.get", { id: kind })).template;
  const isNumbered = template !== null && template.register !== null;
  if (isNumbered) await lajur.call("document.issue", { ...text, ...order });
  const printed = await lajur.call("document.render", isNumbered ? order : { ...order, text });
  return { pdf: Buffer.from(printed.pdf ?? "", "base64"), pages: printed.pages };
}

const REQUEST = {
  subject: "Produksi padi dan palawija per kecamatan tahun 2021–2025",
  requester: {
    kind: "student" as const,
    name: "Ayu Contoh",
    identity: "NIM 20261234567",
    institution: "Universitas Contoh",
    address: "Jalan Kampus Nomor 7\nContoh 12346",
    phone: "0812-0000-0000",
    email: "ayu@contoh.ac.id",
  },
  items: [
    { name: "Produksi padi per kecamatan", period: "2021–2025", unit: "ton", format: "xlsx" },
    { name: "Luas panen palawija", period: "2021–2025", unit: "hektare", format: "xlsx" },
    { name: "Harga gabah di tingkat petani", period: "2025", unit: "Rp/kg", format: "csv" },
  ],
  purpose: "Penyusunan skripsi tentang ketahanan pangan kabupaten",
  delivery: "email" as const,
  letter: { number: "118/UN99/PT/2026", date: "2026-11-13" },
};

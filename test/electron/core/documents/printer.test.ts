import { createHash } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { createDocumentPrinter } from "#core/documents/printer.ts";
import { documentModel, type DocumentOrder } from "#shared/letter/model.ts";
import { DOCUMENT_KINDS, type Paper } from "#shared/request/model.ts";
import { issuedLetter, OFFICE, requestOf } from "../../../support/paper.ts";
import { readPdf } from "../../../support/pdf.ts";

const FONTS = new URL("../../../../resources/fonts", import.meta.url).pathname;
const printer = createDocumentPrinter({ fonts: FONTS });
afterAll(() => printer.close());

/** A PNG of one grey dot with an alpha channel. */
const DOT =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNoaGj4DwAFhAKAjM1mJgAAAABJRU5ErkJggg==";

const print = (order: Partial<DocumentOrder> & Pick<DocumentOrder, "kind">, paper: Paper = "A4") =>
  printer.render(
    documentModel({ office: OFFICE, request: requestOf(3), today: "2026-11-20", ...order }),
    paper,
  );
const read = async (...order: Parameters<typeof print>) => readPdf((await print(...order)).pdf);
const textOf = async (...order: Parameters<typeof print>) =>
  (await read(...order)).pages.map((page) => page.text).join("\n");

describe.each(DOCUMENT_KINDS)("%s", (kind) => {
  test("stands on A4 and on F4", async () => {
    const a4 = await read({ kind }, "A4");
    const f4 = await read({ kind }, "F4");
    for (const page of a4.pages) expect(page.size).toEqual([210, 297]);
    for (const page of f4.pages) expect(page.size).toEqual([215, 330]);
  });

  test("carries the kop, and the office and a title in its properties", async () => {
    const { pages, info } = await read({ kind });
    expect(pages[0]?.text).toContain("PEMERINTAH KABUPATEN CONTOH");
    expect(pages[0]?.text).toContain("DINAS KOMUNIKASI DAN INFORMATIKA");
    expect(pages[0]?.text).toContain("Jalan Merdeka Nomor 1, Contoh 12345");
    expect(info).toMatchObject({ Author: OFFICE.name, Language: "id", Creator: "Lajur" });
  });

  test("gives the same bytes for the same model, with a lambang and other scripts too", async () => {
    const order = {
      kind,
      office: { ...OFFICE, logo: DOT },
      request: requestOf(3, { subject: "Data harga 🙂 محمد عبد الله" }),
    };
    const hashes = new Set<string>();
    for (let time = 0; time < 4; time += 1) {
      const { pdf } = await print(order);
      hashes.add(createHash("sha256").update(pdf).digest("hex"));
      // Another document between, so that nothing it leaves behind shows.
      await print({ kind: "receipt", request: requestOf(1, { purpose: "éñ شكرا \u00a0 fi" }) });
    }
    expect(hashes.size).toBe(1);
  });

  test("prints text as it was typed, and nothing for marks that only order it", async () => {
    const odd = `Data "harga" ‘pasar’ é ñ Ż ḥ ½ 🙂 <b>&amp; \u200Fakhir\u200E\u202E`;
    const { requester } = requestOf(1);
    const request = requestOf(1, { subject: odd, requester: { ...requester, name: odd } });
    const text = await textOf({ kind, request });
    expect(text).toContain('Data "harga" ‘pasar’ é ñ Ż ḥ ½ 🙂 <b>&amp; akhir');
    expect(text).not.toMatch(/[\u200E\u200F\u202E\uFFFD]/);
  });

  test("prints names in scripts that run from the right", async () => {
    const subject = "Permohonan data שלום dan محمد عبد الله untuk laporan";
    expect(await textOf({ kind, request: requestOf(1, { subject }) })).toContain(subject);
  });

  test("a character that no font has prints a box and the rest goes on", async () => {
    expect(await textOf({ kind, request: requestOf(1, { subject: "Data 中 padi" }) })).toContain(
      "Data \uFFFD padi",
    );
  });

  test("long words without a space stay on the paper", async () => {
    const name = "PerkumpulanPeneliti".repeat(10);
    const requester = { ...requestOf(1).requester, name, institution: "" };
    const items = [
      { ...requestOf(1).items[0]!, name: "https://contoh.go.id/" + "data_".repeat(50) },
    ];
    const text = await textOf({ kind, request: requestOf(1, { requester, items }) });
    expect(text.replaceAll(" ", "")).toContain(name);
  });
});

describe("drafts", () => {
  test.each(["refusal", "delivery"] as const)("every page of a %s says so", async (kind) => {
    const { pages } = await read({ kind, request: requestOf(60) });
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.text).toContain("DRAF – belum bernomor");
  });

  test("a numbered letter does not", async () => {
    const request = requestOf(1, { documents: [issuedLetter("refusal")] });
    const text = await textOf({ kind: "refusal", request });
    expect(text).not.toContain("DRAF");
    expect(text).toContain("Nomor : 500.14/12/DISKOMINFO/XI/2026");
  });
});

describe("300 rows", () => {
  const HEADINGS = {
    receipt: "No Nama data Periode Satuan Format",
    refusal: "No Nama data Periode Satuan Ketersediaan Keterangan",
    delivery: "No Nama data Periode Satuan Format Keterangan",
  };
  test.each(["receipt", "refusal", "delivery"] as const)(
    "the list of a %s runs over pages under its heading, with page numbers",
    async (kind) => {
      const { pages } = await read({ kind, request: requestOf(300) });
      const listed = pages.filter((page) => page.text.includes("Produksi padi kecamatan ke-"));
      expect(listed.length).toBeGreaterThan(5);
      for (const page of listed) expect(page.text).toContain(HEADINGS[kind]);
      const all = pages.map((page) => page.text).join(" ");
      for (const row of [1, 150, 300]) expect(all).toContain(`Produksi padi kecamatan ke-${row} `);
      expect(pages[0]?.text).not.toContain("halaman 1");
      pages.slice(1).forEach((page, index) => {
        expect(page.text).toContain(`halaman ${index + 2} dari ${pages.length}`);
      });
    },
  );
});

test("the lampiran begins a page with the letter's number and date", async () => {
  const request = requestOf(2, { documents: [issuedLetter("refusal")] });
  const { pages } = await read({ kind: "refusal", request });
  expect(pages).toHaveLength(2);
  expect(pages[0]?.text).not.toContain("LIST KETERSEDIAAN DATA");
  expect(pages[1]?.text).toMatch(
    /Lampiran Surat Penolakan.*500\.14\/12\/DISKOMINFO\/XI\/2026.*19 November 2026.*LIST KETERSEDIAAN DATA/,
  );
});

test.each(Array.from({ length: 30 }, (_, index) => index + 1))(
  "a signature never stands alone on a page (%i rows)",
  async (rows) => {
    const reasons = Array.from({ length: Math.min(rows, 20) }, () =>
      "Data masih diolah. ".repeat(8),
    );
    const text = { reasons, note: "", date: "" as const, number: "" };
    const { pages } = await read({ kind: "refusal", request: requestOf(rows), text });
    const signed = pages.find((page) => page.text.includes("NIP 19760520 199511 2 001"));
    expect(signed?.text).toContain("Demikian disampaikan");
    expect(signed?.text).toContain("Kepala Dinas Komunikasi dan Informatika,");
    const delivery = await read({ kind: "delivery", request: requestOf(rows) });
    const last = delivery.pages.at(-1);
    expect(last?.text).toContain("Mohon tanda terima");
    expect(last?.text).toContain("NIP 19760520 199511 2 001");
  },
);

test("many recipients and a long note still set", async () => {
  const recipients = Array.from({ length: 40 }, (_, index) => `Kepala Seksi Wilayah ${index + 1}`);
  const note = "Perhatikan data yang dikecualikan. ".repeat(55);
  const text = await textOf({
    kind: "disposition",
    office: { ...OFFICE, recipients },
    disposition: { to: recipients.slice(0, 15), instructions: [], nature: "secret", note, due: "" },
  });
  expect(text).toContain("Kepala Seksi Wilayah 40");
  expect(text.match(/Perhatikan/g)).toHaveLength(55);
  expect(text).toContain("Dra. Siti Contoh, M.Si.");
});

test("a lambang that cannot be decoded leaves the letter without it", async () => {
  const logo = `data:image/png;base64,${Buffer.from("bukan gambar").toString("base64")}`;
  expect(await textOf({ kind: "receipt", office: { ...OFFICE, logo } })).toContain("TANDA TERIMA");
});

test("a short lembar disposisi keeps to the upper half of the page", async () => {
  for (const paper of ["A4", "F4"] as const) {
    const { pages } = await read({ kind: "disposition" }, paper);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.lowest).toBeLessThan((pages[0]?.size[1] ?? 0) / 2);
  }
});

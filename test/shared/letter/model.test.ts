import { describe, expect, test } from "vitest";
import { documentModel } from "#shared/letter/model.ts";
import type { Block, DocumentModel } from "#shared/letter/types.ts";
import { fileOf, issuedLetter, OFFICE, requestOf, visitOf } from "../../support/paper.ts";

const TODAY = "2026-11-20";

const blockOf = <T extends Block["type"]>(model: DocumentModel, type: T) => {
  const block = model.blocks.find((one) => one.type === type);
  if (block === undefined) throw new Error(`no ${type}`);
  return block as Extract<Block, { type: T }>;
};
const textOf = (model: DocumentModel): string => JSON.stringify(model.blocks);

describe("a letter without a number", () => {
  test("is a draft of today with dots for the number, whatever number was typed", () => {
    const text = { reasons: ["Tidak ada."], note: "", date: "" as const, number: "1/X/2026" };
    const model = documentModel({
      kind: "refusal",
      office: OFFICE,
      request: requestOf(1),
      text,
      today: TODAY,
    });
    expect(model.draft).toBe(true);
    expect(model.date).toBe(TODAY);
    expect(blockOf(model, "opening").fields[0]).toEqual({ label: "Nomor", value: "…………" });
    expect(textOf(model)).not.toContain("1/X/2026");
  });
});

describe("a letter with its number", () => {
  test("keeps the text it was issued with and ignores a draft's", () => {
    const model = documentModel({
      kind: "refusal",
      office: OFFICE,
      request: requestOf(1, { documents: [issuedLetter("refusal")] }),
      text: { reasons: ["Alasan lain."], note: "", date: "", number: "" },
      today: TODAY,
    });
    expect(model.draft).toBe(false);
    expect(model.date).toBe("2026-11-19");
    expect(blockOf(model, "numbered").items).toEqual(issuedLetter("refusal").reasons);
    expect(blockOf(model, "appendix").fields).toEqual([
      { label: "Nomor", value: "500.14/12/DISKOMINFO/XI/2026" },
      { label: "Tanggal", value: "19 November 2026" },
    ]);
  });

  test("a refusal names letter, registration, legal basis and the right to object", () => {
    const model = documentModel({
      kind: "refusal",
      office: OFFICE,
      request: requestOf(1),
      today: TODAY,
    });
    for (const part of [
      "118/UN99/PT/2026",
      "13 November 2026",
      "2026/0147",
      "Undang-Undang Nomor 14 Tahun 2008",
      "Peraturan Presiden Nomor 39 Tahun 2019",
      "30 (tiga puluh) hari kerja",
      OFFICE.objection,
    ]) {
      expect(textOf(model)).toContain(part);
    }
  });

  test("a request without number and date of a letter is not said to have them", () => {
    const request = requestOf(1, { letter: { number: "", date: "" } });
    const model = documentModel({ kind: "refusal", office: OFFICE, request, today: TODAY });
    expect(textOf(model)).toContain("Menindaklanjuti permohonan data Saudara perihal");
    expect(textOf(model)).not.toContain("nomor  ");
  });
});

test("the list of availability says what nobody has looked at", () => {
  const request = requestOf(2);
  request.items[0] = {
    ...request.items[0]!,
    availability: "partial",
    availabilityNote: "2023 saja",
  };
  const model = documentModel({ kind: "refusal", office: OFFICE, request, today: TODAY });
  const { rows } = blockOf(model, "table");
  expect(rows.map((row) => row.slice(4))).toEqual([
    ["Tersedia sebagian", "2023 saja"],
    ["Belum diperiksa", ""],
  ]);
});

describe("surat pengantar", () => {
  test("lists what is delivered and says how much is not", () => {
    const request = requestOf(4);
    const found = ["available", "partial", "unavailable", "excluded"] as const;
    request.items = request.items.map((item, index) => ({ ...item, availability: found[index]! }));
    const model = documentModel({ kind: "delivery", office: OFFICE, request, today: TODAY });
    expect(blockOf(model, "table").rows.map((row) => row[1])).toEqual([
      "Produksi padi kecamatan ke-1",
      "Produksi padi kecamatan ke-2",
    ]);
    expect(textOf(model)).toContain("Dari 4 (empat) data yang diminta, 2 (dua) data lainnya");
  });

  test("lists everything when nothing was assessed", () => {
    const model = documentModel({
      kind: "delivery",
      office: OFFICE,
      request: requestOf(3),
      today: TODAY,
    });
    expect(blockOf(model, "table").rows).toHaveLength(3);
  });

  test("names the files of the step it is written on and the one before, not later ones", () => {
    const request = requestOf(1, {
      documents: [issuedLetter("delivery")],
      visits: [
        visitOf(7, "2026-11-17T02:00:00Z"),
        visitOf(8, "2026-11-18T02:00:00Z"),
        visitOf(9, "2026-11-19T01:00:00Z"),
        visitOf(10, "2026-11-20T01:00:00Z"),
      ],
      files: [
        fileOf("mentah.xlsx", 7, "2026-11-17T03:00:00Z"),
        fileOf("olahan.xlsx", 8, "2026-11-18T03:00:00Z"),
        { ...fileOf("salah.xlsx", 8, "2026-11-18T03:00:00Z"), withdrawn: "salah" },
        fileOf("metadata.pdf", 9, "2026-11-19T02:00:00Z"),
        fileOf("susulan.pdf", 9, "2026-11-19T05:00:00Z"),
      ],
    });
    const model = documentModel({ kind: "delivery", office: OFFICE, request, today: TODAY });
    expect(blockOf(model, "fields").fields[1]).toEqual({
      label: "Berkas terlampir",
      value: "olahan.xlsx\nmetadata.pdf",
    });
    expect(blockOf(model, "opening").fields[2]?.value).toBe("2 (dua) berkas");
  });
});

describe("lembar disposisi", () => {
  const order = {
    kind: "disposition",
    office: OFFICE,
    request: requestOf(1),
    today: TODAY,
  } as const;

  test("without a disposition every box is empty and the date is left open", () => {
    const sheet = blockOf(documentModel(order), "disposition");
    expect(sheet.recipients.map((one) => one.text)).toEqual(OFFICE.recipients);
    expect(
      [...sheet.recipients, ...sheet.instructions, ...sheet.nature].map((one) => one.mark),
    ).toEqual(Array.from({ length: 8 }, () => ""));
    expect(sheet.signature.place).toMatch(/^Contoh, …+$/);
  });

  test("several recipients are numbered in their order, unlisted ones come last", () => {
    const disposition = {
      to: ["Staf Ahli", "Staf Statistik"],
      instructions: ["Proses lebih lanjut"],
      nature: "urgent" as const,
      note: "Segera.",
      due: "2026-11-20",
    };
    const sheet = blockOf(documentModel({ ...order, disposition }), "disposition");
    expect(sheet.recipients).toEqual([
      { text: "Sekretaris Dinas", mark: "" },
      { text: "Kepala Bidang Statistik", mark: "" },
      { text: "Staf Statistik", mark: "2" },
      { text: "Staf Ahli", mark: "1" },
    ]);
    expect(sheet.instructions[1]?.mark).toBe("✓");
    expect(sheet.nature.map((one) => one.mark)).toEqual(["", "✓", ""]);
    expect(sheet.due).toBe("Jumat, 20 November 2026");
    expect(sheet.signature.place).toBe("Contoh, 20 November 2026");
  });

  test("the latest disposition that was given is printed with its own day", () => {
    const given = {
      id: "p1",
      at: "2026-11-17T18:00:00Z",
      by: { id: "u1", name: "Rudi Contoh" },
      to: ["Staf Statistik"],
      instructions: [],
      nature: "ordinary" as const,
      note: "",
      due: "" as const,
    };
    const request = requestOf(1, { dispositions: [given] });
    const model = documentModel({ ...order, request });
    expect(model.date).toBe("2026-11-18");
    expect(blockOf(model, "disposition").recipients[2]?.mark).toBe("✓");
  });
});

test("the receipt says when it came, who took it and what happens next", () => {
  const model = documentModel({
    kind: "receipt",
    office: OFFICE,
    request: requestOf(2),
    officerPost: "Petugas Layanan",
    today: TODAY,
  });
  const { fields } = blockOf(model, "fields");
  const value = (label: string) => fields.find((field) => field.label === label)?.value;
  expect(value("Nomor registrasi")).toBe("2026/0147");
  expect(value("Diterima tanggal")).toBe("Senin, 16 November 2026");
  expect(value("Dicatat pada")).toBe("16 November 2026 pukul 09.12 WIB");
  expect(value("Surat permohonan")).toBe("Nomor 118/UN99/PT/2026 tanggal 13 November 2026");
  const signing = blockOf(model, "signatures");
  expect(signing.text).toContain("10 (sepuluh) hari kerja");
  expect(signing.right).toMatchObject({ name: "Rudi Contoh", details: ["Petugas Layanan"] });
});

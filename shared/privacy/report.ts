import { kopOf, officialSignature, placeAndDay } from "#shared/letter/office.ts";
import { REQUESTER_WORDS } from "#shared/letter/words.ts";
import type { Block, DocumentModel } from "#shared/letter/types.ts";
import type { Office } from "#shared/office.ts";
import type { Requester } from "#shared/request/model.ts";
import { longMoment, moment, plainDay, shortDay } from "#shared/time/format.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { AccessRow, Identity } from "./contract.ts";
import { ACCESS_WORDS } from "./words.ts";

/** One request of the requester, as far as the report tells of it. */
export type HeldRequest = {
  number: string;
  received: string;
  subject: string;
  state: string;
  /** Numbered letters that count, and attachments that were not withdrawn. */
  letters: number;
  files: number;
};

export type ReportOrder = {
  office: Office;
  requester: Requester;
  requests: readonly HeldRequest[];
  corrections: Identity["corrections"];
  /** Latest first. */
  accesses: readonly AccessRow[];
  accessTotal: number;
  /** ISO instant at which it was made. */
  at: string;
};

/** Rows of the access log on the paper; the whole log is the office's to show. */
export const MOST_ACCESSES = 12;

/**
 * What the office holds of one requester, for the requester (UU 27/2022: access within 3 x 24
 * hours). Pure.
 */
export function reportModel(order: ReportOrder): DocumentModel {
  const { office, requester, requests, at } = order;
  const date = dayOf(at, office.zone);
  return {
    kind: "data-pribadi",
    title: `Data pribadi ${requester.name}`,
    author: office.name,
    date,
    mark: "",
    reference: `Data pribadi ${requester.name}, keadaan ${plainDay(date)}`,
    style: office.letterStyle,
    kop: kopOf(office),
    blocks: [
      { type: "title", text: "DATA PRIBADI PEMOHON YANG DISIMPAN" },
      {
        type: "paragraph",
        text: `Keadaan ${longMoment(at, office.zone)}. Disusun atas permintaan pemohon menurut Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.`,
      },
      { type: "fields", fields: identityFields(requester) },
      {
        type: "lead",
        text: `Data itu disimpan untuk ${requests.length} permohonan berikut, guna memproses dan menyampaikan jawabannya:`,
      },
      {
        type: "table",
        columns: [
          { heading: "Nomor", share: 12 },
          { heading: "Diterima", share: 17 },
          { heading: "Perihal", share: 33 },
          { heading: "Keadaan", share: 14 },
          { heading: "Surat", share: 8, align: "center" },
          { heading: "Berkas", share: 9, align: "center" },
        ],
        rows: requests.map((one) => [
          one.number,
          shortDay(one.received),
          one.subject,
          one.state,
          String(one.letters),
          String(one.files),
        ]),
      },
      ...corrections(order),
      ...accesses(order),
      {
        type: "signing",
        paragraphs: [
          "Pemohon berhak meminta perbaikan data yang tidak benar, dan penghapusan sesudah masa simpannya berakhir, dengan menghubungi kantor ini.",
        ],
        signers: [officialSignature(office, null, date, placeAndDay(office, date))],
        initials: [],
      },
    ],
  };
}

const identityFields = (requester: Requester) =>
  [
    { label: "Nama", value: requester.name, strong: true },
    { label: "Jenis pemohon", value: REQUESTER_WORDS[requester.kind] },
    { label: "Nomor identitas", value: requester.identity },
    { label: "Lembaga/instansi", value: requester.institution },
    { label: "Alamat", value: requester.address },
    { label: "Telepon", value: requester.phone },
    { label: "Pos-el", value: requester.email },
  ].map((field) => ({ ...field, value: field.value.trim() === "" ? "-" : field.value }));

function corrections({ corrections: found, office }: ReportOrder): Block[] {
  if (found.length === 0) return [];
  return [
    { type: "lead", text: "Data ini pernah diperbaiki:" },
    {
      type: "list",
      style: "dash",
      items: found.map(
        ({ at, by, reason }) => `${longMoment(at, office.zone)} oleh ${by.name}. Alasan: ${reason}`,
      ),
    },
  ];
}

function accesses({ accesses: rows, accessTotal, office }: ReportOrder): Block[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ACCESSES);
  const more = accessTotal > shown.length ? `, ${shown.length} terakhir` : "";
  return [
    { type: "lead", text: `Data ini dibuka atau dipakai ${accessTotal} kali${more}:` },
    {
      type: "table",
      columns: [
        { heading: "Waktu", share: 30 },
        { heading: "Oleh", share: 30 },
        { heading: "Tindakan", share: 26 },
        { heading: "Permohonan", share: 14 },
      ],
      rows: shown.map(({ at, by, what, request }) => [
        moment(at, office.zone),
        by.name,
        ACCESS_WORDS[what],
        request?.number ?? "",
      ]),
    },
  ];
}

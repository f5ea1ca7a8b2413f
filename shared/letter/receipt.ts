import type { RequestDetail } from "#shared/contract.ts";
import type { Office } from "#shared/office.ts";
import { longDay, longMoment, plainDay } from "#shared/time/format.ts";
import { dayOf } from "#shared/time/zone.ts";
import { placeAndDay } from "./office.ts";
import { type Asked, orDash } from "./request.ts";
import type { Block, Column, Field } from "./types.ts";
import { deliveryWord, REQUESTER_WORDS } from "./words.ts";

/** Tanda terima permohonan data; `officerPost` is the post of whoever registered it, or empty. */
export function receipt(office: Office, request: Asked, officerPost: string) {
  const { registered, requester } = request;
  const registeredDay = dayOf(registered.at, office.zone);
  const blocks: Block[] = [
    { type: "title", text: "TANDA TERIMA PERMOHONAN DATA" },
    {
      type: "fields",
      fields: [
        { label: "Nomor registrasi", value: request.number, strong: true },
        { label: "Diterima tanggal", value: longDay(request.received) },
        { label: "Dicatat pada", value: longMoment(registered.at, office.zone) },
        ...requesterFields(request),
        { label: "Surat permohonan", value: letterText(request) },
        { label: "Perihal", value: request.subject },
        { label: "Tujuan penggunaan", value: orDash(request.purpose) },
        { label: "Cara penyampaian", value: deliveryWord(request.delivery) },
      ],
    },
    { type: "lead", text: "Data yang diminta:" },
    { type: "table", columns: COLUMNS, rows: request.items.map(row) },
    {
      type: "signatures",
      text: next(request),
      left: { place: "", post: "Pemohon,", name: requester.name, details: [] },
      right: {
        place: placeAndDay(office, registeredDay),
        post: "Petugas penerima,",
        name: registered.by.name,
        details: officerPost === "" ? [] : [officerPost],
      },
    },
  ];
  return {
    blocks,
    title: "Tanda Terima Permohonan Data",
    reference: `Permohonan ${request.number}`,
  };
}

function requesterFields({ requester }: Asked): Field[] {
  const contact = [
    requester.phone === "" ? "" : `Telepon ${requester.phone}`,
    requester.email === "" ? "" : `pos-el ${requester.email}`,
  ].filter((part) => part !== "");
  return [
    { label: "Nama pemohon", value: requester.name, strong: true },
    { label: "Jenis pemohon", value: REQUESTER_WORDS[requester.kind] },
    { label: "Nomor identitas", value: orDash(requester.identity) },
    { label: "Lembaga/instansi", value: orDash(requester.institution) },
    { label: "Alamat", value: orDash(requester.address) },
    { label: "Kontak", value: orDash(contact.join(", ")) },
  ];
}

function letterText({ letter: { number, date } }: RequestDetail): string {
  const parts = [
    number === "" ? "" : `Nomor ${number}`,
    date === "" ? "" : `tanggal ${plainDay(date)}`,
  ];
  return orDash(parts.filter((part) => part !== "").join(" "));
}

/** What happens next; the days are those of UU 14/2008, pasal 22. */
const next = (request: RequestDetail): string =>
  `Permohonan ini diproses menurut SOP ${request.sop.name}. Jawaban tertulis disampaikan paling lambat 10 (sepuluh) hari kerja sejak permohonan dicatat dan dapat diperpanjang paling lama 7 (tujuh) hari kerja dengan alasan tertulis (Undang-Undang Nomor 14 Tahun 2008). Sebutkan nomor registrasi ${request.number} saat menanyakan perkembangannya.`;

const COLUMNS: Column[] = [
  { heading: "No", share: 8, align: "center" },
  { heading: "Nama data", share: 70 },
  { heading: "Periode", share: 28 },
  { heading: "Satuan", share: 28 },
  { heading: "Format", share: 26 },
];

const row = (item: RequestDetail["items"][number]): string[] => [
  String(item.no),
  item.name,
  orDash(item.period),
  orDash(item.unit),
  orDash(item.format),
];

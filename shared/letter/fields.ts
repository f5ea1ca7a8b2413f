import type { RequestDetail } from "#shared/contract.ts";
import type { Office } from "#shared/office.ts";
import type { LetterText } from "#shared/request/model.ts";
import { longDay, longMoment, plainDay } from "#shared/time/format.ts";
import { dayOf } from "#shared/time/zone.ts";
import { deliveredFiles, deliveredItems, leftOut } from "./delivered.ts";
import { addressee, contactOf, letterInHand, orDash, referring, senderOf } from "./request.ts";
import {
  counted,
  deliveryWord,
  REQUESTER_WORDS,
  SECURITY_WORDS,
  spelledDay,
  URGENCY_WORDS,
} from "./words.ts";

/** What the fields of a template are filled from. */
export type FieldSource = {
  office: Office;
  request: RequestDetail;
  text: LetterText;
  /** Hal as it stands on the letter; its own fields are filled already. */
  subject: string;
  number: string;
  /** Day on the letter. */
  date: string;
  /** When the letter got its number; null for a draft. */
  issuedAt: string | null;
  /** Who registered the request. */
  officer: { name: string; post: string };
};

type FieldRule = { label: string; value: (source: FieldSource) => string };

const asked =
  (value: (requester: NonNullable<RequestDetail["requester"]>) => string) =>
  ({ request: { requester } }: FieldSource): string =>
    requester === null ? "" : value(requester);

/**
 * The fields that a template's texts may hold, with the words by which the editor offers them. An
 * empty value leaves nothing behind; a value of several lines makes several paragraphs.
 */
export const FIELDS = {
  "kantor.pemerintah": { label: "Pemerintah daerah", value: ({ office }) => office.government },
  "kantor.nama": { label: "Nama dinas", value: ({ office }) => office.name },
  "kantor.alamat": { label: "Alamat kantor", value: ({ office }) => office.address },
  "kantor.tempat": { label: "Tempat di surat", value: ({ office }) => office.place },
  "kantor.kepala": { label: "Jabatan kepala", value: ({ office }) => office.head.post },
  "kantor.keberatan": {
    label: "Cara mengajukan keberatan",
    value: ({ office }) => office.objection,
  },

  "surat.nomor": { label: "Nomor surat", value: ({ number }) => number },
  "surat.tanggal": { label: "Tanggal surat", value: ({ date }) => plainDay(date) },
  "surat.hari": { label: "Hari dan tanggal surat", value: ({ date }) => longDay(date) },
  "surat.terbilang": {
    label: "Hari dan tanggal surat dalam huruf",
    value: ({ date }) => spelledDay(date),
  },
  "surat.tahun": { label: "Tahun surat", value: ({ date }) => date.slice(0, 4) },
  "surat.hal": { label: "Hal", value: ({ subject }) => subject },
  "surat.sifat": { label: "Sifat", value: ({ text }) => natureWords(text) },

  "surat.kepada": { label: "Penerima surat", value: ({ text }) => text.to },
  "surat.penanda-tangan": {
    label: "Jabatan penanda tangan",
    value: ({ text, office }) => text.signer?.post ?? office.head.post,
  },

  "permohonan.nomor": { label: "Nomor registrasi", value: ({ request }) => request.number },
  "permohonan.agenda": { label: "Nomor agenda", value: ({ request }) => request.agenda },
  "permohonan.perihal": { label: "Perihal", value: ({ request }) => request.subject },
  "permohonan.diterima": {
    label: "Diterima tanggal",
    value: ({ request }) => longDay(request.received),
  },
  "permohonan.dicatat": {
    label: "Dicatat pada",
    value: ({ request, office }) => longMoment(request.registered.at, office.zone),
  },
  "permohonan.tanggal-dicatat": {
    label: "Tanggal dicatat",
    value: ({ request, office }) => plainDay(dayOf(request.registered.at, office.zone)),
  },
  "permohonan.tujuan": { label: "Tujuan penggunaan", value: ({ request }) => request.purpose },
  "permohonan.penyampaian": {
    label: "Cara penyampaian",
    value: ({ request }) => deliveryWord(request.delivery),
  },
  "permohonan.sop": { label: "Nama SOP", value: ({ request }) => request.sop.name },
  "permohonan.langkah": {
    label: "Langkah sekarang",
    value: ({ request }) => request.current?.gist ?? "",
  },
  "permohonan.pelaksana": {
    label: "Pelaksana langkah sekarang",
    value: ({ request }) => request.current?.lane ?? "",
  },
  "permohonan.rujukan": {
    label: "Kalimat pembuka: menindaklanjuti surat …",
    value: ({ request }) => referring(request),
  },

  "surat-masuk.keterangan": {
    label: "Nomor dan tanggal surat masuk",
    value: ({ request }) => letterInHand(request),
  },
  "surat-masuk.dari": {
    label: "Surat dari",
    value: ({ request, office }) => senderOf(request, office.name),
  },

  "pemohon.nama": { label: "Nama pemohon", value: asked(({ name }) => name) },
  "pemohon.jenis": { label: "Jenis pemohon", value: asked(({ kind }) => REQUESTER_WORDS[kind]) },
  "pemohon.identitas": { label: "Nomor identitas", value: asked(({ identity }) => identity) },
  "pemohon.lembaga": { label: "Lembaga/instansi", value: asked(({ institution }) => institution) },
  "pemohon.alamat": { label: "Alamat pemohon", value: asked(({ address }) => address) },
  "pemohon.kontak": { label: "Telepon dan pos-el", value: asked(contactOf) },
  "pemohon.tujuan-surat": {
    label: "Baris alamat sesudah Yth.",
    value: asked((requester) => addressee(requester).join("\n")),
  },

  "data.jumlah": {
    label: "Banyaknya data",
    value: ({ request }) => (request.items.length === 0 ? "" : counted(request.items.length)),
  },
  "data.tersedia": {
    label: "Banyaknya data yang disampaikan",
    value: ({ request }) => countOrNothing(deliveredItems(request.items).length),
  },
  "data.sisa": {
    label: "Kalimat tentang data yang tidak disampaikan",
    value: ({ request }) => leftOut(request.items),
  },
  "berkas.jumlah": {
    label: "Banyaknya berkas terlampir",
    value: ({ request, issuedAt }) => {
      const files = deliveredFiles(request, issuedAt).length;
      return files === 0 ? "" : `${counted(files)} berkas`;
    },
  },
  "berkas.daftar": {
    label: "Nama berkas terlampir",
    value: ({ request, issuedAt }) => deliveredFiles(request, issuedAt).join("\n"),
  },

  "perpanjangan.hari": {
    label: "Hari perpanjangan",
    value: ({ request: { extension } }) => (extension === null ? "" : counted(extension.days)),
  },
  "perpanjangan.sampai": {
    label: "Jawaban paling lambat",
    value: ({ request: { extension } }) => (extension === null ? "" : plainDay(extension.due)),
  },
  "perpanjangan.alasan": {
    label: "Alasan perpanjangan",
    value: ({ request: { extension } }) => extension?.reason ?? "",
  },

  "petugas.nama": { label: "Petugas pencatat", value: ({ officer }) => officer.name },
  "petugas.jabatan": { label: "Jabatan petugas pencatat", value: ({ officer }) => officer.post },
} as const satisfies Record<string, FieldRule>;

export type FieldKey = keyof typeof FIELDS;
export const isField = (key: string): key is FieldKey => Object.hasOwn(FIELDS, key);

/** Prefix of the inputs of a template. */
export const INPUT_PREFIX = "isian.";

/** "Segera", "Rahasia, Segera"; "Biasa" where nothing else is said. */
function natureWords({ security, urgency }: LetterText): string {
  const words = [SECURITY_WORDS[security], URGENCY_WORDS[urgency]].filter((word) => word !== "");
  return orDash(words.join(", ")) === "-" ? "Biasa" : words.join(", ");
}

const countOrNothing = (count: number): string => (count === 0 ? "" : counted(count));

import type { RequestDetail } from "#shared/contract.ts";
import type { Office } from "#shared/office.ts";
import { letterReference, opening, type Letter } from "./letter.ts";
import { signatureOf } from "./office.ts";
import { type Asked, orDash, paragraphsOf, referring } from "./request.ts";
import type { Block, Column } from "./types.ts";
import { AVAILABILITY_WORDS, counted, deliveryWord, DOTS } from "./words.ts";

type Item = RequestDetail["items"][number];

/** Surat pengantar penyampaian data, which the requester signs for the data (tanda terima). */
export function delivery(office: Office, request: Asked, letter: Letter) {
  const items = delivered(request.items);
  const files = deliveredFiles(request, letter.at);
  const left = request.items.length - items.length;
  const attached = files.length === 0 ? "-" : `${counted(files.length)} berkas`;
  const blocks: Block[] = [
    opening(office, request, letter, attached, "Penyampaian Data"),
    {
      type: "lead",
      text: `${referring(request)}, bersama ini kami sampaikan data sebagai berikut:`,
    },
    { type: "table", columns: COLUMNS, rows: items.map(row) },
    ...(left === 0 ? [] : [paragraph(leftOut(left, request.items.length))]),
    {
      type: "fields",
      fields: [
        { label: "Cara penyampaian", value: deliveryWord(request.delivery) },
        ...(files.length === 0 ? [] : [{ label: "Berkas terlampir", value: files.join("\n") }]),
      ],
    },
    ...paragraphsOf(letter.note).map(paragraph),
    {
      type: "signatures",
      text: CLOSING,
      left: {
        place: `Diterima tanggal ${DOTS}`,
        post: "Penerima,",
        name: "",
        details: [`Jabatan/instansi ${DOTS}`],
      },
      right: signatureOf(office.head, ""),
    },
  ];
  return {
    blocks,
    title: "Surat Pengantar Penyampaian Data",
    reference: letterReference(letter, request),
  };
}

const paragraph = (text: string): Block => ({ type: "paragraph", text });

/** The data that is there; all of it when nobody has recorded what is available. */
function delivered(items: readonly Item[]): readonly Item[] {
  if (items.every((item) => item.availability === null)) return items;
  return items.filter(
    (item) => item.availability === "available" || item.availability === "partial",
  );
}

/**
 * Names of the files that go with the letter: those attached on the step that stood open when the
 * letter was issued (or stands open now) and on the step before it, which yielded the data.
 */
function deliveredFiles(request: RequestDetail, issued: string | null): string[] {
  const until = issued ?? request.changed;
  const visits = request.visits.filter((visit) => visit.entered <= until).slice(-2);
  return request.files
    .filter((file) => file.withdrawn === null && file.at <= until)
    .filter((file) => visits.some((one) => one.step === file.step && one.visit === file.visit))
    .map((file) => file.name);
}

const leftOut = (left: number, all: number): string =>
  `Dari ${counted(all)} data yang diminta, ${counted(left)} data lainnya tidak disampaikan karena tidak tersedia, dikecualikan, atau belum selesai diperiksa.`;

const CLOSING =
  "Mohon tanda terima pada surat ini diisi, ditandatangani, dan dikembalikan kepada kami. Atas perhatian Saudara, kami ucapkan terima kasih.";

const COLUMNS: Column[] = [
  { heading: "No", share: 8, align: "center" },
  { heading: "Nama data", share: 50 },
  { heading: "Periode", share: 22 },
  { heading: "Satuan", share: 22 },
  { heading: "Format", share: 20 },
  { heading: "Keterangan", share: 38 },
];

function row(item: Item, index: number): string[] {
  const partly = item.availability === "partial" ? AVAILABILITY_WORDS.partial : "";
  const remark = [partly, item.availabilityNote].filter((part) => part !== "").join("; ");
  return [
    String(index + 1),
    item.name,
    orDash(item.period),
    orDash(item.unit),
    orDash(item.format),
    remark,
  ];
}

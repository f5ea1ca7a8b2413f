import type { RequestDetail } from "#shared/contract.ts";
import type { Office } from "#shared/office.ts";
import { letterFields, letterReference, opening, type Letter } from "./letter.ts";
import { signatureOf } from "./office.ts";
import { type Asked, orDash, paragraphsOf, referring } from "./request.ts";
import type { Block, Column } from "./types.ts";
import { AVAILABILITY_WORDS, NOT_ASSESSED } from "./words.ts";

/**
 * Surat penolakan: the reasons, the legal basis and the right to object (UU 14/2008, pasal 35 and
 * 36), with the list of what data is available as its lampiran.
 */
export function refusal(office: Office, request: Asked, letter: Letter) {
  const reasons = letter.reasons.length === 0 ? ["…………………………"] : letter.reasons;
  const rights = [OBJECTION, ...paragraphsOf(office.objection)];
  const blocks: Block[] = [
    opening(office, request, letter, "1 (satu) berkas", "Penolakan Permohonan Data"),
    {
      type: "lead",
      text: `${referring(request)}, dengan ini kami sampaikan bahwa permohonan tersebut tidak dapat kami penuhi dengan alasan sebagai berikut:`,
    },
    { type: "numbered", items: reasons },
    { type: "paragraph", text: APPENDIX },
    ...paragraphsOf(letter.note).map((text): Block => ({ type: "paragraph", text })),
    { type: "paragraph", text: BASIS },
    ...rights.slice(0, -1).map((text): Block => ({ type: "paragraph", text })),
    {
      type: "closing",
      paragraphs: [...rights.slice(-1), CLOSING],
      signature: signatureOf(office.head, ""),
    },
    {
      type: "appendix",
      heading: "Lampiran Surat Penolakan Permohonan Data",
      fields: letterFields(letter),
      title: "LIST KETERSEDIAAN DATA",
    },
    {
      type: "fields",
      fields: [
        { label: "Nomor registrasi", value: request.number },
        { label: "Pemohon", value: request.requester.name },
        { label: "Perihal", value: request.subject },
      ],
    },
    { type: "table", columns: COLUMNS, rows: request.items.map(row) },
  ];
  return {
    blocks,
    title: "Surat Penolakan Permohonan Data",
    reference: letterReference(letter, request),
  };
}

const APPENDIX =
  "Hasil pemeriksaan ketersediaan setiap data yang Saudara minta tercantum dalam lampiran surat ini.";
const BASIS =
  "Penolakan ini didasarkan pada Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik dan Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia.";
const OBJECTION =
  "Apabila tidak menerima penolakan ini, Saudara berhak mengajukan keberatan secara tertulis kepada atasan Pejabat Pengelola Informasi dan Dokumentasi (PPID) paling lambat 30 (tiga puluh) hari kerja setelah surat ini diterima.";
const CLOSING = "Demikian disampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.";

const COLUMNS: Column[] = [
  { heading: "No", share: 8, align: "center" },
  { heading: "Nama data", share: 45 },
  { heading: "Periode", share: 21 },
  { heading: "Satuan", share: 20 },
  { heading: "Ketersediaan", share: 26 },
  { heading: "Keterangan", share: 40 },
];

const row = (item: RequestDetail["items"][number]): string[] => [
  String(item.no),
  item.name,
  orDash(item.period),
  orDash(item.unit),
  item.availability === null ? NOT_ASSESSED : AVAILABILITY_WORDS[item.availability],
  item.availabilityNote,
];

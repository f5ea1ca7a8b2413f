import type { Content, ContentTable } from "pdfmake/interfaces.js";
import { kopOf } from "#shared/letter/office.ts";
import { contactOf, letterInHand, orDash } from "#shared/letter/request.ts";
import type { Column, Field } from "#shared/letter/types.ts";
import {
  AVAILABILITY_WORDS,
  deliveryWord,
  NOT_ASSESSED,
  REQUESTER_WORDS,
} from "#shared/letter/words.ts";
import { stepOf } from "#shared/sop/definition.ts";
import { clock, moment, plainDay, shortDay } from "#shared/time/format.ts";
import { dayOf, type Zone } from "#shared/time/zone.ts";
import { LEAD } from "../documents/blocks.ts";
import { dataTable } from "../documents/data-table.ts";
import { kop } from "../documents/kop.ts";
import { SMALL_SIZE, TABLE_SIZE } from "../documents/page.ts";
import { BARE, fieldList, GRID } from "../documents/parts.ts";
import type { Press } from "../documents/press.ts";
import type { BundleSource } from "./source.ts";
import { sizeWords, stateWords } from "./words.ts";

/** The pages that the bundle itself brings: cover, contents, summary and the list of other files. */

export type ContentsLine = {
  /** 0 for a part, 1 for a paper of it. */
  level: 0 | 1;
  text: string;
  page: number;
};

const LABEL = 118;

export function coverPage(press: Press, source: BundleSource, logo: string): Content[] {
  const { typeset, page } = press;
  const { office, request } = source;
  const centred = (text: string, fontSize: number, bold: boolean, above: number): Content => ({
    text: typeset(text),
    fontSize,
    bold,
    alignment: "center",
    margin: [0, above, 0, 0],
  });
  const noun = request.requester === null ? "KEGIATAN" : "PERMOHONAN DATA";
  return [
    ...kop(press, { ...kopOf(office), logo }),
    centred(`BERKAS ${noun}`, 20, true, page.height * 0.12),
    centred(`Nomor ${request.number}`, 14, false, 6),
    centred(request.subject, 13, true, 30),
    {
      margin: [page.measure * 0.06, 40, 0, 0],
      stack: [fieldList(press, coverFields(source), { label: LABEL, width: page.measure * 0.94 })],
    },
    {
      text: typeset(
        `Disusun ${moment(source.made, office.zone)}. Berkas ini salinan untuk dibaca; naskah asli dan tanda tangan elektroniknya tersimpan di arsip kantor.`,
      ),
      fontSize: SMALL_SIZE,
      color: "#444444",
      alignment: "center",
      margin: [page.measure * 0.1, 44, page.measure * 0.1, 0],
    },
  ];
}

function coverFields({ request, office, definition }: BundleSource): Field[] {
  const { requester, registered } = request;
  const ended = request.status === "ended" ? request.visits.at(-1)?.completed : null;
  const closed = request.cancelled?.at ?? ended ?? null;
  const state = stateWords(request);
  return [
    ...(requester === null
      ? []
      : [
          { label: "Pemohon", value: requester.name, strong: true },
          ...(requester.institution === "" || requester.institution === requester.name
            ? []
            : [{ label: "Instansi", value: requester.institution }]),
        ]),
    ...(letterInHand(request) === ""
      ? []
      : [{ label: "Surat pemohon", value: letterInHand(request) }]),
    { label: "SOP", value: `${definition.name}, versi\u00A0${definition.version}` },
    { label: "Nomor SOP", value: definition.number },
    { label: requester === null ? "Mulai" : "Diterima", value: plainDay(request.received) },
    {
      label: "Didaftarkan",
      value: `${moment(registered.at, office.zone)} oleh ${registered.by.name}`,
    },
    {
      label: "Keadaan",
      value: closed === null ? state : `${state}, ${moment(closed, office.zone)}`,
      strong: true,
    },
  ];
}

export function contentsPages(press: Press, lines: readonly ContentsLine[]): Content[] {
  const { typeset, page } = press;
  const NUMBER = 34;
  const width = page.measure - NUMBER;
  const rows = lines.map(({ level, text, page: number }) => [
    {
      text: typeset(text, width - level * 16),
      bold: level === 0,
      margin: [level * 16, level === 0 ? 6 : 0, 8, 0] as [number, number, number, number],
    },
    {
      text: String(number),
      alignment: "right" as const,
      bold: level === 0,
      margin: [0, level === 0 ? 6 : 0, 0, 0] as [number, number, number, number],
    },
  ]);
  const table: ContentTable = {
    layout: BARE,
    table: { widths: [width, NUMBER], dontBreakRows: true, body: rows },
  };
  return [title("DAFTAR ISI"), table];
}

/** Who asked what, what came of it, and the way it took. */
export function summaryPages(press: Press, source: BundleSource): Content[] {
  const { request } = source;
  return [
    title("RINGKASAN"),
    ...identity(press, source),
    ...(request.items.length === 0
      ? []
      : [heading("Data yang diminta"), dataTable(press, ITEM_COLUMNS, itemRows(source))]),
    heading("Perjalanan"),
    dataTable(press, VISIT_COLUMNS, visitRows(source)),
    ...(request.notes.length === 0
      ? []
      : [heading("Catatan"), dataTable(press, NOTE_COLUMNS, noteRows(source))]),
    ...clockNotes(press, source),
  ];
}

function identity(press: Press, { request }: BundleSource): Content[] {
  const { requester, purpose, delivery } = request;
  const fields: Field[] = [
    ...(requester === null
      ? []
      : [
          { label: "Pemohon", value: requester.name, strong: true },
          { label: "Jenis pemohon", value: REQUESTER_WORDS[requester.kind] },
          { label: "Nomor identitas", value: requester.identity },
          { label: "Instansi", value: requester.institution },
          { label: "Alamat", value: requester.address },
          { label: "Kontak", value: contactOf(requester) },
          { label: "Cara penyampaian", value: deliveryWord(delivery) },
        ]),
    { label: "Perihal", value: request.subject },
    { label: "Tujuan", value: purpose },
  ].filter(({ value }) => value !== "");
  return [fieldList(press, fields, { label: LABEL, width: press.page.measure })];
}

const ITEM_COLUMNS: Column[] = [
  { heading: "No.", share: 5, align: "center" },
  { heading: "Nama data", share: 34 },
  { heading: "Periode", share: 13 },
  { heading: "Satuan", share: 11 },
  { heading: "Ketersediaan", share: 16 },
  { heading: "Keterangan", share: 21 },
];
const itemRows = ({ request }: BundleSource): string[][] =>
  request.items.map(({ no, name, period, unit, availability, availabilityNote }) => [
    String(no),
    name,
    orDash(period),
    orDash(unit),
    availability === null ? NOT_ASSESSED : AVAILABILITY_WORDS[availability],
    availabilityNote,
  ]);

const VISIT_COLUMNS: Column[] = [
  { heading: "No.", share: 5, align: "center" },
  { heading: "Kegiatan", share: 28 },
  { heading: "Pelaksana", share: 17 },
  { heading: "Masuk", share: 15 },
  { heading: "Selesai", share: 18 },
  { heading: "Keputusan dan catatan", share: 18 },
];
const visitRows = ({ request, definition, office }: BundleSource): string[][] =>
  request.visits.map((visit) => {
    const step = stepOf(definition, visit.step);
    const again = visit.visit > 1 ? ` (kunjungan ke-${visit.visit})` : "";
    const done =
      visit.completed === null
        ? "-"
        : [at(visit.completed, office.zone), visit.by?.name ?? ""].join("\n");
    return [
      String(visit.step),
      `${step?.gist ?? ""}${again}`,
      step?.lane ?? "",
      at(visit.entered, office.zone),
      done,
      [visit.branch ?? "", visit.note].filter((part) => part !== "").join("\n"),
    ];
  });

const NOTE_COLUMNS: Column[] = [
  { heading: "Waktu", share: 18 },
  { heading: "Oleh", share: 22 },
  { heading: "Catatan", share: 60 },
];
const noteRows = ({ request, office }: BundleSource): string[][] =>
  request.notes.map(({ at: moment, by, text }) => [at(moment, office.zone), by.name, text]);

/** Pauses, the extension of the answer and objections, in a sentence each. */
function clockNotes(press: Press, { request, office }: BundleSource): Content[] {
  const when = (instant: string): string => at(instant, office.zone);
  const sentences = [
    ...(request.cancelled === null
      ? []
      : [
          `Dibatalkan ${when(request.cancelled.at)} oleh ${request.cancelled.by.name}: ${request.cancelled.reason}`,
        ]),
    ...request.pauses.map(({ from, to, reason }) =>
      to === null
        ? `Waktu dihentikan sejak ${when(from)}: ${reason}`
        : `Waktu dihentikan ${when(from)} sampai ${when(to)}: ${reason}`,
    ),
    ...(request.extension === null
      ? []
      : [`Jawaban diperpanjang ${request.extension.days} hari kerja: ${request.extension.reason}`]),
    ...request.objections.flatMap(({ grounds, received, answer }) => [
      `Keberatan diterima ${plainDay(received)}: ${grounds}`,
      ...(answer === null ? [] : [`Jawaban atas keberatan, ${when(answer.at)}: ${answer.text}`]),
    ]),
  ];
  if (sentences.length === 0) return [];
  return [
    heading("Keterangan"),
    { ul: sentences.map((text) => ({ text: press.typeset(text), margin: [0, 0, 0, 3] })) },
  ];
}

/** A file that is not among the pages, and why. */
export type OtherFile = { name: string; size: number; sha256: string; reason: string };

/** Attachments that no paper can show: by name, size and checksum, so that they can be held against it. */
export function otherPages(press: Press, files: readonly OtherFile[]): Content[] {
  const { typeset, page } = press;
  const NO = 24;
  const SIZE = 62;
  const free = page.measure - NO - SIZE - 3 * 8 - 3;
  const head = (text: string): Content => ({ text, bold: true, alignment: "center" });
  return [
    title("BERKAS LAIN"),
    {
      text: "Berkas berikut termasuk permohonan ini, tetapi tidak dapat ditampilkan sebagai halaman. Isinya tersimpan di arsip dan ikut dalam ZIP permohonan.",
      margin: [0, 0, 0, 8],
    },
    {
      fontSize: TABLE_SIZE,
      layout: { ...GRID, fillColor: (row) => (row === 0 ? "#eeeeee" : null) },
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [NO, free, SIZE],
        body: [
          [head("No."), head("Berkas"), head("Ukuran")],
          ...files.map(({ name, size, sha256, reason }, at) => [
            { text: `${at + 1}.` },
            {
              stack: [
                { text: typeset(name, free), bold: true },
                ...(reason === "" ? [] : [{ text: typeset(reason, free) }]),
                { text: `SHA-256 ${sha256}`, fontSize: 6.5, color: "#444444" },
              ],
            },
            { text: sizeWords(size), alignment: "right" as const },
          ]),
        ],
      },
    },
  ];
}

/** A picture as large as the page takes it, below its name. */
export const picturePage = ({ typeset, page }: Press, name: string, image: string): Content[] => [
  { text: typeset(name), fontSize: SMALL_SIZE, color: "#444444", margin: [0, 0, 0, 6] },
  {
    image,
    fit: [page.measure, page.height - page.margins[1] - page.margins[3] - 34],
    alignment: "center",
  },
];

/** Stands where a file should, and says why it does not. */
export const missingPage = (
  { typeset }: Press,
  { name, size, sha256, reason }: OtherFile,
): Content[] => [
  title("BERKAS TIDAK DAPAT DITAMPILKAN"),
  { text: typeset(name), bold: true, margin: [0, 0, 0, 6] },
  { text: typeset(`${reason}.`), margin: [0, 0, 0, 6] },
  { text: `Ukuran ${sizeWords(size)}`, margin: [0, 0, 0, 2] },
  { text: `SHA-256 ${sha256}`, fontSize: SMALL_SIZE - 1, color: "#444444" },
];

/** "14 Agu 2026 09.12": in an archive the year counts. */
const at = (instant: string, zone: Zone): string =>
  `${shortDay(dayOf(instant, zone))} ${clock(instant, zone)}`;

const title = (text: string): Content => ({
  text,
  bold: true,
  fontSize: 13,
  alignment: "center",
  margin: [0, 0, 0, 12],
});

const heading = (text: string): Content => ({
  text,
  bold: true,
  headlineLevel: LEAD,
  margin: [0, 14, 0, 6],
});

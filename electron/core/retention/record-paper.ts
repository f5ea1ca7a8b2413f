import { kopOf } from "#shared/letter/office.ts";
import type { Block, DocumentModel } from "#shared/letter/types.ts";
import type { Office } from "#shared/office.ts";
import type { Destruction, RetentionRow } from "#shared/retention/contract.ts";
import { longDay, plainDay, shortDay } from "#shared/time/format.ts";
import type { Paper } from "#shared/request/model.ts";

/** Until it is carried out, no number is taken. */
export const RECORD_DRAFT = "KONSEP, BELUM DILAKSANAKAN";
const DOTS = "………………………………";

/**
 * The berita acara of a destruction: what was decided and by whom, what is gone and what stays, and
 * the list. It names no persons and no subjects, so it prints the same after the destruction.
 */
export function recordModel(
  proposal: Destruction,
  rows: readonly RetentionRow[],
  { office, today, paper }: { office: Office; today: string; paper: Paper },
): DocumentModel {
  const date = proposal.record?.date ?? today;
  const number = proposal.record?.number ?? DOTS;
  const title = "BERITA ACARA PEMUSNAHAN ARSIP";
  const withdrawn = proposal.withdrawn !== null;
  return {
    kind: "destruction",
    title,
    author: office.name,
    date,
    mark: withdrawn ? "USUL DITARIK" : proposal.record === null ? RECORD_DRAFT : "",
    reference: `${title} ${proposal.record?.number ?? ""}`.trim(),
    style: { ...office.letterStyle, paper },
    kop: kopOf(office),
    blocks: [
      { type: "title", text: title, number },
      {
        type: "paragraph",
        text: `Pada hari ini, ${longDay(date)}, bertempat di ${office.name}, ${office.government}, telah dilaksanakan pemusnahan ${proposal.count} berkas arsip yang jangka simpannya menurut Jadwal Retensi Arsip sudah berakhir. Arsip itu tercantum dalam daftar pada lampiran.`,
        indent: true,
      },
      { type: "lead", text: "Alasan pemusnahan:" },
      { type: "paragraph", text: proposal.reason },
      { type: "lead", text: "Pemusnahan disetujui oleh:" },
      { type: "list", style: "number", items: approvals(proposal) },
      { type: "lead", text: "Yang dihapus dan tidak dapat dikembalikan:" },
      {
        type: "list",
        style: "letter",
        items: [
          "isi seluruh berkas lampiran, kecuali isi yang sama masih dipakai permohonan lain yang belum dimusnahkan;",
          "identitas pemohon beserta kata-katanya sendiri dalam catatan, dengan memusnahkan kunci sandinya;",
          "kata-kata permohonan dan suratnya dari layar, daftar, dan pencarian.",
        ],
      },
      { type: "lead", text: "Yang tetap ada:" },
      {
        type: "list",
        style: "letter",
        items: [
          "nomor, SOP, tanggal, klasifikasi, dan nomor surat dalam buku agenda, sebagai bukti bahwa arsip pernah ada dan telah dimusnahkan;",
          "catatan kejadian (log) yang berantai: teks di dalamnya yang bukan identitas pemohon tidak dapat dihapus tanpa memutus rantai buktinya, dan tidak lagi ditampilkan;",
          "isi cadangan yang dibuat sebelum hari ini, sampai cadangan itu tergilir; bila dipulihkan, pemusnahan ini diulangi dengan sendirinya.",
        ],
      },
      {
        type: "paragraph",
        text: "Arsip kertas pada daftar dimusnahkan oleh kantor secara terpisah, disaksikan oleh para penanda tangan. Demikian berita acara ini dibuat dengan sebenarnya.",
        indent: true,
      },
      signers(proposal, office, date),
      ...list(proposal, rows, number, date),
    ],
  };
}

function approvals({ approvals: given }: Destruction): string[] {
  const named = given.map(({ by, post }) => `${by.name}${post === "" ? "" : `, ${post}`}`);
  while (named.length < 2) named.push(DOTS);
  return named;
}

function signers({ approvals: given }: Destruction, office: Office, date: string): Block {
  const signer = (index: number, place: string) => ({
    place,
    post: `${given[index]?.post ?? ""},`.replace(/^,$/, "Yang menyetujui,"),
    name: given[index]?.by.name ?? "",
    details: [],
  });
  return {
    type: "signing",
    paragraphs: [],
    signers: [signer(0, ""), signer(1, `${office.place}, ${plainDay(date)}`)],
    initials: [],
  };
}

function list(
  proposal: Destruction,
  rows: readonly RetentionRow[],
  number: string,
  date: string,
): Block[] {
  return [
    {
      type: "appendix",
      fields: [
        { label: "Nomor", value: number },
        { label: "Tanggal", value: plainDay(date) },
      ],
      heading: "LAMPIRAN BERITA ACARA PEMUSNAHAN ARSIP",
      title: `DAFTAR ARSIP YANG DIMUSNAHKAN (${proposal.count} BERKAS)`,
    },
    {
      type: "table",
      columns: [
        { heading: "No", share: 5, align: "center" },
        { heading: "Nomor permohonan", share: 15 },
        { heading: "Jenis arsip (SOP)", share: 34 },
        { heading: "Klasifikasi", share: 13 },
        { heading: "Ditutup", share: 16 },
        { heading: "Jangka simpan berakhir", share: 17 },
      ],
      rows: rows.map((row, index) => [
        String(index + 1),
        row.number,
        row.sop,
        row.code,
        row.closed === null ? "" : shortDay(row.closed),
        row.inactiveEnd === null ? "" : shortDay(row.inactiveEnd),
      ]),
    },
  ];
}

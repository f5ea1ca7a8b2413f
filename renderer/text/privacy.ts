import type { Requester } from "#shared/request/model.ts";
import { numberText } from "./common.ts";
import { requesterKindText } from "./request.ts";

/** Words about a requester's personal data: on the page of a request. */
export const identityText = {
  open: "Identitas …",
  openFor: (name: string) => `Identitas pemohon ${name}`,
  title: "Identitas pemohon",
  erasedTitle: "Data pribadi sudah dihapus",
  erasedBy: (moment: string, name: string, reason: string) =>
    `${moment} oleh ${name}. Alasan: ${reason}`,
  empty: "-",
  fields: {
    name: "Nama",
    kind: "Jenis pemohon",
    identity: "Nomor identitas",
    institution: "Lembaga/instansi",
    address: "Alamat",
    phone: "Telepon",
    email: "Pos-el",
  },
  corrections: "Pernah diperbaiki",
  correctedBy: (moment: string, name: string) => `${moment} oleh ${name}`,
  reasonOf: (reason: string) => `Alasan: ${reason}`,
  change: (label: string, from: string, to: string) => `${label}: “${from}” menjadi “${to}”`,

  correct: "Perbaiki identitas …",
  correctTitle: "Perbaiki identitas",
  correctHelp:
    "Daftar, buku agenda, dan pencarian memakai identitas yang baru. Surat yang sudah bernomor tetap seperti saat diterbitkan. Identitas lama tetap ada di Riwayat.",
  correctReason: "Alasan perbaikan",
  corrected: "Identitas pemohon diperbaiki.",

  erase: "Hapus data pribadi …",
  eraseTitle: "Hapus data pribadi pemohon",
  eraseConfirm: "Hapus data pribadi",
  eraseLead: (name: string) =>
    `Tidak dapat dibatalkan. Tentang ${name}, yang hilang di PC ini dan pada setiap pemulihan cadangan:`,
  eraseLost: [
    "nama, nomor identitas, lembaga, alamat, telepon, dan pos-el pemohon",
    "sebutan pemohon dalam surat, catatan, dan riwayat permohonan ini",
    "identitas lama, bila pernah diperbaiki",
  ],
  eraseKept:
    "Nomor, langkah, nomor surat, dan buku agenda tetap ada, tanpa nama. Isi berkas terlampir, misalnya pindaian surat, tidak ikut dihapus; berkas dimusnahkan lewat retensi arsip.",
  eraseRunning: "Permohonan ini masih berjalan. Hapus data pribadinya sekarang juga.",
  eraseReason: "Alasan penghapusan",
  erased: "Data pribadi pemohon dihapus.",

  report: "Cetak untuk pemohon …",
  reportTitle: "Data pribadi pemohon",

  accesses: "Siapa yang membuka …",
  accessesTitle: "Siapa yang membuka identitas ini",
  accessesHelp: "Membuka lagi dalam 15 menit tidak dicatat dua kali.",
  noAccesses: "Belum ada yang tercatat.",
  more: (shown: number, total: number) =>
    `${numberText(shown)} yang terakhir dari ${numberText(total)}. Selengkapnya di Pengaturan, Data pribadi.`,
};

/** What a correction changed, a line a field; where it was erased there is nothing to say. */
export function correctionLines(before: Requester | null, after: Requester | null): string[] {
  if (before === null || after === null) return [];
  const { fields, empty, change } = identityText;
  const said = (one: Requester, key: keyof typeof fields): string => {
    const value = key === "kind" ? requesterKindText[one.kind] : one[key];
    return value.trim() === "" ? empty : value;
  };
  const keys = Object.keys(fields) as (keyof typeof fields)[];
  return keys
    .filter((key) => before[key] !== after[key])
    .map((key) => change(fields[key], said(before, key), said(after, key)));
}

/** Words of Pengaturan, Data pribadi. */
export const privacyText = {
  title: "Data pribadi",
  log: "Catatan akses identitas",
  logHelp:
    "Siapa yang membuka, mencari, mencetak, mengekspor, atau memperbaiki identitas pemohon (UU 27/2022). Catatan ini tidak dapat diubah atau dihapus.",
  from: "Dari tanggal",
  to: "Sampai tanggal",
  user: "Oleh",
  anybody: "Semua pengguna",
  what: "Tindakan",
  anything: "Semua tindakan",
  console: "Baris perintah",
  time: "Waktu",
  by: "Oleh",
  request: "Permohonan",
  many: (count: number) => `${numberText(count)} baris sekaligus`,
  exportLog: "Ekspor Excel",
  exported: (rows: number) => `${numberText(rows)} baris diekspor ke Excel.`,
  count: (total: number) => `${numberText(total)} baris`,
  none: "Belum ada akses yang tercatat",
  noneHelp: "Begitu seseorang membuka permohonan yang punya pemohon, barisnya muncul di sini.",
  notFound: "Tidak ada yang cocok",
  notFoundHelp: "Ubah tanggal, pengguna, atau tindakannya.",
  clear: "Tampilkan semua",
  erasures: "Data pribadi yang dihapus",
  erasuresHelp:
    "Daftar ini disimpan di samping arsip dan cadangannya. Setelah cadangan dipulihkan, penghapusan di sini dijalankan lagi dengan sendirinya.",
  noErasures: "Belum ada data pribadi yang dihapus.",
  reason: "Alasan",
  erasedAt: "Dihapus",
  shownErasures: (shown: number, total: number) =>
    `${numberText(shown)} yang terakhir dari ${numberText(total)}.`,
};

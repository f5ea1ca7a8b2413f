import type { SearchKind } from "#shared/search/contract.ts";
import { numberText } from "./common.ts";

/** Words of the search: its page under Arsip and the box in the top bar. */
export const searchText = {
  archive: "Arsip",
  sections: "Bagian arsip",
  tab: "Cari",
  words: "Cari di seluruh arsip",
  placeholder: "Nomor, nama, data, isi surat, isi berkas …",
  kinds: "Saring menurut jenis",
  allKinds: "Semua",
  kind: {
    request: "Permohonan",
    letter: "Surat",
    file: "Berkas",
    note: "Catatan",
  } satisfies Record<SearchKind, string>,
  year: "Tahun",
  anyYear: "Semua tahun",
  sop: "SOP",
  anySop: "Semua SOP",
  status: "Keadaan",
  anyStatus: "Semua keadaan",
  sort: "Urutan",
  newest: "Terbaru",
  best: "Paling cocok",
  count: (total: number, more: boolean) =>
    more ? `Lebih dari ${numberText(total)} hasil` : `${numberText(total)} hasil`,
  waiting: (files: number) =>
    files === 1
      ? "Isi satu berkas masih dibaca dan segera dapat dicari."
      : `Isi ${numberText(files)} berkas masih dibaca dan segera dapat dicari.`,
  due: (requests: number) =>
    requests === 1
      ? "Satu permohonan yang baru tiba belum masuk pencarian; sebentar lagi."
      : `${numberText(requests)} permohonan belum masuk pencarian; sedang dikerjakan.`,
  results: "Hasil pencarian",
  page: (page: number, pages: number) => `Halaman ${numberText(page)} dari ${numberText(pages)}`,
  previous: "Sebelumnya",
  next: "Berikutnya",
  lastPage: (most: number) =>
    `Hanya ${numberText(most)} hasil pertama yang ditampilkan. Tambahkan kata atau saringan.`,
  notFound: "Tidak ada yang memuat semua kata itu",
  notFoundHelp:
    "Periksa ejaannya, kurangi katanya, atau lepaskan saringannya. Setiap kata harus ada di permohonan, surat, berkas, atau catatan yang sama.",
  clear: "Lepaskan saringan",
  start: "Cari apa saja yang pernah dicatat",
  startHelp:
    "Tulis nomor, nama pemohon, data yang diminta, atau kata dalam surat, catatan, dan berkas PDF, Word, Excel, atau teks. Bentuk lain dari kata itu ikut ditemukan: permohonan, memohon, dimohon.",
  hintPhrase: "Kata yang harus berurutan diapit tanda petik:",
  hintWithout: "Kata yang tidak boleh ada diberi tanda minus:",
  examplePhrase: "“luas panen”",
  exampleWithout: "padi -jagung",
  inHouse: "Kegiatan internal",
  noteKinds: {
    note: "Catatan",
    step: "Catatan langkah",
    disposition: "Disposisi",
    pause: "Jeda jam SOP",
    objection: "Keberatan",
    extension: "Perpanjangan jawaban",
    cancelled: "Pembatalan",
  } as Record<string, string>,
  /** The box in the top bar. */
  box: "Cari atau pergi ke",
  boxPlaceholder: "Cari apa saja …",
  searchAll: (words: string) => `Cari “${words}” di seluruh arsip`,
  hits: "Ditemukan",
  commands: "Pergi ke",
  search: "Cari",
  newRequest: "Permohonan baru",
  newWork: "Kegiatan baru",
  books: "Buku agenda",
};

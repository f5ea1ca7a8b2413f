import type { RetentionList } from "#shared/retention/contract.ts";
import type { Decision } from "#shared/retention/model.ts";
import { plainDay } from "#shared/time/format.ts";
import { numberText, sizeText } from "./common.ts";

/** Words of Arsip, Retensi: the lists, what is recorded, the destruction. */
export const retentionText = {
  tab: "Retensi",
  lists: "Daftar retensi",
  proposals: "Berita acara",
  year: "Tahun ditutup",
  allYears: "Semua tahun",
  code: "Klasifikasi",
  codePlaceholder: "Klasifikasi",
  rack: "Rak",
  box: "Boks",
  folder: "Folder",
  exportList: "Ekspor Excel",
  exported: (rows: number) => `${numberText(rows)} baris diekspor ke Excel.`,
  print: "Cetak daftar …",
  printTitle: (list: string) => `Cetak daftar ${list.toLowerCase()}`,
  labels: "Cetak label …",
  count: (total: number) => `${numberText(total)} arsip`,

  number: "Nomor",
  subject: "Uraian dan SOP",
  classification: "Klasifikasi",
  closed: "Ditutup",
  activeEnd: "Aktif sampai",
  inactiveEnd: "Inaktif sampai",
  fate: "Menurut jadwal",
  place: "Tempat",
  destroyed: "Dimusnahkan",
  noCode: "belum diisi",
  noRule: "belum ada aturan",
  noPlace: "belum dicatat",
  running: "masih berjalan",
  inProposal: "dalam usul",
  moved: (day: string) => `dipindahkan ${day}`,

  choose: (number: string) => `Pilih ${number}`,
  chooseAll: (total: number) =>
    total > 2000 ? "Pilih 2.000 yang pertama" : `Pilih semua (${numberText(total)})`,
  chosen: (count: number) => `${numberText(count)} dipilih`,
  chooseNone: "Batalkan pilihan",
  move: "Catat pemindahan …",
  handOver: "Catat penyerahan …",
  propose: "Usulkan pemusnahan …",
  review: "Putuskan …",
  classify: "Isi klasifikasi …",

  noRules: "Jadwal retensi (JRA) belum diisi",
  noRulesHelp:
    "Berapa lama arsip disimpan ditetapkan oleh setiap kantor, jadi Lajur tidak membawa angka bawaan. Isi atau impor jadwal kantor Anda, lalu daftar di sini terisi sendiri.",
  toRules: "Isi jadwal retensi",
  empty: {
    move: "Tidak ada arsip yang perlu dipindahkan hari ini",
    destroy: "Tidak ada arsip yang dapat diusulkan musnah hari ini",
    review: "Tidak ada arsip yang perlu dinilai kembali hari ini",
    permanent: "Tidak ada arsip permanen yang perlu diserahkan hari ini",
    unruled: "Semua arsip yang ditutup sudah punya aturan retensi",
    placed: "Belum ada tempat arsip yang dicatat",
    destroyed: "Belum ada arsip yang dimusnahkan",
  } satisfies Record<RetentionList, string>,
  emptyHelp: {
    move: "Arsip masuk ke sini pada hari masa aktifnya berakhir.",
    destroy:
      "Arsip masuk ke sini pada hari masa inaktifnya berakhir, bila jadwal menyebutnya musnah.",
    review:
      "Arsip masuk ke sini bila masa inaktifnya berakhir dan jadwal menyebutnya dinilai kembali.",
    permanent: "Arsip masuk ke sini bila masa inaktifnya berakhir dan jadwal menyebutnya permanen.",
    unruled: "Arsip tanpa klasifikasi atau tanpa aturan tidak pernah masuk usul musnah.",
    placed: "Catat rak, boks, dan folder di halaman permohonan, atau saat mencatat pemindahan.",
    destroyed: "Setelah pemusnahan dilaksanakan, catatannya tetap tampak di sini.",
  } satisfies Record<RetentionList, string>,
  notFound: "Tidak ada yang cocok dengan saringan ini",
  notFoundHelp: "Ubah tahun, klasifikasi, atau tempatnya.",
  clear: "Hapus saringan",
  about: {
    move: "Masa aktif sudah berakhir dan arsip belum dipindahkan ke unit kearsipan.",
    destroy: "Masa inaktif sudah berakhir. Pemusnahan perlu persetujuan dua pengguna.",
    review: "Masa inaktif sudah berakhir. Putuskan: musnah, permanen, atau simpan lebih lama.",
    permanent: "Masa inaktif sudah berakhir. Arsip diserahkan ke lembaga kearsipan daerah.",
    unruled:
      "Pilih arsip lalu isi klasifikasinya, atau tambahkan aturan untuk kodenya di Pengaturan.",
    placed: "Semua arsip yang diketahui letaknya.",
    destroyed: "Berkas dan data pribadi sudah dihapus; catatannya tetap ada.",
  } satisfies Record<RetentionList, string>,
};

export const moveText = {
  title: { inactive: "Catat pemindahan", institution: "Catat penyerahan" },
  help: {
    inactive: (count: number) =>
      `${numberText(count)} arsip dicatat sudah dipindahkan ke unit kearsipan.`,
    institution: (count: number) =>
      `${numberText(count)} arsip dicatat sudah diserahkan ke lembaga kearsipan daerah.`,
  },
  day: { inactive: "Tanggal dipindahkan", institution: "Tanggal diserahkan" },
  place: "Tempat sekarang",
  placeHelp: "Boleh kosong: tempat yang sudah tercatat tetap.",
  save: "Catat",
  done: (total: number) => `${numberText(total)} arsip dicatat.`,
};

export const decisionText: Record<Decision, string> = {
  destroy: "Musnah",
  permanent: "Simpan permanen",
  extend: "Simpan lebih lama",
};

export const classifyText = {
  title: "Isi klasifikasi",
  help: (count: number) =>
    `Klasifikasi untuk ${numberText(count)} arsip yang dipilih. Tempatnya tidak berubah.`,
  save: "Simpan klasifikasi",
  done: (total: number) => `Klasifikasi ${numberText(total)} arsip tersimpan.`,
};

export const reviewText = {
  title: "Putuskan penilaian kembali",
  help: (count: number) => `Keputusan berlaku untuk ${numberText(count)} arsip yang dipilih.`,
  decision: "Keputusan",
  years: "Disimpan lagi (tahun, dari hari ini)",
  reason: "Alasan",
  save: "Catat keputusan",
  done: (total: number) => `Keputusan atas ${numberText(total)} arsip dicatat.`,
};

export const destructionText = {
  propose: "Usulkan pemusnahan",
  proposeHelp: (count: number) =>
    `Usul untuk ${numberText(count)} arsip. Belum ada yang dihapus: dua pengguna harus menyetujuinya dahulu.`,
  reason: "Alasan pemusnahan",
  reasonHelp: "Tercetak di berita acara.",
  reasonUsual: "Jangka simpan menurut Jadwal Retensi Arsip sudah berakhir.",
  proposed: "Usul dicatat. Dua pengguna perlu menyetujuinya.",

  none: "Belum ada usul pemusnahan",
  noneHelp: "Pilih arsip di Usul musnah, lalu tekan Usulkan pemusnahan.",
  count: (count: number) => `${numberText(count)} arsip`,
  status: {
    proposed: "Menunggu persetujuan",
    approved: "Disetujui",
    started: "Sedang dilaksanakan",
    executed: "Dilaksanakan",
    withdrawn: "Ditarik",
  },
  columns: {
    proposed: "Diusulkan",
    count: "Jumlah",
    approvals: "Persetujuan",
    record: "Berita acara",
    status: "Keadaan",
  },
  approvalsOf: (given: number) => `${Math.min(given, 2)} dari 2`,
  noRecord: "belum bernomor",
  open: "Buka …",

  title: (count: number) => `Pemusnahan ${numberText(count)} arsip`,
  proposedBy: (at: string, by: string) => `Diusulkan ${at} oleh ${by}`,
  approvedBy: (at: string, by: string) => `Disetujui ${by}, ${at}`,
  waitingFor: (left: number) =>
    left === 2
      ? "Menunggu persetujuan dua pengguna yang berbeda."
      : "Menunggu persetujuan satu pengguna lain.",
  withdrawnBy: (at: string, by: string, reason: string) => `Ditarik ${at} oleh ${by}: ${reason}`,
  executedBy: (at: string, by: string, files: number, bytes: number) =>
    `Dilaksanakan ${at} oleh ${by}. ${numberText(files)} berkas (${sizeText(bytes)}) dihapus.`,
  recordOf: (number: string, day: string) => `Berita acara nomor ${number}, ${plainDay(day)}`,
  approve: "Setujui sebagai saya",
  approvedNow: "Persetujuan Anda dicatat.",
  youApproved: "Anda sudah menyetujui. Persetujuan kedua diberikan pengguna lain.",
  withdraw: "Tarik usul …",
  withdrawTitle: "Tarik usul pemusnahan",
  withdrawHelp: "Usul tetap tercatat sebagai ditarik. Tidak ada arsip yang berubah.",
  withdrawn: "Usul ditarik. Tidak ada yang dihapus.",
  execute: "Laksanakan pemusnahan …",
  resume: "Lanjutkan pemusnahan",
  classification: "Klasifikasi berita acara",
  classificationHelp: "Untuk nomor berita acara.",
  ask: (count: number) => ({
    title: `Musnahkan ${numberText(count)} arsip?`,
    confirm: "Musnahkan sekarang",
    cancel: "Jangan musnahkan",
  }),
  askBody: (files: number, bytes: number, persons: number) =>
    `Yang hilang untuk selamanya: ${numberText(files)} berkas (${sizeText(bytes)}), identitas ${numberText(persons)} pemohon, dan kata-kata permohonannya di layar dan pencarian. Nomor, SOP, tanggal, dan klasifikasi tetap tercatat. Cadangan tidak mengembalikannya.`,
  loses: (files: number, bytes: number, persons: number) =>
    `Akan dihapus: ${numberText(files)} berkas (${sizeText(bytes)}) dan identitas ${numberText(persons)} pemohon.`,
  stays:
    "Teks di log kejadian yang bukan identitas pemohon tetap ada agar rantai buktinya utuh, tetapi tidak lagi ditampilkan. Cadangan lama masih memuat isinya sampai tergilir; bila dipulihkan, pemusnahan diulangi.",
  progress: (done: number, total: number) =>
    `Memusnahkan ${numberText(done)} dari ${numberText(total)} …`,
  done: (number: string) => `Pemusnahan dilaksanakan. Berita acara nomor ${number}.`,
  print: "Berita acara …",
  printTitle: "Berita acara pemusnahan arsip",
  list: "Arsip dalam usul ini",
  more: (count: number) => `dan ${numberText(count)} arsip lain; semuanya ada di berita acara.`,
  withdrawReason: "Alasan ditarik",
};

export const labelsText = {
  title: "Cetak label arsip",
  kind: "Label untuk",
  kinds: { box: "Boks", folder: "Folder" },
  layout: "Lembar label (A4)",
  layouts: { "2x7": "2 × 7 (99,1 × 38,1 mm)", "3x8": "3 × 8 (70 × 36 mm)" },
  skip: "Label yang sudah terpakai di lembar pertama",
  lines: "Cetak garis potong (kertas biasa)",
  help: "Satu label untuk setiap boks atau folder yang tercatat. Cetak tanpa penskalaan (100%).",
  rack: "Hanya rak",
  box: "Hanya boks",
};

/** The block on a request's page. */
export const placeText = {
  title: "Tempat arsip",
  none: "Belum dicatat",
  change: "Ubah …",
  classification: "Klasifikasi",
  fromLetters: (code: string) => `${code} (dari suratnya)`,
  stage: {
    running: "Masih berjalan; masa simpan dihitung sejak ditutup.",
    unruled: "Belum ada aturan retensi untuk klasifikasinya.",
    active: "Arsip aktif",
    inactive: "Arsip inaktif",
    destroy: "Masa simpan berakhir: usul musnah",
    review: "Masa simpan berakhir: dinilai kembali",
    permanent: "Masa simpan berakhir: permanen",
    destroyed: "Dimusnahkan",
  },
  until: (day: string) => `sampai ${day}`,
  thenFate: (fate: string) => `lalu ${fate.toLowerCase()}`,

  dialog: "Klasifikasi dan tempat arsip",
  codeHelp: "Kosong: memakai klasifikasi suratnya.",
  why: "Cara menghitung masa simpan",
  whyHelp:
    "Yang berlaku ialah masa simpan terlama di antara permohonan dan surat-suratnya, dihitung sejak permohonan ditutup.",
  own: "Permohonan ini",
  letter: (number: string) => `Surat ${number}`,
  of: "Untuk",
  rule: "Aturan",
  active: "Aktif",
  inactive: "Inaktif",
  fate: "Sesudahnya",
  result: "Yang berlaku",
  noCode: "tanpa klasifikasi",
  noRule: "belum ada aturan",
  followsOwn: "mengikuti permohonan",
  saved: "Klasifikasi dan tempat arsip tersimpan.",
};

/** The page of a request that has been destroyed. */
export const destroyedText = {
  badge: "Dimusnahkan",
  title: (number: string) => `Permohonan ${number}`,
  note: "Berkas permohonan ini sudah dimusnahkan",
  help: (record: string, day: string) =>
    `Dimusnahkan ${plainDay(day)} dengan berita acara nomor ${record}. Lampiran dan identitas pemohon sudah dihapus dan tidak dapat dikembalikan. Yang tersisa ialah catatan di bawah ini.`,
  sop: "SOP",
  received: "Diterima",
  closed: "Ditutup",
  outcome: "Hasil",
  classification: "Klasifikasi",
  record: "Berita acara pemusnahan",
  by: "Dilaksanakan oleh",
  letters: "Nomor surat",
};

/** Pengaturan: the schedule. */
export const scheduleText = {
  title: "Jadwal retensi arsip (JRA)",
  help: "Setiap kantor menetapkan sendiri jadwalnya; Lajur tidak membawa angka bawaan. Aturan berlaku untuk kodenya dan semua kode di bawahnya yang tidak punya aturan sendiri.",
  none: "Belum ada aturan. Tambahkan di bawah, atau impor dari Excel.",
  code: "Kode",
  active: "Aktif",
  inactive: "Inaktif",
  fate: "Sesudah itu",
  note: "Keterangan",
  years: "tahun",
  months: "bulan",
  activeYears: "Aktif, tahun",
  activeMonths: "Aktif, bulan",
  inactiveYears: "Inaktif, tahun",
  inactiveMonths: "Inaktif, bulan",
  drop: (code: string) => `Hapus aturan ${code}`,
  change: (code: string) => `Ubah aturan ${code}`,
  add: "Tambah aturan",
  replace: "Ganti aturan",
  shown: (shown: number, total: number) =>
    shown === total
      ? `${numberText(total)} aturan`
      : `${numberText(shown)} dari ${numberText(total)} aturan. Cari untuk mempersempit.`,
  search: "Cari kode",
  importFile: "Impor jadwal retensi dari Excel",
  importHelp: "Judul kolom: Kode, Aktif, Inaktif, Keterangan (Musnah, Dinilai kembali, Permanen).",
  read: (count: number) =>
    count === 0 ? "Tidak ada aturan yang terbaca" : `${numberText(count)} aturan terbaca`,
  readHelp: "Belum ada yang disimpan. Periksa beberapa baris pertama ini:",
  line: (code: string, active: string, inactive: string, fate: string) =>
    `${code}: aktif ${active}, inaktif ${inactive}, ${fate.toLowerCase()}`,
  replaceAll: "Ganti seluruh jadwal",
  addAll: "Tambahkan ke jadwal",
  save: "Simpan jadwal",
  saved: (count: number) => `${numberText(count)} aturan retensi tersimpan.`,
  changed: (count: number) => `Belum disimpan: ${numberText(count)} aturan`,
  unsaved: "jadwal retensi",
};

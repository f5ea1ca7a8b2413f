import { inSeries } from "#shared/register/series.ts";
import { numberText } from "./common.ts";

/** Words of the registers: the book's page. */
export const registersText = {
  title: "Buku agenda & nomor",
  book: "Buku",
  year: "Tahun",
  words: "Cari dalam buku",
  wordsPlaceholder: "Nomor, nama, hal …",
  enter: "Catat surat …",
  exportBook: "Ekspor Excel",
  print: "Cetak …",
  printTitle: (name: string, year: number) => `Cetak buku ${name.toLowerCase()} ${year}`,
  exported: (rows: number) => `${numberText(rows)} baris diekspor ke Excel.`,
  next: (number: string) => `Nomor berikutnya: ${number}`,
  count: (total: number) => `${numberText(total)} nomor`,
  gapCount: (open: number) =>
    open === 0 ? "" : `${numberText(open)} nomor dilewati tanpa alasan tertulis`,
  remark: "Keterangan",
  request: (number: string) => `Permohonan ${number}`,
  voided: (reason: string) => `Dibatalkan: ${reason}`,
  inserted: (reason: string) => `Nomor sisipan: ${reason}`,
  double: "Nomor ganda: surat lain bernomor sama. Batalkan salah satunya.",
  passed: (series: string, from: number, to: number, open: boolean) => {
    const how = open ? "disediakan" : "dilewati";
    if (from === to) return `Nomor ${inSeries(series, String(from))} ${how}`;
    const numbers = `Nomor ${inSeries(series, String(from))} sampai ${inSeries(series, String(to))}`;
    return `${numbers} ${how} (${numberText(to - from + 1)} nomor)`;
  },
  explain: "Beri alasan …",
  changeReason: "Ubah alasan …",
  voidNumber: "Batalkan …",
  none: (name: string, year: number) => `${name} ${year} belum memuat nomor`,
  noneHelp:
    "Surat dari permohonan masuk sendiri saat diberi nomor. Surat lain dicatat lewat Catat surat.",
  notFound: "Tidak ada yang cocok",
  notFoundHelp: "Ubah kata pencariannya.",
  clear: "Tampilkan semua",

  explainTitle: (from: number, to: number) =>
    from === to ? `Alasan nomor ${from} dilewati` : `Alasan nomor ${from} sampai ${to} dilewati`,
  explainHelp: "Ditulis di buku, pada cetakan, dan pada ekspor Excel.",
  explained: "Alasan dicatat di buku.",
  voidTitle: (number: string) => `Batalkan nomor ${number}`,
  voidHelp: "Nomor tetap ada di buku, dicoret, dengan alasan ini. Nomor itu tidak dipakai lagi.",
  voidedNow: (number: string) => `Nomor ${number} dibatalkan.`,
  reason: "Alasan",
};

/** Words of the dialog in which a letter from outside of requests is written down. */
export const enterText = {
  title: (name: string) => `Catat di ${name.toLowerCase()}`,
  help: "Untuk surat yang tidak lewat permohonan. Nomornya diberikan saat dicatat.",
  date: "Tanggal surat",
  received: "Tanggal diterima",
  reference: "Nomor dan tanggal surat pengirim",
  classification: "Kode klasifikasi",
  numbering: "Nomor",
  next: (number: string) => `Nomor berikutnya (${number})`,
  nextUnknown: "Nomor berikutnya",
  insert: "Nomor sisipan di antara nomor lama",
  own: "Sudah punya nomor",
  after: "Sesudah nomor urut",
  afterHelp: "Misalnya 123: surat ini mendapat 123.a",
  afterInvalid: "Isi dengan nomor urut yang sudah ada, angka saja.",
  insertReason: "Alasan disisipkan",
  number: "Nomor yang sudah tertulis",
  save: "Catat",
  saved: (number: string) => `Dicatat dengan nomor ${number}.`,
};

/** Words of Pengaturan, Penomoran. */
export const numberingText = {
  title: "Penomoran",
  patterns: "Pola nomor",
  book: "Buku yang diatur",
  unit: "Kode unit kerja",
  unitHelp: "Mengisi {unit}, misalnya DISKOMINFO atau 429.116. Boleh kosong.",
  pattern: "Pola nomor",
  patternMissing: "Pola harus memuat {nomor}, nomor urutnya. Tanpa itu dua surat bernomor sama.",
  parts: "Sisipkan bagian",
  part: {
    "{klasifikasi}": "kode klasifikasi",
    "{nomor}": "nomor urut",
    "{nomor:3}": "nomor urut tiga angka (007)",
    "{unit}": "kode unit kerja",
    "{bulan}": "bulan dalam angka Romawi",
    "{tahun}": "tahun",
  },
  preview: "Surat hari ini bernomor",
  presets: "Pola yang dipakai di surat dinas",
  seen: (number: string) => `seperti ${number}`,
  reset: "Nomor urut mulai lagi",
  resets: { yearly: "setiap tahun", never: "tidak pernah" },
  first: (year: number) => `Nomor pertama ${year}`,
  firstEver: "Nomor pertama",
  firstHelp: "Untuk melanjutkan buku di kertas. Tahun berikutnya mulai dari 1.",
  firstEverHelp: "Untuk melanjutkan buku di kertas.",
  firstInvalid: "Isi dengan angka dari 1 sampai 1.000.000.",
  yearless:
    "Pola ini tidak memuat {tahun}, jadi nomor yang sama muncul lagi setiap tahun. Tanggal suratlah yang membedakannya.",
  save: "Simpan penomoran",
  saved: "Penomoran tersimpan.",
  unsaved: "penomoran",

  codes: "Kode klasifikasi arsip",
  codesShipped:
    "Baru memuat lima kode utama menurut Permendagri 83/2022. Impor tabel lengkap kantor Anda dari Excel.",
  searchCodes: "Cari kode atau nama",
  code: "Kode",
  codeName: "Nama",
  addCode: "Tambah kode",
  codeKnown: "Kode ini sudah ada di tabel.",
  dropCode: (code: string) => `Hapus kode ${code}`,
  shownCodes: (shown: number, total: number) =>
    shown === total
      ? `${numberText(total)} kode`
      : `${numberText(shown)} dari ${numberText(total)} kode. Cari untuk mempersempit.`,
  noCodes: "Tidak ada kode yang cocok.",
  importCodes: "Impor tabel klasifikasi dari Excel",
  readCodes: (count: number) =>
    count === 0 ? "Tidak ada kode yang terbaca" : `${numberText(count)} kode terbaca`,
  readHelp: "Belum ada yang disimpan. Periksa beberapa baris pertama ini:",
  more: (count: number) => `dan ${numberText(count)} baris lain`,
  problems: (count: number) => `${numberText(count)} baris perlu dilihat:`,
  problem: (row: number | null, detail: string, message: string) =>
    [row === null ? "" : `Baris ${row}`, detail, message].filter((part) => part !== "").join(": "),
  replaceCodes: "Ganti seluruh tabel",
  addCodes: "Tambahkan ke tabel",
  ignoreCodes: "Abaikan",
  changedCodes: (count: number) => `Belum disimpan: ${numberText(count)} kode`,
  saveCodes: "Simpan klasifikasi",
  codesSaved: (count: number) => `${numberText(count)} kode klasifikasi tersimpan.`,
  codesUnsaved: "kode klasifikasi",
};

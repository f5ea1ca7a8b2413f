import type { LetterStage } from "#shared/letter/state.ts";
import { moment, plainDay } from "#shared/time/format.ts";
import type { Zone } from "#shared/time/zone.ts";
import { listed } from "./common.ts";
import type { ChipTone } from "./request.ts";

/** Words of letters on their way: their list, their form, and what is recorded of them. */

export const stageText: Record<LetterStage, string> = {
  draft: "Konsep",
  checking: "Menunggu paraf",
  approved: "Siap diberi nomor",
  numbered: "Menunggu tanda tangan",
  signed: "Ditandatangani",
  sent: "Terkirim",
  void: "Batal",
};

export const stageTone: Record<LetterStage, ChipTone> = {
  draft: "mute",
  checking: "warn",
  approved: "run",
  numbered: "warn",
  signed: "run",
  sent: "ok",
  void: "late",
};

/** What the button that opens a letter of this stage says. */
export const nextText: Record<LetterStage, string> = {
  draft: "Lanjutkan …",
  checking: "Lihat paraf …",
  approved: "Beri nomor …",
  numbered: "Catat tanda tangan …",
  signed: "Catat pengiriman …",
  sent: "Lihat dan cetak",
  void: "Lihat",
};

const firstLower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** The letters of one request. */
export const lettersTabText = {
  letters: "Surat dan dokumen",
  none: "Belum ada surat. Pilih di bawah untuk menulis yang pertama.",
  toWrite: "Buat surat",
  papers: "Kertas lain",
  write: "Tulis …",
  open: "Lihat dan cetak",
  other: "Surat lain …",
  fits: (step: number) => `sesuai output langkah ${step}`,
  checkNow: "Beri paraf …",
  prepare: (name: string) => `Siapkan ${firstLower(name)}`,
  goOn: (name: string) => `Lanjutkan ${firstLower(name)}`,
  openLetter: (name: string) => `Buka ${firstLower(name)}`,
  entry: (name: string, number: string, stage: LetterStage) =>
    number === "" ? `${name} (${firstLower(stageText[stage])})` : `${name} · ${number}`,
  disposition: "Lembar disposisi",
  receipt: "Tanda terima",
  unknown: "Surat",
};

/** Writing a draft. */
export const draftText = {
  unsaved: (name: string) => firstLower(name),
  form: (name: string) => `Isian ${firstLower(name)}`,
  head: "Kepala surat",
  headHelp: "hal, penerima, sifat, penanda tangan",
  subject: "Hal",
  to: "Kepada (baris sesudah Yth.)",
  security: "Sifat keamanan",
  securities: {
    ordinary: "Biasa",
    restricted: "Terbatas",
    secret: "Rahasia",
    "top-secret": "Sangat Rahasia",
  },
  urgency: "Kecepatan",
  urgencies: { ordinary: "Biasa", urgent: "Segera", "very-urgent": "Sangat Segera" },
  classification: "Kode klasifikasi",
  copies: "Tembusan",
  onePerLine: "Satu baris satu butir.",
  copiesHelp: "Satu penerima satu baris.",
  date: "Tanggal surat",
  dateHelp: "Kosongkan agar memakai tanggal saat surat diberi nomor.",
  dateOfPaper: "Kosongkan untuk tanggal hari ini.",
  signer: "Penanda tangan",
  holder: (name: string) => name,
  noHolder: "Pejabatnya belum tercatat di Pengaturan; nama dicetak kosong.",
  onBehalf: "Atas nama (a.n.)",
  through: "Melalui (u.b.)",
  nobody: "tidak",
  row: (column: string, row: number) => `${column} baris ${row}`,
  addRow: "Tambah baris",
  removeRow: (row: number) => `Hapus baris ${row}`,
  pasteHelp: "Tabel yang disalin dari Excel dapat ditempel di sini.",
  save: "Simpan konsep",
  saved: "Konsep tersimpan.",
  submit: "Minta paraf …",
  number: "Beri nomor …",
  discard: "Buang konsep",
  discardAsk: (name: string) => ({
    title: "Buang konsep ini?",
    body: `Isi konsep ${firstLower(name)} tidak dapat dibuka lagi. Di Riwayat tetap tercatat bahwa konsep ini pernah dibuat.`,
    confirm: "Buang konsep",
    danger: true,
  }),
  discarded: "Konsep dibuang.",
  takesBack: "Menyimpan perubahan menarik kembali paraf yang sudah diminta atau diberikan.",
  takeBackAsk: {
    title: "Simpan perubahan konsep?",
    body: "Paraf yang sudah diminta atau diberikan ditarik kembali, karena isinya berubah.",
    confirm: "Simpan konsep",
  },
  returned: (name: string) => `Dikembalikan oleh ${name}`,
};

/** Paraf. */
export const checkText = {
  title: "Minta paraf",
  help: "Paraf diberikan berurutan, paling banyak tiga orang. Yang pertama mendapat giliran lebih dahulu.",
  places: ["Paraf pertama", "Paraf kedua", "Paraf ketiga"],
  nobody: "tidak ada",
  alone: "Belum ada pengguna lain yang aktif. Tambahkan di Pengaturan, bagian Pengguna.",
  ask: "Minta paraf",
  asked: (names: string[]) => `Paraf diminta kepada ${listed(names)}.`,
  chain: "Paraf",
  given: (at: string, zone: Zone) => `diberikan ${moment(at, zone)}`,
  refused: (at: string, zone: Zone) => `dikembalikan ${moment(at, zone)}`,
  now: "giliran sekarang",
  later: "menunggu giliran",
  yours: "Paraf ini giliran Anda.",
  note: "Catatan",
  noteHelp: "Wajib diisi bila dikembalikan.",
  give: "Beri paraf",
  giveShort: "Paraf …",
  giveFor: (about: string) => `Paraf untuk ${about}`,
  giveTitle: "Paraf konsep surat",
  sendBack: "Kembalikan",
  done: "Paraf tersimpan.",
  sentBack: "Konsep dikembalikan kepada pembuatnya.",
  look: "Baca surat",
  change: "Ubah konsep",
};

/** Giving a number. */
export const numberText = {
  title: "Beri nomor",
  help: "Setelah bernomor, isi surat tidak dapat diubah dan nomornya tidak dapat dipakai lagi.",
  next: (book: string, number: string) => `Nomor berikutnya di buku ${book}: ${number}`,
  date: "Tanggal surat",
  other: "Sisipkan, atau pakai nomor sendiri",
  way: "Cara memberi nomor",
  ways: {
    next: "Nomor urut berikutnya",
    insert: "Sisipkan setelah nomor …",
    own: "Nomor sendiri",
  },
  after: "Sisipkan setelah nomor urut",
  afterHelp: "Hanya angkanya, misalnya 12. Surat ini menjadi 12a.",
  afterInvalid: "Tulis nomor urutnya sebagai angka.",
  insertReason: "Alasan penyisipan",
  own: "Nomor sendiri",
  ownHelp: "Misalnya nomor yang diberikan SRIKANDI.",
  ownMissing: "Tulis nomornya.",
  issue: "Beri nomor",
  issued: (number: string) => `Surat bernomor ${number}.`,
};

/** A letter that has its number. */
export const progressText = {
  numbered: (number: string) => `Surat ini bernomor ${number} dan isinya tetap.`,
  numberedBy: (at: string, zone: Zone, name: string) =>
    `Diberi nomor ${moment(at, zone)} oleh ${name}`,
  inserted: (reason: string) => `Nomor sisipan. Alasan: ${reason}`,
  signedWet: (day: string) => `Ditandatangani ${plainDay(day)} dengan tanda tangan basah`,
  signedElectronic: (day: string) => `Ditandatangani ${plainDay(day)} secara elektronik`,
  recordedBy: (at: string, zone: Zone, name: string) => `Dicatat ${moment(at, zone)} oleh ${name}`,
  onPaper: "Berkasnya hanya ada di kertas.",
  signedFile: "Berkas bertanda tangan",
  fileKept: "Disimpan persis seperti yang diterima dan tidak disusun ulang.",
  pictureFile: "Berkas ini bukan PDF. Unduh untuk membukanya.",
  signatures: "Tanda tangan dalam berkas",
  noSignatures: "Tidak ada tanda tangan elektronik di dalam berkas ini.",
  signatureStates: {
    intact: "Utuh: tidak berubah sejak ditandatangani",
    changed: "Berubah sesudah ditandatangani",
    broken: "Rusak: tanda tangan tidak cocok dengan isinya",
    unknown: "Tidak dapat diperiksa di PC ini",
  },
  signedAt: (at: string, zone: Zone) => moment(at, zone),
  noTime: "waktu tidak tercantum",
  issuer: (name: string) => `Sertifikat dari ${name}`,
  sent: (day: string, how: string, to: string) =>
    `Dikirim ${plainDay(day)} kepada ${to}, ${firstLower(how)}`,
  proof: "Bukti pengiriman",
  voided: (at: string, zone: Zone, name: string) => `Dibatalkan ${moment(at, zone)} oleh ${name}`,
  voidReason: (reason: string) => `Alasan: ${reason}`,
  anchored: "PDF untuk TTE",
  word: "Word …",
  uploadSigned: "Unggah hasil TTE …",
  recordWet: "Catat tanda tangan basah …",
  recordSent: "Catat pengiriman …",
  void: "Batalkan surat …",
};

export const wordText = {
  title: "Simpan sebagai Word",
  variables: "Pertahankan variabel SRIKANDI",
  variablesHelp:
    "Nomor, tanggal, sifat, hal, dan tanda tangan ditulis sebagai ${…} untuk diisi SRIKANDI.",
  save: "Simpan Word …",
};

export const signText = {
  electronicTitle: "Unggah hasil TTE",
  electronicHelp:
    "Pilih PDF yang dikembalikan aplikasi tanda tangan elektronik. Berkas disimpan apa adanya dan diperiksa apakah memang surat ini.",
  wetTitle: "Catat tanda tangan basah",
  wetHelp: "Pindaian surat yang sudah ditandatangani boleh dilampirkan (PDF, JPEG, atau PNG).",
  file: "Berkas bertanda tangan",
  scan: "Pindaian surat",
  day: "Tanggal tanda tangan",
  looked: "Saya sudah melihat isinya",
  lookedHelp: (name: string) =>
    `${name} tidak memuat teks yang dapat dibandingkan dengan surat ini. Buka berkasnya dan pastikan isinya benar.`,
  save: "Simpan",
  done: "Tanda tangan tercatat.",
  remove: (name: string) => `Lepas ${name}`,
  sending: (percent: number) => `Mengunggah, ${percent}%`,
};

export const sendText = {
  title: "Catat pengiriman",
  how: "Cara pengiriman",
  ways: [
    "Diambil di kantor",
    "Lewat pos-el",
    "Lewat pos",
    "Lewat kurir",
    "Lewat SRIKANDI",
    "Diantar langsung",
  ],
  otherWay: "Cara lain …",
  otherHow: "Cara pengiriman lain",
  to: "Diterima atau dituju",
  day: "Tanggal kirim",
  note: "Keterangan",
  proof: "Bukti pengiriman (boleh kosong)",
  save: "Catat pengiriman",
  done: "Pengiriman tercatat.",
};

export const voidText = {
  title: "Batalkan surat",
  help: (number: string) =>
    `Surat nomor ${number} tidak berlaku lagi. Nomornya tetap di buku agenda bersama alasannya dan tidak dipakai surat lain.`,
  reason: "Alasan",
  save: "Batalkan surat",
  done: (number: string) => `Surat nomor ${number} dibatalkan.`,
};

/** The list of all letters. */
export const lettersText = {
  title: "Surat",
  filters: "Saring surat",
  all: "Semua",
  mine: "Perlu paraf saya",
  words: "Cari surat",
  wordsPlaceholder: "Nomor, hal, penerima, atau permohonan",
  number: "Nomor",
  subject: "Hal",
  party: "Kepada",
  request: "Permohonan",
  stage: "Keadaan",
  changed: "Diubah",
  select: (subject: string) => `Pilih ${subject}`,
  selectHead: "Pilih",
  noNumber: "–",
  checker: (name: string) => `giliran ${name}`,
  count: (total: number) => `${total.toLocaleString("id-ID")} surat`,
  chosen: (count: number) => `${count} dipilih`,
  clearChosen: "Lepas pilihan",
  print: "Cetak yang dipilih",
  printing: (done: number, all: number) => `Menyiapkan ${done} dari ${all} …`,
  printed: (count: number) => `${count} surat dikirim ke pencetak dalam satu tugas.`,
  printCancelled: "Pencetakan dibatalkan. Tidak ada surat yang dicatat sebagai tercetak.",
  printFailed: (why: string) => `${why} Tidak ada surat yang dicatat sebagai tercetak.`,
  tooMany: (most: number) => `Paling banyak ${most} surat sekali cetak.`,
  books: "Buku agenda & nomor",
  verify: "Periksa surat …",
  none: "Belum ada surat",
  noneHelp: "Surat ditulis dari halaman permohonannya, lalu terkumpul di sini.",
  toRequests: "Ke Permohonan",
  notFound: "Tidak ada surat yang cocok",
  notFoundHelp: "Ubah kata pencarian atau saringannya.",
  clear: "Tampilkan semua surat",
};

export const verifyText = {
  title: "Periksa surat",
  help: "Pindai kode QR pada surat, tempel isinya, atau ketik nomor suratnya. Diperiksa dengan arsip di PC ini, tanpa internet.",
  code: "Isi kode atau nomor surat",
  check: "Periksa",
  verdicts: {
    same: "Surat ini benar",
    different: "Isinya berbeda",
    voided: "Surat ini sudah dibatalkan",
    unknown: "Tidak dikenal",
    unreadable: "Tidak terbaca",
  },
  open: "Buka suratnya",
};

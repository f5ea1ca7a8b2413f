import type { Fault } from "./uploads/file-kind.ts";

/** Words that several public pages use. Formal and plain: they are read by citizens on telephones. */

export const KIND_WORDS = {
  individual: "Perorangan",
  student: "Mahasiswa atau pelajar",
  agency: "Perangkat daerah atau instansi pemerintah",
  institution: "Badan hukum, organisasi, atau kelompok orang",
} as const;

/** Cara memperoleh informasi (UU 14/2008 Pasal 22 ayat (4)); sent to the office as these words. */
export const OBTAINING = [
  "Melihat, membaca, atau mencatat di kantor",
  "Mendapat salinan cetak",
  "Mendapat salinan berkas elektronik",
] as const;

export const DELIVERY_WORDS = {
  pickup: "Diambil sendiri di kantor",
  email: "Dikirim ke pos-el",
  post: "Dikirim lewat pos",
  drive: "Disalin ke flashdisk atau media lain di kantor",
} as const;

export const STATUS_WORDS = {
  sent: "Terkirim, menunggu diperiksa kantor",
  received: "Diterima kantor",
  incomplete: "Belum lengkap, menunggu jawaban Anda",
  refused: "Ditolak",
  running: "Sedang dikerjakan",
  paused: "Menunggu jawaban Anda",
  ended: "Selesai",
  cancelled: "Dihentikan",
  withdrawn: "Anda tarik kembali",
} as const;

export const STEP_WORDS = {
  done: "selesai",
  now: "sedang dikerjakan",
  ahead: "belum",
  skipped: "dilewati",
} as const;

/** Reasons for an objection (UU 14/2008 Pasal 35 ayat (1) huruf a sampai g). */
export const OBJECTIONS = {
  a: "Permohonan ditolak dengan alasan pengecualian informasi",
  b: "Informasi berkala tidak disediakan",
  c: "Permohonan tidak ditanggapi",
  d: "Tanggapan tidak sesuai dengan yang diminta",
  e: "Permohonan tidak dipenuhi",
  f: "Biaya yang dikenakan tidak wajar",
  g: "Jawaban melewati waktu yang ditetapkan undang-undang",
} as const;

export const UPLOADS = {
  letter: {
    label: "Surat permohonan",
    prefix: "Surat permohonan",
    hint: "Bila Anda sudah punya suratnya. Mahasiswa: surat pengantar dari kampus.",
  },
  identity: {
    label: "Kartu identitas atau akta",
    prefix: "Identitas",
    hint: "Foto KTP, kartu mahasiswa, atau akta badan hukum.",
  },
  proxy: {
    label: "Surat kuasa",
    prefix: "Surat kuasa",
    hint: "Wajib bila Anda mengajukan untuk orang atau lembaga lain.",
  },
} as const;

export const FAULTS: Record<Fault | "large" | "many" | "total" | "empty", string> = {
  kind: "Berkas {name} bukan PDF, foto (JPG, PNG), Word (.docx), atau Excel (.xlsx), jadi tidak disimpan. Ubah dahulu ke salah satu bentuk itu.",
  broken:
    "Berkas {name} rusak atau terpotong, jadi tidak disimpan. Buka dan simpan ulang berkasnya, lalu coba lagi.",
  active:
    "Berkas {name} memuat skrip, makro, atau berkas lain di dalamnya, jadi tidak disimpan. Cetak atau simpan ulang sebagai PDF biasa, lalu coba lagi.",
  large: "Berkas {name} lebih besar dari 10 MB, jadi tidak disimpan. Perkecil atau bagi berkasnya.",
  many: "Paling banyak 5 berkas. Berkas {name} tidak disimpan.",
  total: "Semua berkas bersama-sama paling besar 25 MB. Berkas {name} tidak disimpan.",
  empty: "Berkas {name} kosong, jadi tidak disimpan.",
};

export const FIELD_FAULTS = {
  choose: "Pilih salah satu.",
  empty: "Bagian ini wajib diisi.",
  nik: "NIK terdiri atas 16 angka, seperti tertulis di KTP.",
  contact: "Isi nomor telepon atau alamat pos-el, supaya kantor dapat menghubungi Anda.",
  email_needed: "Isi alamat pos-el, karena Anda meminta jawaban dikirim ke sana.",
  items: "Isi sedikitnya satu data yang diminta.",
  items_many: "Paling banyak {most} baris. Bagi menjadi beberapa permohonan.",
  proxy_letter: "Unggah surat kuasa dari yang Anda wakili.",
  office: "Pilih kantor yang dituju.",
} as const;

/** "8,4 MB", "350 KB" of a size in bytes. */
export const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1).replace(".", ",")}\u00A0MB`
    : `${Math.max(1, Math.round(bytes / 1000))}\u00A0KB`;

export const filled = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));

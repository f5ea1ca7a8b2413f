import type { ResultOf } from "#shared/contract.ts";
import { longMoment } from "#shared/time/format.ts";
import type { Zone } from "#shared/time/zone.ts";
import { numberText, sizeText } from "./common.ts";

type Point = ResultOf<"backup.find">["backups"][number]["points"][number];
type Manifest = NonNullable<Point["manifest"]>;
type Reach = ResultOf<"backup.state">["destinations"][number]["reach"];

/** Words of backups and of restoring one. */
export const backupText = {
  title: "Cadangan",
  help: "Cadangan memuat seluruh arsip beserta berkas lampirannya. Lajur membuatnya sendiri setiap hari sesudah kantor tutup atau saat ditutup. Simpan di USB atau di PC lain, supaya selamat bila PC ini rusak atau hilang.",
  none: "Belum ada tempat cadangan",
  noneHelp: "Pasang USB atau siapkan folder di PC lain, lalu tambahkan sebagai tempat cadangan.",
  add: "Tambah tempat cadangan",
  folder: "Folder tempat cadangan",
  folderHelp:
    "Tulis letaknya dengan lengkap. Lajur hanya menulis di dalam folder Lajur-Cadangan yang dibuatnya di sana.",
  folderExample: "E:\\ atau \\\\server\\cadangan",
  placeOf: (free: number) => `tersisa ${sizeText(free)}`,
  places: "Penyimpanan yang terpasang",
  locked: "Kunci dengan kata sandi",
  lockedHelp:
    "Cadangan yang terkunci hanya dapat dipulihkan dengan kata sandi ini. Lajur tidak menyimpan kata sandinya dan tidak dapat membukanya bila kata sandi hilang.",
  passphrase: "Kata sandi",
  passphraseHelp: "Paling sedikit 8 karakter. Empat kata acak mudah diingat dan sulit ditebak.",
  passphraseAgain: "Kata sandi sekali lagi",
  passphraseDiffers: "Kedua kata sandi tidak sama.",
  run: "Cadangkan sekarang",
  stage: (stage: string | undefined): string => STAGES[stage ?? ""] ?? "Menyiapkan",
  done: (run: ResultOf<"backup.run">["runs"][number]) =>
    `Cadangan selesai dan sudah diperiksa: basis data ${sizeText(run.size)}, ${numberText(run.copied)} berkas baru.`,
  damaged: (count: number) =>
    `${numberText(count)} berkas lampiran hilang atau rusak di arsip ini, jadi tidak ikut dicadangkan. Periksa arsip lewat Pengaturan > Arsip.`,
  change: "Kata sandi …",
  remove: "Hapus dari daftar …",
  removeQuestion: (folder: string) => ({
    title: "Berhenti mencadangkan ke folder ini?",
    body: `${folder} dihapus dari daftar. Cadangan yang sudah ada di sana tidak dihapus.`,
    confirm: "Hapus dari daftar",
  }),
  heal: "Pulihkan lampiran yang hilang",
  healed: (healed: number, left: number) =>
    healed === 0 && left === 0
      ? "Semua berkas lampiran utuh. Tidak ada yang perlu dipulihkan."
      : `${numberText(healed)} berkas dipulihkan dari cadangan${left === 0 ? "." : `, ${numberText(left)} tidak ada di cadangan ini.`}`,
  lastGood: "Cadangan terakhir",
  never: "belum pernah",
  room: "Sisa ruang",
  kept: "Disimpan",
  keptPoints: (points: number, bytes: number) =>
    points === 0 ? "belum ada" : `${numberText(points)} cadangan, terbaru ${sizeText(bytes)}`,
  lock: { on: "terkunci", off: "tidak terkunci" },
  reach: {
    ok: "Siap",
    absent: "Tidak terpasang",
    unwritable: "Tidak dapat ditulis",
    slow: "Tidak menjawab",
  } satisfies Record<Reach, string>,
  absentHelp: "Pasang USB atau sambungkan foldernya. Cadangan berikutnya dibuat sesudah itu.",
  sameDisk:
    "Folder ini satu penyimpanan dengan arsip: bila penyimpanan itu rusak, keduanya hilang. Tambahkan juga USB atau folder di PC lain.",
  failed: (at: string, zone: Zone) => `Percobaan ${longMoment(at, zone)} gagal`,
  protectTitle: "Kata sandi cadangan",
  protectSet: "Pasang kata sandi",
  protectChange: "Ganti kata sandi",
  protectTake: "Lepas kata sandi",
  protectTaken: "Kata sandi dilepas. Cadangan berikutnya tidak terkunci.",
  protectDone: "Kata sandi terpasang. Cadangan berikutnya terkunci.",
  dropPlain: "Hapus cadangan lama yang tidak terkunci sesudah cadangan terkunci pertama selesai",

  restore: "Pulihkan dari cadangan",
  restoreHelp:
    "Pilih folder yang memuat cadangan, lalu pilih salah satu. Cadangan diperiksa seluruhnya sebelum ada yang diganti.",
  restoreFresh:
    "PC ini pengganti PC lama, atau arsip lama hilang? Pasang USB cadangan dan lanjutkan dari sana.",
  path: "Folder yang memuat cadangan",
  find: "Cari cadangan",
  found: (count: number) => `${numberText(count)} cadangan ditemukan`,
  made: "Dibuat",
  office: "Kantor",
  holds: "Isi",
  holdsWords: ({ counts, files }: Manifest) =>
    `${numberText(counts.requests)} permohonan, ${numberText(counts.letters)} surat, ${numberText(files.count)} berkas`,
  size: "Ukuran",
  sizeWords: ({ database, files }: Manifest) => sizeText(database.size + files.size),
  by: "Dibuat oleh",
  byWords: ({ pc, version }: Manifest) => `PC ${pc}, Lajur ${version}`,
  broken: "Tidak dapat dipakai",
  look: "Lihat isi",
  lookOf: (when: string) => `Lihat isi cadangan ${when}`,
  hereEmpty: "PC ini belum berisi arsip, jadi tidak ada yang diganti.",
  hereBroken: "Arsip di PC ini tidak dapat dibuka dan akan digantikan.",
  hereOwn: (lost: number) =>
    lost === 0
      ? "Cadangan ini memuat semua yang ada di arsip ini."
      : `Arsip ini memuat ${numberText(lost)} catatan yang belum ada di cadangan. Catatan itu tidak tampil lagi sesudah pemulihan.`,
  hereOther: (office: { name: string; government: string } | null) =>
    `Cadangan ini milik arsip lain. Seluruh arsip ${office?.name ?? ""}, ${office?.government ?? ""} di PC ini akan digantikan.`,
  aside:
    "Arsip yang sekarang tidak dihapus: disisihkan dalam folder before-restore di folder arsip.",
  replaces: (office: string) => `Tulis “${office}” untuk menggantinya`,
  restoreNow: "Pulihkan sekarang",
  restored: (files: number, missing: number) =>
    missing === 0
      ? `Arsip dipulihkan, ${numberText(files)} berkas disalin.`
      : `Arsip dipulihkan. ${numberText(missing)} berkas lampiran tidak ada di cadangan; lihat Pengaturan > Arsip.`,
  rescue: "Arsip tidak dapat dibuka",
  rescueHelp: "Pasang USB atau sambungkan folder yang memuat cadangan, lalu lanjutkan dari sana.",

  warning: {
    nowhere: "Arsip ini belum punya cadangan.",
    never: "Arsip ini belum pernah dicadangkan.",
    old: (days: number) => `Cadangan terakhir sudah ${numberText(days)} hari yang lalu.`,
  },
  warningHelp: "Bila PC ini rusak, pekerjaan sejak saat itu hilang.",
  warningGo: "Buka Cadangan",
};

const STAGES: Record<string, string> = {
  database: "Menyalin basis data",
  verify: "Memeriksa catatan",
  compare: "Membandingkan berkas",
  files: "Menyalin berkas",
  write: "Menulis dan membaca kembali",
};

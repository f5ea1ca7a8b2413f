import type { Repair } from "#shared/maintenance/contract.ts";

/** Words of checking and repairing the archive, in Pengaturan. */
export const maintenanceText = {
  title: "Periksa arsip",
  help: "Membaca seluruh basis data, riwayat, dan berkas, lalu membandingkannya. Tidak ada yang diubah, dan pekerjaan lain dapat diteruskan.",
  check: "Periksa arsip",
  cancel: "Hentikan",
  never: "Arsip ini belum pernah diperiksa. Pemeriksaan pertama sebaiknya dilakukan sekarang.",
  lastSound: (when: string) => `Terakhir diperiksa ${when}: arsip baik.`,
  lastUnsound: (when: string, count: number) =>
    `Terakhir diperiksa ${when}: ${count} masalah ditemukan.`,
  counts: (events: string, requests: string, files: string) =>
    `${events} catatan, ${requests} permohonan, ${files} berkas.`,
  orphans: (count: string) =>
    `${count} berkas di penyimpanan tidak dipakai permohonan mana pun. Ini tidak mengganggu, dan tidak dihapus.`,
  more: (count: number) => `… dan ${count} masalah lain.`,
  times: (count: number) => `${count} kali`,
  problems: "Masalah yang ditemukan",
  openRequest: (number: string) => `Permohonan ${number}`,
  aRequest: "Buka permohonan",
  groups: {
    "restore-event": "Riwayat yang rusak",
    restore: "Basis data yang rusak",
    "restore-file": "Berkas yang rusak atau hilang",
    rebuild: "Dapat disusun ulang tanpa cadangan",
    none: "Perlu diputuskan sendiri",
  } satisfies Record<Repair, string>,
  stage: (stage: string | undefined) =>
    ({
      pages: "Membaca basis data",
      chains: "Memeriksa rantai catatan",
      projection: "Membandingkan yang ditampilkan dengan riwayat",
      identities: "Memeriksa identitas pemohon",
      files: "Membaca berkas",
      restore: "Mengambil berkas dari cadangan",
      rebuild: "Menyusun ulang basis data",
    })[stage ?? ""] ?? "Menyiapkan pemeriksaan",

  repair: "Perbaiki …",
  repairTitle: "Perbaiki arsip",
  repairNow: "Perbaiki",
  willDo: "Yang akan dilakukan:",
  will: {
    check: "Arsip diperiksa sekali lagi.",
    backups:
      "Cadangan yang terdaftar dibaca. Sambungkan dahulu diska atau USB cadangan agar isinya dapat dipakai.",
    files: (count: number) =>
      `${count} berkas diambil kembali dari cadangan; tiap berkas dicocokkan dahulu dengan sidik jarinya.`,
    events: "Catatan yang rusak diambil kembali dari cadangan, bila rantainya cocok.",
    rebuild:
      "Basis data disusun ulang dari riwayat di sebelah yang lama, diperiksa, lalu menggantikannya. Selama itu arsip hanya dapat dibaca, kemudian Lajur membukanya kembali.",
    kept: "Tidak ada yang dihapus: yang diganti disimpan utuh di folder arsip.",
  },
  willNot: "Tidak dapat diperbaiki dari sini:",
  repaired: "Arsip sudah diperbaiki",
  repairedPartly: (count: number) => `Masih ada ${count} masalah`,
  nothingToRepair: "Arsip baik; tidak ada yang perlu diperbaiki.",
  keptIn: "Yang diganti disimpan di",

  rebuild: "Susun ulang",
  rebuildHelp:
    "Menyusun kembali yang tampil di layar dari riwayat. Riwayat tidak diubah. Untuk arsip besar ini dapat memakan waktu beberapa menit.",
  rebuilding: "Sedang menyusun ulang",
  rebuilt: (events: string) => `Tersusun ulang dari ${events} catatan.`,
};

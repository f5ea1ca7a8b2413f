/** Words of the office's profile, its users, and Pengaturan. */
export const officeText = {
  letterhead: "Kantor dan kop surat",
  government: "Pemerintah daerah",
  governmentHelp: "Baris pertama kop, misalnya PEMERINTAH KABUPATEN CONTOH",
  name: "Nama dinas",
  nameHelp: "Baris kedua kop, misalnya DINAS KOMUNIKASI DAN INFORMATIKA",
  address: "Alamat",
  phone: "Telepon",
  email: "Pos-el",
  website: "Laman",
  place: "Tempat surat",
  placeHelp: "Ditulis di depan tanggal surat",
  zone: "Zona waktu",
  logo: "Lambang daerah",
  logoHelp: "Gambar PNG atau JPEG, paling besar 1 MB. Boleh kosong.",
  logoChoose: "Pilih gambar …",
  logoRemove: "Hapus lambang",
  head: "Pejabat penanda tangan",
  post: "Jabatan",
  person: "Nama dan gelar",
  rank: "Pangkat",
  letters: "Surat penolakan",
  disposition: "Lembar disposisi",
  recipients: "Diteruskan kepada (satu per baris)",
  instructions: "Dengan hormat harap (satu per baris)",
  sheet: "Lembar SOP",
  sheetDots: "Tandai pelaksana lain yang terlibat dengan titik pada lembar cetak",
  sheetDotsHelp:
    "Bentuk baku lembar SOP hanya memuat simbol pelaksana utama. Pada layar, pelaksana yang ikut terlibat selalu ditandai.",
  objection: "Cara mengajukan keberatan",
  objectionHelp: "Dicetak pada surat penolakan",
};

export const usersText = {
  title: "Pengguna",
  name: "Nama",
  post: "Jabatan",
  lanes: "Lajur yang dikerjakan",
  lanesHelp: "Permohonan yang sampai di lajur ini muncul di Beranda pengguna.",
  noLanes: "tanpa lajur",
  add: "Tambah pengguna",
  first: "Pengguna pertama",
  addAnother: "Tambah pengguna lain",
  removeFromList: (name: string) => `Hapus ${name} dari daftar`,
  active: "Aktif",
  inactive: "Tidak aktif",
  deactivate: "Nonaktifkan",
  activate: "Aktifkan",
  saved: "Pengguna tersimpan.",
};

export const settingsText = {
  title: "Pengaturan",
  saved: "Profil kantor tersimpan.",
  unsaved: "profil kantor",
  display: "Tampilan",
  theme: { light: "Terang", dark: "Gelap", system: "Ikut sistem" },
  archive: "Arsip",
  archivePlace: "Letak arsip di PC ini",
  reminders: "Ingatkan tenggat lewat notifikasi sistem",
  remindersHelp: "Sekali sehari sesudah kantor buka, dan saat tenggat langkah di lajur Anda lewat.",
  remindersRefused:
    "Sistem tidak mengizinkan notifikasi. Izinkan dahulu di pengaturan peramban atau Windows.",
  about: "Tentang",
  version: (version: string) => `Lajur versi ${version}`,
  aboutWhat: "Aplikasi SOP layanan data untuk Dinas Kominfo kabupaten dan kota.",
  licences:
    "Memuat antara lain Electron, React, React Aria, SQLite, pdfmake, ExcelJS, PDF.js, zod, zustand (MIT, Apache 2.0, atau domain publik) serta huruf Inter, Arimo, Liberation Serif, Noto Emoji (OFL 1.1), dan DejaVu Sans (Bitstream Vera).",
};

export const firstStartText = {
  title: "Selamat datang di Lajur",
  help: "Isi profil kantor satu kali. Semuanya dapat diubah lagi di Pengaturan.",
  save: "Simpan dan mulai",
  sops: "SOP yang dipakai",
  sopsHelp: "SOP yang tidak dipilih tetap tersimpan dan dapat dipakai lagi dari daftar SOP.",
  sopsSummary: (sops: number, offices: number) => `${sops} SOP dari ${offices} kantor dipakai`,
  sopsNone: "Belum ada SOP yang dipakai",
  all: "Pilih semua",
  allOf: (office: string) => `Pilih semua SOP ${office}`,
  clear: "Kosongkan",
  clearOf: (office: string) => `Kosongkan SOP ${office}`,
  notChosen: "Tidak dipilih saat Lajur pertama kali dibuka",
  half: "Profil kantor sudah tersimpan. Tinggal menambahkan pengguna.",
};

/** Where an office usually starts; after norms of the lembar disposisi. */
export const startingLists = {
  recipients: [
    "Sekretaris Dinas",
    "Kepala Bidang Statistik dan Persandian",
    "Kepala Seksi Statistik Sektoral",
    "Staf Statistik",
  ],
  instructions: [
    "Tanggapan dan saran",
    "Proses lebih lanjut",
    "Koordinasi/konfirmasikan",
    "Untuk diketahui",
  ],
  pattern: "500.14/{nomor}/DISKOMINFO/{tahun}",
};

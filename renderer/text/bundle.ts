/** Words of a request's whole file, and of those that came from other offices. */
export const bundleText = {
  menu: "Berkas lengkap …",
  pdf: "Satu PDF",
  zip: "ZIP untuk kantor lain",
  making: { pdf: "Menyusun satu PDF", zip: "Menyusun ZIP" },
  made: (name: string) => `${name} disimpan ke folder unduhan.`,
  stages: {
    papers: "Menyusun surat dan lembar",
    join: "Menggabungkan halaman",
    write: "Menulis berkas",
    starting: "Menyiapkan",
  },
  stageFile: (name: string) => `Membaca ${name}`,
  stop: "Hentikan",
  stopping: "Menghentikan",
  zipInstead: "Buat ZIP",
  left: "Berkas yang tidak ikut",
  leftHelp: {
    pdf: "PDF sudah disimpan. Berkas berikut diganti satu halaman keterangan.",
    zip: "ZIP sudah disimpan tanpa berkas berikut. Periksa arsip lewat Pengaturan, bagian Arsip.",
  },
  leftOne: (name: string, reason: string) => `${name}: ${reason}`,
};

export const importedText = {
  tab: "Berkas dari kantor lain",
  take: "Ambil alih berkas …",
  words: "Cari berkas dari kantor lain",
  wordsPlaceholder: "Cari nomor, perihal, pemohon, atau kantor",
  count: (total: number) => `${total.toLocaleString("id-ID")} berkas`,
  none: "Belum ada berkas dari kantor lain",
  noneHelp:
    "Kantor lain mengirim satu permohonan lengkap sebagai ZIP. Ambil alih ZIP itu di sini untuk membacanya, membuka lampirannya, dan mendaftarkannya sebagai permohonan.",
  notFound: "Tidak ada berkas yang cocok",
  notFoundHelp: "Ubah atau hapus kata pencariannya.",
  clear: "Hapus pencarian",
  number: "Nomor asal",
  subject: "Perihal",
  requester: "Pemohon",
  office: "Kantor asal",
  state: "Keadaan",
  taken: "Diambil alih",

  importTitle: "Ambil alih berkas dari kantor lain",
  importHelp:
    "Pilih ZIP yang dibuat kantor lain lewat menu Berkas lengkap. Isinya diperiksa dahulu; ZIP yang rusak atau diubah ditolak dan tidak ada yang disimpan.",
  importFile: "ZIP dari kantor lain",
  importGo: "Periksa dan ambil alih",
  importReading: "Memeriksa isi ZIP",
  importFirst: "Pilih ZIP dahulu.",
  importDone: (number: string, office: string) =>
    `Berkas ${number} dari ${office} sudah diambil alih.`,
  importKnown: (number: string, office: string) =>
    `Berkas ${number} dari ${office} sudah ada di arsip ini. Tidak ada yang berubah.`,

  from: "Dari",
  made: "Disusun",
  takenBy: (moment: string, name: string) => `${moment} oleh ${name}`,
  readOnly: "Hanya dibaca",
  readOnlyHelp:
    "Berkas ini milik kantor asalnya dan tidak dapat diubah di sini. Daftarkan sebagai permohonan untuk mengerjakannya.",
  actions: "Yang dapat dilakukan",
  register: "Daftarkan sebagai permohonan",
  whole: "Unduh satu PDF",
  remove: "Keluarkan dari arsip …",
  removeTitle: "Keluarkan dari arsip",
  removeHelp:
    "Berkas ini tidak lagi ditampilkan dan identitas pemohonnya dihapus untuk selamanya. Alasannya tetap tercatat. ZIP yang sama dapat diambil alih lagi.",
  removeReason: "Alasan",
  removed: "Berkas dikeluarkan dari arsip.",
  tabs: {
    sheet: "Lembar SOP",
    items: "Data diminta",
    files: "Berkas",
    letters: "Surat & disposisi",
    history: "Riwayat",
  },
  noFile: "Tidak ikut dalam ZIP",
  download: (name: string) => `Unduh ${name}`,
  downloadShort: "Unduh",
  letters: "Surat",
  noLetters: "Tidak ada surat dalam berkas ini.",
  openLetter: "Unduh surat",
  openSigned: "Unduh yang bertanda tangan",
  dispositions: "Disposisi",
  noDispositions: "Tidak ada disposisi dalam berkas ini.",
  dispositionTo: (from: string, to: string) => (from === "" ? to : `${from} kepada ${to}`),
  report: (recipient: string, text: string) => `Laporan ${recipient}: ${text}`,

  intakeFrom: (number: string, office: string) => `Dari berkas ${number}, ${office}`,
  intakeHelp:
    "Pemohon, perihal, dan daftar data sudah diisi dari berkas itu. Periksa, lalu simpan; permohonan ini mendapat nomor kantor sendiri.",
  intakeFiles: "Lampirkan juga dari berkas asal",
};

export type ImportedTab = keyof typeof importedText.tabs;

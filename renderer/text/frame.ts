/** The frame around every screen, and the screens that stand in its place. */
export const frameText = {
  skip: "Langsung ke isi halaman",
  nav: "Menu utama",
  home: "Beranda",
  requests: "Permohonan",
  letters: "Surat",
  sop: "SOP",
  settings: "Pengaturan",
  running: (count: number) => `${count} sedang berjalan`,
  searchKeys: "Ctrl K",
  lineOpen: "Tersimpan di PC ini",
  lineOpenHelp: "Semua perubahan langsung disimpan dalam arsip di PC ini.",
  lineDown: "Terputus",
  lineDownHelp:
    "Sambungan ke Lajur terputus dan sedang dicoba lagi. Perubahan belum dapat disimpan.",
  signedIn: "Yang bekerja",
  changeUser: "Ganti pengguna",
  dueToday: (late: number, today: number) =>
    [
      ...(late > 0 ? [`${late} terlambat`] : []),
      ...(today > 0 ? [`${today} jatuh tempo hari ini`] : []),
    ].join(", "),
  safeMode: "Hanya untuk dibaca",
  toCheck: "Periksa arsip",
  clockOff: "Jam PC ini tampaknya keliru",
  clockOffHelp:
    "Pekerjaan tetap tersimpan, tetapi tenggat dihitung dari jam PC. Betulkan tanggal dan jamnya.",
  demo: "Kantor contoh",
  demoHelp: "Semua data di arsip ini rekaan untuk mencoba Lajur. Jangan dipakai bekerja.",
  notices: "Pemberitahuan",
  pageUnknown: "Halaman tidak ditemukan",
  pageUnknownHelp: "Alamat ini tidak ada di Lajur. Pilih halaman lewat menu di kiri.",
  toHome: "Ke Beranda",
};

export const lineText = {
  connecting: "Membuka arsip …",
  gone: "Lajur sudah tidak berjalan",
  goneWhat:
    "Program yang menyimpan arsip sudah ditutup atau berhenti, jadi halaman ini tidak dapat menyimpan apa pun.",
  goneKept: "Yang sudah tersimpan tetap aman di arsip PC ini.",
  goneDo:
    "Jalankan Lajur lagi dari pintasannya, lalu tutup halaman ini. Bila Lajur hidup kembali, halaman ini tersambung sendiri.",
  refused: "Halaman ini tidak lagi dikenal",
  refusedWhat: "Alamat pembuka Lajur hanya berlaku satu kali, dan sudah pernah dipakai.",
  refusedDo: "Jalankan Lajur lagi dari pintasannya, lalu tutup halaman ini. Arsip tidak terganggu.",
};

export const crashText = {
  title: "Halaman ini gagal ditampilkan",
  what: "Terjadi kesalahan saat menampilkan halaman. Isian yang belum disimpan di halaman ini hilang.",
  kept: "Semua yang sudah disimpan tetap aman dalam arsip.",
  detail: "Rincian untuk dilaporkan:",
  retry: "Muat ulang halaman",
};

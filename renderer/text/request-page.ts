/** What a run of an SOP is called: in-house work has no requester. */
export type RequestNoun = "permohonan" | "kegiatan";
export const nounOf = (request: { requester: object | null }): RequestNoun =>
  request.requester === null ? "kegiatan" : "permohonan";

const capital = (noun: RequestNoun): string => (noun === "kegiatan" ? "Kegiatan" : "Permohonan");

/** Words of the page of one permohonan or kegiatan. */
export const requestPageText = {
  newer: "Butuh versi baru",
  loading: "Permohonan",
  requester: "Pemohon",
  inHouse: "Kegiatan internal",
  kind: "Jenis",
  forPeriod: "Periode",
  started: "Mulai",
  sop: "SOP",
  received: "Diterima",
  registered: "Didaftarkan",
  registeredBy: (moment: string, name: string) => `${moment} oleh ${name}`,
  sopVersion: (name: string, version: number) => `${name}, versi ${version}`,
  tabs: {
    sheet: "Lembar SOP",
    items: "Data diminta",
    files: "Berkas",
    letters: "Surat & disposisi",
    history: "Riwayat",
  },

  now: "Yang harus dilakukan sekarang",
  laneMine: (lane: string) => `Lajur ${lane} · untuk Anda`,
  laneOther: (lane: string) => `Lajur ${lane} · dicatat oleh Anda`,
  visit: (visit: number) => `Kunjungan ke-${visit} pada langkah ini`,
  outputs: (outputs: string) => `Output: ${outputs}`,
  files: "Lampirkan berkas",
  note: "Catatan langkah",
  complete: "Selesaikan langkah",
  completeAndClose: (outcome: string) => `Selesaikan dan tutup (${outcome.toLowerCase()})`,
  close: (noun: RequestNoun) => `Tutup ${noun}`,
  completeKeys: "Ctrl ↵",
  decide: (branch: string) => `Putuskan: ${branch}`,
  completed: (step: number) => `Langkah ${step} selesai dan tersimpan.`,
  assessFirst: "Isi ketersediaan data",

  print: "Cetak …",
  disposition: "Buat disposisi …",
  addNote: "Tambah catatan …",
  undo: (step: number) => `Batalkan langkah ${step} …`,
  cancel: (noun: RequestNoun) => `Batalkan ${noun} …`,
  ended: (noun: RequestNoun, outcome: string) => `${capital(noun)} ditutup: ${outcome}`,
  endedBy: (moment: string, name: string) => `${moment} oleh ${name}`,
  cancelled: (noun: RequestNoun) => `${capital(noun)} dibatalkan`,

  undoTitle: (step: number) => `Batalkan penyelesaian langkah ${step}`,
  undoHelp: (noun: RequestNoun) =>
    `${capital(noun)} kembali ke langkah ini. Penyelesaian dan pembatalannya tetap tercatat di Riwayat.`,
  undoDone: (step: number) => `Penyelesaian langkah ${step} dibatalkan.`,
  cancelTitle: (noun: RequestNoun) => `Batalkan ${noun}`,
  cancelHelp: (noun: RequestNoun) =>
    `${capital(noun)} ditutup tanpa hasil dan langkahnya tidak dapat dilanjutkan. Riwayat dan berkasnya tetap disimpan.`,
  cancelDone: (noun: RequestNoun) => `${capital(noun)} dibatalkan.`,
  withdrawTitle: (name: string) => `Tarik berkas ${name}`,
  withdrawHelp: (noun: RequestNoun) =>
    `Berkas tidak lagi menjadi bagian ${noun}. Isinya tetap tersimpan di arsip.`,
  withdraw: "Tarik",
  withdrawn: (reason: string) => `Ditarik: ${reason}`,
  reason: "Alasan",
  noteTitle: "Tambah catatan",
  noteText: "Catatan",
  noteDone: "Catatan tersimpan.",

  item: "Nama data",
  period: "Periode",
  unit: "Satuan",
  format: "Format",
  availability: "Ketersediaan",
  availabilityNote: "Keterangan",
  notAssessed: "Belum diperiksa",
  allAvailable: "Tandai semua tersedia",
  saveItems: "Simpan ketersediaan",
  itemsSaved: "Ketersediaan data tersimpan.",
  itemsUnsaved: "ketersediaan data",
  purpose: "Tujuan",
  delivery: "Cara penyampaian",

  fileName: "Nama berkas",
  fileSize: "Ukuran",
  fileStep: "Langkah",
  fileBy: "Dilampirkan",
  noFiles: "Belum ada berkas",
  noFilesHelp: "Berkas yang dilampirkan pada langkah mana pun tersusun di sini.",
  sameAs: (name: string) => `Isinya sama dengan ${name}. Tercatat dua kali, disimpan sekali.`,

  openPaper: "Lihat dan cetak",
  sheetPaper: "Lembar SOP",
  sheetTitle: (number: string) => `Lembar SOP ${number}`,
  noHistory: "Belum ada riwayat.",
};

/** The tabs below the sheet. */
export type TabId = keyof typeof requestPageText.tabs;

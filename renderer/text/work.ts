/** Words of the form that begins in-house work. */
export const workText = {
  title: "Kegiatan baru",
  unsaved: "kegiatan baru",
  help: "Kegiatan internal mengikuti SOP tanpa pemohon. Langkahnya dicatat seperti permohonan.",
  sop: "SOP",
  period: "Periode",
  periodHelp: "Bulan atau tahun yang dikerjakan",
  subject: "Judul kegiatan",
  subjectHelp: "Diisi dari nama SOP dan periode; dapat diubah.",
  received: "Tanggal mulai",
  save: "Mulai kegiatan",
  subjectOf: (name: string, period: string) => (period === "" ? name : `${name} ${period}`),
  none: "Tidak ada SOP internal yang dipakai",
  noneHelp: "SOP internal adalah SOP tanpa kolom pemohon. Pakai lagi atau terbitkan SOP dahulu.",
  toSops: "Ke daftar SOP",
};

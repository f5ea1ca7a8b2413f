/** What a kind of event is called where it was refused; the domain says enough. */
const KINDS: Record<string, string> = {
  request: "Permohonan",
  requester: "Data pemohon",
  step: "Langkah",
  items: "Daftar data",
  note: "Catatan",
  file: "Berkas",
  disposition: "Disposisi",
  letter: "Surat",
  document: "Surat",
  clock: "Waktu layanan",
  answer: "Jawaban",
  objection: "Keberatan",
  office: "Profil kantor",
  user: "Pengguna",
  sop: "SOP",
  book: "Buku SOP",
  template: "Templat surat",
  calendar: "Jam layanan",
  holidays: "Hari libur",
  number: "Buku agenda",
  register: "Penomoran",
  classification: "Klasifikasi",
  conflict: "Keputusan",
};

/** "Langkah", for an event of the type `step.completed`. */
export const eventKind = (type: string): string =>
  KINDS[type.split(".")[0] ?? ""] ?? "Catatan lain";

import type { Outcome, Recurrence, StepKind } from "#shared/sop/definition.ts";

/** The words of the workbook, for writing and, by their first entry or any other, for reading. */

export const SHEETS = {
  guide: "Petunjuk",
  identity: "Identitas",
  lanes: "Pelaksana",
  steps: "Langkah",
  data: "Data Lajur",
} as const;

export const KINDS: Record<StepKind, readonly [string, ...string[]]> = {
  start: ["Mulai", "start", "awal", "permulaan"],
  process: ["Proses", "process", "kegiatan", "aktivitas"],
  decision: ["Keputusan", "decision", "percabangan", "pilihan"],
  end: ["Selesai", "end", "akhir", "berakhir"],
};

export const OUTCOME_WORDS: Record<Outcome, readonly [string, ...string[]]> = {
  selesai: ["Selesai", "akhir", "end"],
  ditolak: ["Ditolak", "tolak"],
  "tidak-tersedia": ["Tidak tersedia", "tidak-tersedia"],
  "unduh-langsung": ["Unduh langsung", "unduh-langsung"],
};

export const RECURRENCE_WORDS: Record<Recurrence, readonly [string, ...string[]]> = {
  monthly: ["Bulanan", "setiap bulan", "tiap bulan"],
  yearly: ["Tahunan", "setiap tahun", "tiap tahun"],
};

export type FactKey =
  | "name"
  | "number"
  | "office"
  | "unit"
  | "section"
  | "created"
  | "revised"
  | "approved"
  | "effective"
  | "approvedBy"
  | "recurrence"
  | "source"
  | "remarks";
export const DAY_FACTS = ["created", "revised", "approved", "effective"] as const;

export const FACTS: Record<FactKey, readonly [string, ...string[]]> = {
  name: ["Nama SOP", "nama", "judul sop", "judul"],
  number: ["Nomor SOP", "nomor", "no sop"],
  office: ["Kantor", "pemerintah daerah", "instansi"],
  unit: ["Unit kerja", "unit", "perangkat daerah", "dinas"],
  section: ["Bagian", "bidang", "sub unit"],
  created: ["Tanggal pembuatan", "tgl pembuatan", "tanggal dibuat"],
  revised: ["Tanggal revisi", "tgl revisi"],
  approved: ["Tanggal pengesahan", "tgl pengesahan", "tanggal disahkan"],
  effective: ["Tanggal efektif", "tgl efektif", "tanggal berlaku", "berlaku mulai"],
  approvedBy: ["Disahkan oleh", "pengesah", "yang mengesahkan"],
  recurrence: ["Berulang", "perulangan"],
  source: ["Sumber berkas", "sumber"],
  remarks: ["Catatan", "keterangan"],
};

export type ListKey =
  | "legalBasis"
  | "qualifications"
  | "related"
  | "equipment"
  | "warnings"
  | "records";

export const LISTS: Record<ListKey, readonly [string, ...string[]]> = {
  legalBasis: ["Dasar hukum"],
  qualifications: ["Kualifikasi pelaksana", "kualifikasi"],
  related: ["Keterkaitan", "keterkaitan dengan sop lain", "keterkaitan sop"],
  equipment: ["Peralatan/perlengkapan", "peralatan", "perlengkapan", "peralatan dan perlengkapan"],
  warnings: ["Peringatan"],
  records: ["Pencatatan dan pendataan", "pencatatan", "pendataan"],
};

export type StepColumn =
  | "no"
  | "gist"
  | "kind"
  | "lane"
  | "also"
  | "requirements"
  | "time"
  | "outputs"
  | "note"
  | "next";

export const STEP_COLUMNS: Record<StepColumn, readonly [string, ...string[]]> = {
  no: ["No", "nomor", "no urut", "nomor urut"],
  gist: [
    "Kegiatan",
    "aktivitas",
    "uraian prosedur",
    "uraian kegiatan",
    "uraian aktivitas",
    "uraian",
    "prosedur",
    "tahapan kegiatan",
    "tahapan",
  ],
  kind: ["Jenis", "simbol", "jenis kegiatan"],
  lane: ["Pelaksana", "aktor"],
  also: ["Pelaksana lain", "pelaksana lainnya", "juga terlibat"],
  requirements: ["Kelengkapan", "persyaratan", "syarat", "persyaratan kelengkapan"],
  time: ["Waktu", "durasi", "lama waktu"],
  outputs: ["Output", "keluaran", "hasil"],
  note: ["Keterangan", "ket", "catatan"],
  next: ["Langkah berikutnya", "langkah selanjutnya", "berikutnya", "lanjut ke", "tujuan"],
};

export const WHEN = (no: number): string => `Pilihan ${no}`;
export const TO = (no: number): string => `Tujuan ${no}`;
/** Columns for ways that stand ready even where fewer are needed. */
export const WAYS = 4;

export const LANE_NAME = "Pelaksana";
export const LANE_REQUESTER = "Pemohon";
export const YES = "Ya";

/** Headings of the paper that offices use, over the lanes and over what a step needs. */
export const PAPER = {
  lanes: ["pelaksana", "unit pelaksana", "aktor"],
  quality: ["mutu baku", "baku mutu", "mutu baku pelaksanaan"],
} as const;

/** A heading or label without case, marks, or what stands in brackets. */
export const plain = (text: string): string =>
  text
    .slice(0, 200)
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .replace(/[\s_.:*]+/g, " ")
    .trim();

/** The key whose words hold `text`, also when it names two of them: "Uraian/Kegiatan". */
export function keyOf<Key extends string>(
  words: Record<Key, readonly string[]>,
  text: string,
): Key | null {
  const whole = plain(text);
  if (whole === "") return null;
  const find = (word: string): Key | null => {
    for (const [key, known] of Object.entries(words) as [Key, readonly string[]][]) {
      if (known.some((one) => one.toLowerCase() === word)) return key;
    }
    return null;
  };
  const found = find(whole);
  if (found !== null) return found;
  for (const part of whole.split("/")) {
    const key = find(part.trim());
    if (key !== null) return key;
  }
  return null;
}

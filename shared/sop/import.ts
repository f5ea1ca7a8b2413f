import type { Draft } from "./draft.ts";

/**
 * What an imported file held that a definition cannot hold, or that had to be guessed. Nothing is
 * dropped without such a note.
 */
export type ImportNote = {
  code: ImportNoteCode;
  /** Where in the file: "Langkah!D7", an element's id, a path in JSON. */
  place: string;
  /** The sentence for people, in Bahasa Indonesia. */
  message: string;
};

/** Sentences with {detail} for what stood there. */
const NOTES = {
  // Any format
  not_taken: "{detail} tidak diambil karena tidak dikenal SOP.",
  text_cut: "Teks yang terlalu panjang dipotong: {detail}",
  text_cleaned: "Karakter yang tidak dapat dicetak dihapus dari {detail}.",
  guessed: "Tidak tertulis di berkas, jadi diisi {detail}.",
  newer_version: "Isian {detail} berasal dari versi Lajur yang lebih baru dan tidak diambil.",
  // Workbook
  formula: "Rumus diganti dengan nilai terakhirnya: {detail}",
  merged: "Sel gabungan dibaca sebagai satu sel di {detail}.",
  kind_unknown: "Jenis “{detail}” tidak dikenal, jadi dibaca sebagai proses.",
  target_unknown: "Tujuan “{detail}” tidak dikenal, jadi dikosongkan.",
  lane_added: "Pelaksana “{detail}” tidak ada di daftar, jadi ditambahkan.",
  row_empty: "Baris kosong dilewati: {detail}",
  // BPMN
  element_dropped: "Unsur BPMN {detail} tidak ada padanannya dan tidak diambil.",
  element_reduced: "Unsur BPMN {detail} dibaca sebagai kegiatan biasa.",
  lane_missing: "Kegiatan {detail} tidak berada di pelaksana mana pun.",
  gateway_merged: "Gerbang penggabung {detail} dihapus; alurnya disambung langsung.",
  gateway_decision: "Gerbang {detail} dibaca sebagai keputusan. Periksa cabang-cabangnya.",
  parallel_serial: "Kegiatan serentak setelah {detail} disusun berurutan.",
  end_read: "Peristiwa akhir {detail}.",
} as const;

export type ImportNoteCode = keyof typeof NOTES;

export type Imported = { draft: Draft; notes: ImportNote[] };

export function importNote(code: ImportNoteCode, place: string, detail = ""): ImportNote {
  return { code, place, message: NOTES[code].replaceAll("{detail}", detail) };
}

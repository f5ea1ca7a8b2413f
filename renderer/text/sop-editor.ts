import type { StepKind } from "#shared/sop/definition.ts";
import type { SaveState } from "../pages/sop-editor/editor-store.ts";

export type EditorTab = "table" | "identity" | "sheet";

const counted = (count: number, words: string) => `${count} ${words}`;

export const editorText = {
  title: (name: string) => `Draf ${name}`,
  unnamed: "SOP tanpa nama",
  unsaved: "perubahan draf SOP",
  becomes: (version: number, based: number | null) =>
    based === null ? "Draf SOP baru" : `Draf versi ${version}, dari versi ${based}`,
  parts: "Bagian draf",
  tabs: { table: "Tabel", identity: "Identitas", sheet: "Lembar" } satisfies Record<
    EditorTab,
    string
  >,
  drawing: "Gambar dan temuan",
  rows: "Baris kegiatan",
  noRows: "Belum ada baris. Tambahkan baris pertama di tabel.",

  undo: "Urungkan (Ctrl+Z)",
  redo: "Ulangi (Ctrl+Y)",
  save: {
    saved: "Tersimpan",
    waiting: "Belum tersimpan",
    saving: "Menyimpan…",
    failed: "Gagal menyimpan",
  } satisfies Record<SaveState, string>,
  saveAgain: "Simpan lagi",
  publish: "Terbitkan",
  publishBlocked: (errors: number) => `Terbitkan (${errors} kesalahan)`,
  publishTitle: (version: number) => `Terbitkan versi ${version}?`,
  publishBody: (running: number) =>
    running === 0
      ? "Versi yang terbit tidak dapat diubah lagi. Permohonan baru akan mengikuti versi ini."
      : `Versi yang terbit tidak dapat diubah lagi. Permohonan baru akan mengikuti versi ini; ${running} yang sedang berjalan tetap pada versinya.`,
  published: (version: number) => `Versi ${version} diterbitkan.`,

  findings: "Temuan",
  findingCount: (errors: number, advice: number) =>
    errors + advice === 0
      ? "Tidak ada temuan"
      : [
          ...(errors > 0 ? [counted(errors, "kesalahan")] : []),
          ...(advice > 0 ? [counted(advice, "saran")] : []),
        ].join(", "),
  error: "Kesalahan:",
  advice: "Saran:",

  lanes: "Pelaksana (kolom)",
  lane: (place: number) => `Nama pelaksana ${place}`,
  laneLeft: (lane: string) => `Geser ${lane} ke kiri`,
  laneRight: (lane: string) => `Geser ${lane} ke kanan`,
  laneRemove: (lane: string) => `Hapus pelaksana ${lane}`,
  addLane: "Pelaksana",
  newLane: (place: number) => `Pelaksana ${place}`,

  addRow: "Tambah baris",
  rowUp: (no: number) => `Naikkan baris ${no} (Alt+↑)`,
  rowDown: (no: number) => `Turunkan baris ${no} (Alt+↓)`,
  rowAdd: (no: number) => `Sisipkan baris di bawah baris ${no}`,
  rowRemove: (no: number) => `Hapus baris ${no}`,

  activity: "Kegiatan",
  kind: "Jenis",
  kinds: {
    start: "Mulai",
    process: "Proses",
    decision: "Keputusan",
    end: "Selesai",
  } satisfies Record<StepKind, string>,
  laneOf: "Pelaksana",
  choose: "Pilih…",
  requirements: "Kelengkapan",
  outputs: "Output",
  time: "Waktu",
  timeExample: "mis. 1-2 Hari",
  understood: (words: string) => `= ${words}`,
  timeKinds: { unlimited: "tanpa batas waktu", unknown: "tidak dipahami" },
  note: "Keterangan",
  also: "Juga terlibat",
  nobody: "tidak ada",
  next: "Berikutnya",
  answers: "Pilihan dan arahnya",
  answer: (no: number, place: number) => `Kata pilihan ${place} baris ${no}`,
  answerExample: "mis. Ya",
  answerRemove: (no: number, place: number) => `Hapus pilihan ${place} baris ${no}`,
  addAnswer: "Tambah pilihan",
  target: (no: number, place: number) => `Arah ${place} baris ${no}`,
  chooseTarget: "Pilih arah…",
  rowTarget: (no: number) => `ke baris ${no}`,
  endTarget: (outcome: string) => `berakhir: ${outcome}`,

  identity: "Identitas SOP",
  name: "Nama SOP",
  number: "Nomor SOP",
  office: "Pemerintah daerah",
  unit: "Perangkat daerah",
  section: "Bagian atau seksi",
  approvedBy: "Disahkan oleh (jabatan)",
  dates: {
    created: "Tanggal pembuatan",
    approved: "Tanggal pengesahan",
    effective: "Tanggal efektif",
  },
  revised: "Tanggal revisi",
  revisedHelp: "Tahun-bulan-hari, atau tahun-bulan saja: 2026-11",
  use: "Pemakaian",
  requesterLane: "Pelaksana yang memohon",
  requesterNone: "Tidak ada: kegiatan internal",
  requesterHelp: "SOP layanan punya pemohon; permohonan didaftarkan untuknya.",
  recurrence: "Berulang",
  recurrences: { none: "Tidak", monthly: "Setiap bulan", yearly: "Setiap tahun" },
  lists: {
    legalBasis: "Dasar hukum",
    qualifications: "Kualifikasi pelaksana",
    related: "Keterkaitan",
    equipment: "Peralatan/perlengkapan",
    warnings: "Peringatan",
    records: "Pencatatan dan pendataan",
  },
  headings: "Judul kolom di kertas",
  headingsHelp: "Kosongkan untuk memakai judul menurut PermenPAN-RB 35/2012.",
  headingWords: {
    activity: "Kegiatan",
    requirements: "Kelengkapan",
    quality: "Mutu Baku",
    note: "Keterangan",
  },
  noQuality: "Kertas tanpa kolom mutu baku",
  numbered: "Baris nomor kolom di bawah judul",
  remarks: "Catatan",
};

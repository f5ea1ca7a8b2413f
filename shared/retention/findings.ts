/** What a workbook with a schedule of retention holds that was not taken over. */
export type RuleFinding = {
  code: keyof typeof RULE_FINDINGS;
  /** Row of the sheet; null for the file as a whole. */
  row: number | null;
  detail: string;
};

export const RULE_FINDINGS = {
  headings_missing:
    "Tidak ada baris judul dengan kolom Kode, Aktif, Inaktif, dan Keterangan. Tambahkan judul itu, lalu impor lagi.",
  file_empty: "Tidak ada baris berkode di bawah judul.",
  code_unclear: "Kode tidak utuh. Ubah sel itu menjadi teks di Excel, lalu tulis kodenya lengkap.",
  code_twice: "Kode ini sudah tertulis di baris lain. Baris ini tidak diambil.",
  period_unclear: "Jangka waktu tidak terbaca. Tulis seperti 2 tahun, atau 1 tahun 6 bulan.",
  fate_unclear: "Keterangan bukan salah satu dari Musnah, Dinilai kembali, atau Permanen.",
  too_long: "Keterangan jangka waktu terlalu panjang.",
  too_many: "Tabel lebih panjang dari 5.000 baris; sisanya tidak diambil.",
} as const;

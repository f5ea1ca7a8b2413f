import { z } from "zod";
import { line } from "#shared/text.ts";

/** Codes of the classification of archives, which stand in the numbers of letters. */

export const MAX_CODES = 5000;

export const classificationCode = z.strictObject({
  /** Such as 500.14.4; without blanks, since it stands between strokes. */
  code: line(40).refine((code) => !/\s/.test(code), { error: "code_invalid" }),
  name: line(300),
});
export type ClassificationCode = z.infer<typeof classificationCode>;

/**
 * Top codes of Permendagri 83/2022 for what a Dinas Kominfo does. Their sub-codes could not be read,
 * so the office imports the whole table.
 */
export const DEFAULT_CODES: readonly ClassificationCode[] = [
  { code: "000.5", name: "Kearsipan" },
  { code: "000.6", name: "Persandian" },
  { code: "000.8", name: "Organisasi dan Tata Laksana" },
  { code: "500.12", name: "Komunikasi dan Informatika" },
  { code: "500.14", name: "Statistik" },
];

const byFigures = new Intl.Collator("id", { numeric: true });

/** 500.2 before 500.10. */
export const byCode = (a: ClassificationCode, b: ClassificationCode): number =>
  byFigures.compare(a.code, b.code);

/** The first code that stands twice, and where its second one is; null for none. */
export function codeTwice(
  codes: readonly ClassificationCode[],
): { code: string; at: number } | null {
  const seen = new Set<string>();
  for (const [at, { code }] of codes.entries()) {
    if (seen.has(code)) return { code, at };
    seen.add(code);
  }
  return null;
}

/** What was not understood in a table that somebody imported. */
export const CODE_FINDINGS = {
  name_missing: "Kode ini tidak punya nama di baris yang sama. Baris ini tidak diambil.",
  code_unclear:
    "Ini mirip kode tetapi tidak terbaca, mungkin Excel mengubahnya menjadi angka. Jadikan kolom kode teks, lalu impor lagi.",
  code_twice:
    "Kode ini sudah ada dengan nama lain. Bila Excel membuang nol di belakangnya (500.10 menjadi 500.1), jadikan kolom kode teks.",
  too_long: "Nama ini lebih panjang dari 300 karakter. Baris ini tidak diambil.",
  too_many: "Tabel paling banyak 5.000 kode. Baris sesudahnya tidak diambil.",
  file_empty: "Tidak ada baris yang memuat kode klasifikasi seperti 500.14.4 beserta namanya.",
} as const;
export type CodeFinding = {
  code: keyof typeof CODE_FINDINGS;
  /** From 1; null for the file as a whole. */
  row: number | null;
  /** What stands there. */
  detail: string;
};

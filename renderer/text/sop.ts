import type { FindingCode } from "#shared/sop/check.ts";
import { plainDay } from "#shared/time/format.ts";

export const sopText = {
  title: "SOP",
  none: "Belum ada SOP",
  noneHelp: "Pasang Lajur lagi agar pustaka SOP tersedia.",
  broken: "Ada SOP yang rusak",
  name: "Nama SOP",
  number: "Nomor",
  office: "Kantor",
  steps: "Langkah",
  running: "Sedang berjalan",
  findings: "Perlu dipastikan kantor",
  identity: "Identitas SOP",
  day: (day: string | null) => (day === null ? "–" : plainDay(day)),
  created: "Tanggal pembuatan",
  revised: "Tanggal revisi",
  approved: "Tanggal pengesahan",
  approvedBy: "Disahkan oleh",
  legalBasis: "Dasar hukum",
  qualifications: "Kualifikasi pelaksana",
  related: "Keterkaitan",
  equipment: "Peralatan",
  warnings: "Peringatan",
  records: "Pencatatan dan pendataan",
};

const FINDINGS: Record<FindingCode, (detail: string) => string> = {
  schema: (detail) => `isian tidak dikenal atau kosong (${detail})`,
  number_gap: (detail) => `nomornya seharusnya ${detail}`,
  start_misplaced: () => "mulai harus berada di baris pertama",
  no_end: () => "tidak ada langkah yang mengakhiri SOP",
  lane_unknown: (detail) => `pelaksana “${detail}” tidak ada di daftar pelaksana`,
  lane_empty: (detail) => `pelaksana “${detail}” tidak mengerjakan apa pun`,
  branch_missing: () => "tidak menunjuk langkah berikutnya",
  branch_unknown: (detail) => `menunjuk langkah ${detail} yang tidak ada`,
  branch_unnamed: () => "keputusan tanpa kata pilihan",
  branch_twice: (detail) => `pilihan “${detail}” tertulis dua kali`,
  decision_one_way: () => "keputusan hanya punya satu pilihan",
  many_ways: () => "bukan keputusan tetapi punya beberapa arah",
  unreachable: () => "tidak pernah dicapai dari langkah mana pun",
  never_ends: () => "tidak pernah sampai ke akhir SOP",
  inferred: (detail) =>
    `tidak tertulis di naskah, hasil pembacaan: ${detail
      .split(", ")
      .map((field) => INFERRED[field] ?? field)
      .join(", ")}`,
};

const INFERRED: Record<string, string> = {
  lane: "pelaksana",
  next: "langkah berikutnya",
  also: "pelaksana lain yang terlibat",
};

/** A finding in words, with its row. */
export function findingText(code: string, step: number | null, detail: string): string {
  const words = Object.hasOwn(FINDINGS, code) ? FINDINGS[code as FindingCode](detail) : code;
  return step === null ? words : `Baris ${step}: ${words}`;
}

import type { ConflictSide, LostDecision } from "#shared/conflict/contract.ts";
import { numberText } from "./common.ts";

type Decision = Pick<ConflictSide["decisions"][number], "type" | "step" | "branch">;

export const conflictsText = {
  title: "Perlu keputusan",
  card: "Perlu keputusan",
  menuCount: (count: number) => `${numberText(count)} hal perlu keputusan`,
  help: "Dua PC bekerja pada permohonan yang sama tanpa saling mengetahui. Pilih keputusan yang berlaku. Yang lain tetap tersimpan dalam riwayat, dan pembuatnya diberi tahu.",
  none: "Tidak ada yang perlu diputuskan",
  noneHelp:
    "Bila dua PC memutuskan hal yang sama dengan cara berbeda saat luring, kedua keputusan itu muncul di sini.",
  more: (count: number) =>
    `Masih ada ${numberText(count)} permohonan lain. Selesaikan yang ini dahulu.`,
  held: "Berlaku sekarang",
  other: "Disisihkan",
  nothingHeld: "Tidak ada keputusan lain. Keputusan yang disisihkan tidak cocok dengan langkahnya.",
  traces: "Surat, berkas, dan catatan sejak berpisah",
  tracesKept: "Semuanya tetap tersimpan, keputusan mana pun yang dipilih.",
  keepHeld: "Tetapkan yang berlaku",
  keepOther: "Berlakukan yang disisihkan",
  unable: "Tidak dapat diberlakukan, karena tidak cocok dengan langkah permohonan.",
  thisPc: "PC ini",
  otherPc: "PC lain",
  by: (name: string, at: string, pc: string) => `${name}, ${at}, ${pc}`,
  note: (note: string) => `“${note}”`,

  settleHeld: "Tetapkan keputusan yang berlaku",
  settleHeldHelp:
    "Permohonan berjalan terus seperti sekarang. Keputusan yang disisihkan tetap ada dalam riwayat.",
  settleOther: "Berlakukan keputusan yang disisihkan",
  settleOtherHelp:
    "Permohonan kembali ke langkah tempat kedua PC berpisah, lalu mengikuti keputusan ini. Surat, berkas, dan catatan tidak ada yang hilang.",
  reason: "Alasan",
  settle: "Tetapkan",
  settled: (number: string) => `Keputusan untuk permohonan ${number} ditetapkan.`,

  numbers: "Nomor permohonan kembar",
  numbersHelp:
    "Nomor ini diberikan oleh dua PC. Beri nomor baru kepada salah satunya; nomor lamanya tetap tercatat.",
  numberOf: (number: string) => `Nomor ${number}`,
  renumber: "Beri nomor baru",
  renumberTitle: (subject: string) => `Beri nomor baru: ${subject}`,
  renumberHelp:
    "Nomor berikutnya dari PC ini dipakai. Beri tahu pemohon bila nomor lama sudah disampaikan kepadanya.",
  renumbered: (before: string, number: string) => `Nomor ${before} diganti menjadi ${number}.`,
  registeredBy: (name: string, at: string) => `Didaftarkan ${name}, ${at}`,

  entries: "Nomor surat kembar",
  entriesHelp:
    "Dua surat bernomor sama di satu buku. Batalkan salah satunya, lalu buat surat pengganti dengan nomor baru.",
  openLetter: "Buka surat",
  openBook: "Buka buku",

  unheld: "Dibuat di dua PC dengan nama yang sama",
  unheldHelp: "Yang pertama dipakai. Terbitkan atau simpan lagi bila isi yang ini yang benar.",
  unheldType: {
    "sop.published": "SOP",
    "template.saved": "Templat surat",
    "bundle.imported": "Berkas kantor lain",
  },

  lost: "Keputusan Anda yang tidak dipakai",
  lostLine: (number: string, what: string) =>
    `Keputusan Anda pada permohonan ${number} (${what}) tidak dipakai.`,
  lostReason: (name: string, reason: string) => `Ditetapkan ${name}. Alasan: ${reason}`,
  acknowledge: "Mengerti",

  blocked: "Perlu keputusan dahulu",
  blockedHelp:
    "Dua PC memutuskan langkah permohonan ini dengan cara berbeda. Pilih yang berlaku agar permohonan dapat dilanjutkan.",
  toConflicts: "Buka Perlu keputusan",
  homeDue: "perlu keputusan",
  furtherNumbers: "Nomor lain",
  furtherNumber: (number: string, reason: string | null) =>
    reason === null
      ? `${number} (didaftarkan dua kali, tidak dipakai)`
      : `${number} (diganti: ${reason})`,
};

/** "langkah 5, Verifikasi berkas: Tidak" */
export function decisionText({ type, step, branch }: Decision): string {
  const named = step === null ? "" : `Langkah ${step.no}, ${step.gist}`;
  switch (type) {
    case "step.completed":
      return branch === "" ? `${named}: diselesaikan` : `${named}: ${branch}`;
    case "step.undone":
      return `${named}: penyelesaiannya dibatalkan`;
    case "request.cancelled":
      return "Permohonan dibatalkan";
    default:
      return type satisfies never;
  }
}

export function lostText({ type, step, branch }: LostDecision): string {
  const visit = step === null ? null : { ...step, visit: 1 };
  const text = decisionText({ type, step: visit, branch });
  return text.charAt(0).toLowerCase() + text.slice(1);
}

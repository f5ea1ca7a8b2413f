import type { StepState } from "#shared/sheet/run.ts";
import type { StepKind } from "#shared/sop/definition.ts";

/** The sheet's words; whole sentences or whole parts of a list, never pieces of a word. */

export const KIND_WORDS: Record<StepKind, string> = {
  start: "Mulai",
  process: "Proses",
  decision: "Keputusan",
  end: "Akhir",
};

export const STATE_WORDS: Record<StepState, string> = {
  done: "selesai",
  current: "sedang dikerjakan",
  again: "pernah selesai, akan diulang",
  skipped: "tidak dilalui",
  stopped: "berhenti di sini karena dibatalkan",
  ahead: "belum dikerjakan",
};

export const sheetWords = {
  caption: (name: string) => `Lembar SOP ${name}`,
  region: "Lembar SOP",
  select: (no: number) => `Pilih langkah ${no}`,
  alsoIn: (lane: string) => `Ikut terlibat: ${lane}`,
  doneBy: (name: string, at: string) => `selesai oleh ${name} ${at}`,
  doneAt: (at: string) => `selesai ${at}`,
  lastDone: (at: string) => `terakhir selesai ${at}`,
  visits: (count: number) => `kunjungan ke-${count}`,
  visitsShort: (count: number) => `×${count}`,
  chosen: (branch: string) => `diputuskan ${branch}`,
  leadsTo: (to: number) => `lanjut ke langkah ${to}`,
  branchLeadsTo: (branch: string, to: number) => `${branch}: ke langkah ${to}`,
  ends: (outcome: string) => `berakhir: ${outcome}`,
  branchEnds: (branch: string, outcome: string) => `${branch}: berakhir, ${outcome}`,
  endedHere: (outcome: string) => `permohonan berakhir di sini: ${outcome}`,
};

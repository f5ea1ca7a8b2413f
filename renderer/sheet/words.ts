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
  since: (at: string) => `sejak ${at}`,
  visits: (count: number) => `kunjungan ke-${count}`,
  visitsShort: (count: number) => `×${count}`,
  real: (duration: string) => `nyata ${duration}`,
  chosen: (branch: string) => `diputuskan ${branch}`,
  leadsTo: (to: number) => `lanjut ke langkah ${to}`,
  branchLeadsTo: (branch: string, to: number) => `${branch}: ke langkah ${to}`,
  ends: (outcome: string) => `berakhir: ${outcome}`,
  branchEnds: (branch: string, outcome: string) => `${branch}: berakhir, ${outcome}`,
  endedHere: (outcome: string) => `permohonan berakhir di sini: ${outcome}`,
  minutes: (count: number) => `${count} mnt`,
  hours: (count: number) => `${count} jam`,
  hoursMinutes: (hours: number, minutes: number) => `${hours} jam ${minutes} mnt`,
  days: (count: number) => `${count} hari`,
  daysHours: (days: number, hours: number) => `${days} hari ${hours} jam`,
};

/**
 * The time between two ISO instants by the clock on the wall, short enough for its column: a second
 * unit only beside one hour or one day. Null when it is less than a minute: such a step was only
 * ticked off.
 */
export function elapsedWords(from: string, to: string): string | null {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
  if (!(minutes >= 1)) return null;
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 1 || (days === 1 && hours === 24)) return sheetWords.days(days);
  if (days === 1) return sheetWords.daysHours(days, hours - 24);
  if (hours > 1 || minutes === 60) return sheetWords.hours(hours);
  return hours === 1 ? sheetWords.hoursMinutes(hours, minutes - 60) : sheetWords.minutes(minutes);
}

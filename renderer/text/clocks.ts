import type { RequestDetail } from "#shared/contract.ts";
import type { Zone } from "#shared/office.ts";
import { clock, plainDay, shortMoment } from "#shared/time/format.ts";
import { dayOf } from "#shared/time/zone.ts";
import { daysSince } from "./waiting.ts";

/** How pressing a deadline is; the words always stand beside the tone. */
export type DueTone = "late" | "warn" | "mute";

export type DueWords = { tone: DueTone; words: string };

/** "terlambat 2 hari", "hari ini pukul 16.00", "23 Nov 16.00". */
export function dueWords(due: string, now: string, zone: Zone): DueWords {
  const today = dayOf(now, zone);
  if (due < now) {
    const days = daysSince(due, today, zone);
    const words = days === 0 ? `terlambat sejak ${clock(due, zone)}` : `terlambat ${days} hari`;
    return { tone: "late", words };
  }
  if (dayOf(due, zone) === today) {
    return { tone: "warn", words: `hari ini pukul ${clock(due, zone)}` };
  }
  return { tone: "mute", words: shortMoment(due, zone) };
}

/** The one deadline that a row shows: the earlier of the two. */
export function rowDueWords(
  row: Pick<RequestDetail, "due" | "legalDue" | "paused">,
  now: string,
  zone: Zone,
): DueWords | null {
  const [first] = [row.due, row.legalDue].filter((one) => one !== null).sort();
  if (first !== undefined) return dueWords(first, now, zone);
  return row.paused ? { tone: "mute", words: "waktu dihentikan" } : null;
}

export const clocksText = {
  title: "Waktu",
  step: "Tenggat langkah",
  whole: "Perkiraan selesai",
  wholeHelp: "Bila semua langkah berikutnya memakai waktu menurut SOP, lewat jalan terpendek.",
  legal: "Tenggat jawaban (UU 14/2008)",
  legalHelp:
    "10 hari kerja sejak didaftarkan; dapat diperpanjang sekali, paling lama 7 hari kerja.",
  none: "tanpa batas waktu",
  unknown: "waktu di SOP tidak dipahami",
  noOpenDay: "kalender tidak punya hari layanan",
  paused: (reason: string) => `Waktu dihentikan: ${reason}`,
  pausedShort: "dihentikan",
  late: (words: string) => `${words}, dihentikan`,
  how: "Lihat perhitungannya",
  fair: (moment: string) => `Wajar sampai ${moment}`,
  extended: (days: number, due: string) =>
    `Diperpanjang ${days} hari kerja sampai ${plainDay(due)}`,
  objection: "Keberatan",
  objectionDue: (due: string) => `jawab paling lambat ${plainDay(due)}`,

  menu: "Waktu dan keberatan …",
  pause: "Hentikan waktu …",
  pauseTitle: "Hentikan waktu",
  pauseHelp:
    "Untuk menunggu jawaban pemohon. Tenggat langkah ikut mundur; tenggat UU 14/2008 tetap berjalan.",
  pauseDone: "Waktu dihentikan.",
  resume: "Jalankan waktu lagi",
  resumeDone: "Waktu berjalan lagi.",
  extend: "Perpanjang jawaban …",
  extendTitle: "Perpanjang jawaban",
  extendDays: "Hari kerja",
  extendDone: "Perpanjangan dicatat. Suratnya dapat dicetak.",
  object: "Catat keberatan …",
  objectTitle: "Catat keberatan",
  objectGrounds: "Isi keberatan",
  objectReceived: "Tanggal diterima",
  objectDone: "Keberatan dicatat; jawab paling lama 30 hari kerja.",
  answer: "Jawab keberatan …",
  answerTitle: "Jawab keberatan",
  answerText: "Jawaban",
  answerDone: "Jawaban keberatan dicatat.",
  answered: (day: string, name: string) => `Dijawab ${day} oleh ${name}`,
};

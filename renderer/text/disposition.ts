import { longDay, plainDay, shortDay } from "#shared/time/format.ts";
import type { DueTone, DueWords } from "./clocks.ts";
import { listed } from "./common.ts";
import type { ChipTone } from "./request.ts";

/** Words about dispositions: the list, the chain of a request, the form and its paper. */
export const dispositionText = {
  title: "Disposisi",
  scopes: "Disposisi siapa",
  scope: { mine: "Untuk saya", given: "Dari saya", all: "Semua" },
  states: "Keadaan",
  open: "Belum selesai",
  closed: "Selesai",
  words: "Cari disposisi",
  wordsPlaceholder: "Nomor, perihal, pemohon, jabatan …",
  count: (total: number) => (total === 1 ? "1 disposisi" : `${total} disposisi`),
  forYou: (count: number) => `${count} disposisi untuk Anda belum selesai`,

  number: "Nomor",
  subject: "Perihal",
  people: "Dari → kepada",
  instruction: "Petunjuk",
  due: "Tenggat",
  state: "Keadaan",
  inHouse: "kegiatan internal",
  to: (recipient: string, leads: boolean, others: number) =>
    [
      `→ ${recipient}`,
      ...(leads && others > 0 ? [" (utama)"] : []),
      ...(others > 0 ? [` +${others}`] : []),
    ].join(""),
  noInstruction: "Tanpa petunjuk",
  came: (report: string) => `Laporan: ${report}`,

  notFound: "Tidak ada yang cocok",
  notFoundHelp: "Ubah kata pencarian, atau kosongkan untuk melihat semuanya.",
  clear: "Kosongkan pencarian",
  none: {
    mine: "Tidak ada disposisi untuk Anda",
    given: "Belum ada disposisi dari Anda",
    all: "Belum ada disposisi",
  },
  noneHelp: {
    mine: (post: string) =>
      `Disposisi kepada ${post} muncul di sini, yang tenggatnya terdekat lebih dahulu.`,
    given: () =>
      "Untuk memberi disposisi, buka permohonannya, lalu pilih Buat disposisi. Yang belum dilaporkan selesai tersusun di sini.",
    all: () => "Untuk memberi disposisi, buka permohonannya, lalu pilih Buat disposisi.",
  },
  noneDone: "Belum ada yang selesai",
  noneDoneHelp: "Disposisi yang dilaporkan selesai, atau yang permohonannya ditutup, ada di sini.",
  toRequests: "Ke Permohonan",

  report: "Lapor selesai …",
  reportFor: (recipient: string, number: string) => `Lapor selesai: ${recipient}, ${number}`,
  reportTitle: "Lapor selesai",
  reportText: "Laporan",
  reportHelp: (recipient: string) =>
    `Apa yang dikerjakan atas nama ${recipient}, dan hasilnya. Laporan tidak dapat diubah lagi.`,
  reportDone: "Disposisi dilaporkan selesai.",
  reportConfirm: "Lapor selesai",
  reported: (moment: string, name: string) => `Selesai ${moment}, dicatat ${name}`,

  chain: "Disposisi",
  chainNone: "Belum ada disposisi. Yang pertama diberikan lewat tombol Buat disposisi.",
  from: (post: string) => `Dari ${post}`,
  leads: "utama",
  notDone: "belum selesai",
  requestClosed: "permohonan ditutup",
  given: (moment: string, name: string) => `Diberikan ${moment}, dicatat ${name}`,
  forward: "Teruskan …",
  forwardFor: (post: string) => `Teruskan disposisi dari ${post}`,
  print: "Cetak",
  printFor: (post: string) => `Cetak disposisi dari ${post}`,
  give: "Buat disposisi …",

  sheet: "Lembar disposisi",
  formFrom: "Dari",
  formParent: "Meneruskan",
  formParentNone: "Bukan terusan (awal rantai)",
  parentWords: (from: string, to: readonly string[], day: string) =>
    `${shortDay(day)}: ${from} → ${listed(to)}`,
  recipients: "Diteruskan kepada",
  otherRecipients: "Penerima lain",
  formLeads: "Penerima utama",
  instructions: "Dengan hormat harap",
  otherInstructions: "Petunjuk lain",
  nature: "Sifat",
  note: "Catatan",
  formDue: "Selesaikan paling lambat",
  submit: "Berikan disposisi",
  done: (to: readonly string[]) => `Disposisi kepada ${listed(to)} tersimpan.`,
  latest: "Lembar ini memuat disposisi terakhir. Isi di bawah untuk disposisi baru.",
  unsaved: "lembar disposisi",

  layout: "Tata letak",
  layouts: {
    half: "Setengah halaman",
    two: "Dua per lembar",
    a5: "A5",
  },
};

export const taskStateText: Record<"open" | "done" | "closed", string> = {
  open: "Belum selesai",
  done: "Selesai",
  closed: "Permohonan ditutup",
};

export const taskStateTone: Record<"open" | "done" | "closed", ChipTone> = {
  open: "run",
  done: "ok",
  closed: "mute",
};

/** How pressing a day is: "terlambat 2 hari", "hari ini", "besok", "20 Nov 2026"; null for none. */
export function dueDayWords(due: string, today: string): DueWords | null {
  if (due === "") return null;
  const days = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
  const words = (tone: DueTone, text: string): DueWords => ({ tone, words: text });
  if (days < 0) return words("late", `terlambat ${-days} hari`);
  if (days === 0) return words("warn", "hari ini");
  return words("mute", days === 1 ? "besok" : shortDay(due));
}

/** The deadline in full, and how pressing it is while something is to be done. */
export function dueSentence(due: string, today: string, open: boolean): DueWords | null {
  const pressing = dueDayWords(due, today);
  if (pressing === null) return null;
  if (!open || pressing.tone === "mute") return { tone: "mute", words: `Tenggat ${longDay(due)}` };
  return { tone: pressing.tone, words: `Tenggat ${plainDay(due)}, ${pressing.words}` };
}

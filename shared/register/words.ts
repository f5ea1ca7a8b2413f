import type { RegisterId } from "#shared/letter/register.ts";

/** Headings of a register's columns, on the screen, on paper and in workbooks alike. */
export type BookWords = { number: string; day: string; party: string; subject: string };

const LETTER: BookWords = { number: "Nomor", day: "Tanggal", party: "Kepada", subject: "Hal" };

export const BOOK_WORDS: Record<RegisterId, BookWords> = {
  outgoing: LETTER,
  incoming: { number: "Nomor agenda", day: "Diterima", party: "Dari", subject: "Hal" },
  memo: LETTER,
  decree: { ...LETTER, subject: "Tentang" },
  record: { ...LETTER, party: "Pihak", subject: "Tentang" },
};

/** A PC by the name that the office gave it, which may say already that it is one. */
export function pcName(name: string): string {
  if (name === "") return "PC lain";
  return /^(pc|komputer|laptop)\b/iu.test(name) ? name : `PC ${name}`;
}

/** Whether every entry names somebody; a decision or record may stand for itself. */
export const namesParty = (register: RegisterId): boolean =>
  register !== "decree" && register !== "record";

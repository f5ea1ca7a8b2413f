/** The office's registers: books in which every number is written once. */
export const REGISTER_IDS = ["outgoing", "incoming", "memo", "decree", "record"] as const;
export type RegisterId = (typeof REGISTER_IDS)[number];

export const REGISTER_WORDS: Record<RegisterId, string> = {
  outgoing: "Surat keluar",
  incoming: "Agenda surat masuk",
  memo: "Nota dinas",
  decree: "Keputusan",
  record: "Berita acara",
};

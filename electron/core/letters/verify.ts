import type { ResultOf } from "#shared/contract.ts";
import { readCheckCode } from "#shared/letter/check-code.ts";
import { plainDay } from "#shared/time/format.ts";
import type { Archive } from "../archive/archive.ts";
import { letterDigest } from "./compose.ts";
import { letterByNumber } from "./rows.ts";

type Verdict = ResultOf<"letter.verify">;

/** Checks a paper without a line: its code, or the number alone, against what this archive issued. */
export function verifyCode(archive: Archive, typed: string): Verdict {
  const code = readCheckCode(typed);
  const number = code?.number ?? typed.trim();
  const letter = letterByNumber(archive, number, code?.date ?? "");
  if (letter === null) {
    const verdict = code === null && /[\s|]/.test(number) ? "unreadable" : "unknown";
    return { letter: null, verdict, message: SENTENCES[verdict](number) };
  }
  const state = archive.readState(letter.request);
  const issued = state?.letters.find(({ id }) => id === letter.id)?.issued;
  if (letter.stage === "void")
    return { letter, verdict: "voided", message: SENTENCES.voided(number) };
  const differs =
    code !== null &&
    (issued === null ||
      issued === undefined ||
      issued.date !== code.date ||
      !letterDigest(issued).startsWith(code.digest));
  // The requester's words are gone from the letter too, so nothing can be said against the paper.
  if (differs && state?.erased !== undefined) {
    return { letter, verdict: "unknown", message: SENTENCES.erased(number) };
  }
  if (differs) return { letter, verdict: "different", message: SENTENCES.different(number) };
  return {
    letter,
    verdict: "same",
    message: SENTENCES.same(number, letter.date, letter.subject, code !== null),
  };
}

const SENTENCES = {
  unreadable: () => "Kode ini tidak terbaca. Pindai sekali lagi, atau ketik nomor suratnya.",
  unknown: (number: string) => `Surat nomor ${number} tidak ada di arsip ini.`,
  voided: (number: string) => `Surat nomor ${number} pernah diterbitkan, lalu dibatalkan.`,
  erased: (number: string) =>
    `Surat nomor ${number} pernah diterbitkan, tetapi data pribadi pemohonnya sudah dihapus, jadi isinya tidak dapat dibandingkan lagi.`,
  different: (number: string) =>
    `Surat nomor ${number} ada, tetapi isinya berbeda dari kode ini. Bandingkan dengan surat di arsip.`,
  same: (number: string, date: string, subject: string, byCode: boolean) =>
    `Surat nomor ${number} tanggal ${plainDay(date)} tentang ${subject} diterbitkan kantor ini${byCode ? ", dan kodenya cocok" : ""}.`,
};

import type { Office } from "#shared/office.ts";
import type { RegisterEntry, RegisterGap } from "#shared/register/contract.ts";
import type { Archive } from "../archive/archive.ts";
import { listEntries, type YearOf } from "./entries.ts";
import { gapsOf } from "./gaps.ts";

/** A line of the book as it is printed and exported: an entry, or numbers passed over. */
export type RegisterLine = { entry: RegisterEntry } | { gap: RegisterGap };

/** One year of a register, line by line. */
export function linesOf(archive: Archive, office: Office | null, of: YearOf): RegisterLine[] {
  const gaps = gapsOf(archive, office, of);
  let next = 0;
  return listEntries(archive, of, "", { offset: 0, limit: -1 }).flatMap((entry, at) => {
    const passed: RegisterLine[] = [];
    for (let gap = gaps[next]; gap !== undefined && gap.before <= at; gap = gaps[next]) {
      passed.push({ gap });
      next += 1;
    }
    return [...passed, { entry }];
  });
}

/** "dilewati", the numbers and their reason, if anybody has said one. */
export const gapWords = ({ reason }: RegisterGap): string =>
  reason === null ? "dilewati, alasan belum ditulis" : `dilewati: ${reason}`;

export const gapNumbers = ({ from, to }: RegisterGap): string =>
  from === to ? String(from) : `${from}–${to}`;

/** Why a number was inserted or no longer counts. */
export const remarkOf = ({ inserted, voided }: RegisterEntry): string =>
  [
    inserted === "" ? "" : `Nomor sisipan: ${inserted}`,
    voided === "" ? "" : `Dibatalkan: ${voided}`,
  ]
    .filter((part) => part !== "")
    .join(". ");

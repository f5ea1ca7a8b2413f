import type { Office } from "#shared/office.ts";
import { inSeries } from "#shared/register/series.ts";
import type { RegisterEntry, RegisterGap } from "#shared/register/contract.ts";
import type { Archive } from "../archive/archive.ts";
import { listEntries, type YearOf } from "./entries.ts";
import { gapsOf } from "./gaps.ts";

/** A line of the book as it is printed and exported: an entry, or numbers passed over. */
export type RegisterLine = { entry: RegisterEntry } | { gap: RegisterGap };

/** One year of a register, line by line. */
export function linesOf(
  archive: Archive,
  office: Office | null,
  of: YearOf,
  today: string,
): RegisterLine[] {
  const gaps = gapsOf(archive, office, of, today);
  let next = 0;
  const lines = listEntries(archive, of, "", { offset: 0, limit: -1 }).flatMap((entry, at) => {
    const passed: RegisterLine[] = [];
    for (let gap = gaps[next]; gap !== undefined && gap.before <= at; gap = gaps[next]) {
      passed.push({ gap });
      next += 1;
    }
    return [...passed, { entry }];
  });
  return [...lines, ...gaps.slice(next).map((gap): RegisterLine => ({ gap }))];
}

/** "dilewati", the numbers and their reason, if anybody has said one. */
export function gapWords({ reason, open }: RegisterGap): string {
  if (reason === null) return "dilewati, alasan belum ditulis";
  return open ? reason : `dilewati: ${reason}`;
}

export const gapNumbers = ({ from, to, series }: RegisterGap): string =>
  inSeries(series, from === to ? String(from) : `${from}–${to}`);

/** Why a number was inserted or no longer counts. */
export const remarkOf = ({ inserted, voided, double }: RegisterEntry): string =>
  [
    double ? "Nomor ganda: surat lain bernomor sama" : "",
    inserted === "" ? "" : `Nomor sisipan: ${inserted}`,
    voided === "" ? "" : `Dibatalkan: ${voided}`,
  ]
    .filter((part) => part !== "")
    .join(". ");

import type { RequestDetail } from "#shared/contract.ts";
import { counted } from "./words.ts";

type Item = RequestDetail["items"][number];

/** The data that is there; all of it when nobody has recorded what is available. */
export function deliveredItems(items: readonly Item[]): readonly Item[] {
  if (items.every((item) => item.availability === null)) return items;
  return items.filter(
    (item) => item.availability === "available" || item.availability === "partial",
  );
}

/**
 * Names of the files that go with a letter: those attached on the step that stood open when the
 * letter was issued (or stands open now) and on the step before it, which yielded the data.
 */
export function deliveredFiles(request: RequestDetail, issuedAt: string | null): string[] {
  const until = issuedAt ?? request.changed;
  const visits = request.visits.filter((visit) => visit.entered <= until).slice(-2);
  return request.files
    .filter((file) => file.withdrawn === null && file.at <= until)
    .filter((file) => visits.some((one) => one.step === file.step && one.visit === file.visit))
    .map((file) => file.name);
}

/** What is said of the data that is not delivered; empty when all of it is. */
export function leftOut(items: readonly Item[]): string {
  const left = items.length - deliveredItems(items).length;
  if (left === 0) return "";
  return `Dari ${counted(items.length)} data yang diminta, ${counted(left)} data lainnya tidak disampaikan karena tidak tersedia, dikecualikan, atau belum selesai diperiksa.`;
}

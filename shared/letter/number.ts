import { romanMonth } from "#shared/time/format.ts";

/**
 * The office's number of a letter: `{nomor}` is the running number of the register, `{bulan}` the
 * Roman month and `{tahun}` the year of `date` (YYYY-MM-DD); everything else stands as it is.
 */
export function letterNumber(pattern: string, running: number, date: string): string {
  const parts: Record<string, string> = {
    nomor: String(running),
    bulan: romanMonth(date),
    tahun: date.slice(0, 4),
  };
  return pattern.replace(/\{(nomor|bulan|tahun)\}/g, (_, part: string) => parts[part] ?? "");
}

import { MONTHS } from "#shared/time/format.ts";

const SHORT: Record<string, number> = {
  agt: 8,
  ags: 8,
  agu: 8,
  okt: 10,
  des: 12,
  mei: 5,
  peb: 2,
  pebruari: 2,
  nopember: 11,
  nop: 11,
};

/**
 * A day as YYYY-MM-DD, or a month as YYYY-MM, from what people type: "8 November 2026",
 * "08/11/2026", "2026-11-08", "Januari 2023". Null when it is neither.
 */
export function readDay(text: string): string | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu),? /, "");
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(words);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), iso[3]);
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words);
  if (figures !== null) return dayOf(Number(figures[3]), Number(figures[2]), figures[1]);
  const long = /^(?:(\d{1,2})[ -])?([a-z]+)\.?[ -](\d{4})$/.exec(words);
  if (long === null) return null;
  return dayOf(Number(long[3]), monthOf(long[2] ?? ""), long[1]);
}

function monthOf(word: string): number {
  const index = MONTHS.findIndex((month) => {
    const name = month.toLowerCase();
    return name === word || (word.length === 3 && name.startsWith(word));
  });
  return index < 0 ? (SHORT[word] ?? 0) : index + 1;
}

function dayOf(year: number, month: number, day: string | undefined): string | null {
  if (month < 1 || month > 12) return null;
  const two = (value: number) => String(value).padStart(2, "0");
  const start = `${String(year).padStart(4, "0")}-${two(month)}`;
  if (day === undefined) return start;
  const iso = `${start}-${two(Number(day))}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

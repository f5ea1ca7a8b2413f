/**
 * Waktu as people write it on SOP sheets: "30 menit", "7 Jam", "1-2 Hari", "5 Hari Kerja",
 * "1 minggu", "1 Bulan", or words without a limit such as "Pada hari dan jam kerja". What was
 * written is kept beside what is understood.
 */
export const DURATION_UNITS = ["minute", "hour", "workday", "week", "month"] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** From `min` to `max` of `unit`; both are the same where one figure is written. */
export type Duration = { min: number; max: number; unit: DurationUnit };

/**
 * `unlimited`: words without any figure, which set no deadline. `unknown`: a figure stands in it,
 * but not in a way that is understood.
 */
export type ReadTime =
  | ({ kind: "duration" } & Duration)
  | { kind: "unlimited" }
  | { kind: "unknown" };

const UNITS: Record<string, DurationUnit> = {
  menit: "minute",
  mnt: "minute",
  jam: "hour",
  hari: "workday",
  "hari kerja": "workday",
  minggu: "week",
  pekan: "week",
  bulan: "month",
  bln: "month",
};

const NUMBERS: Record<string, number> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
};

const WORD = Object.keys(NUMBERS).join("|");
const NUMBER = `(\\d+(?:[.,]\\d+)?|${WORD})`;
/** "(lima) hari": figures are often repeated in words, which adds nothing. */
const ASIDE = "(?:\\s*\\([a-z ]+\\))?";
const PATTERN = new RegExp(
  `^(?:(?:maks(?:imal|\\.)?|paling lama|paling lambat|selama|\u00b1|\u2264)\\s*)?${NUMBER}${ASIDE}` +
    `(?:\\s*(?:-|\u2013|s/d|s\\.d\\.?|sampai(?: dengan)?|hingga)\\s*${NUMBER}${ASIDE})?` +
    "\\s*(menit|mnt|jam|hari kerja|hari|minggu|pekan|bulan|bln)\\s*[.*]?$",
  "u",
);
/** "satu" written into the unit: sehari, sejam, seminggu, sebulan. */
const ONE = /^se(menit|jam|hari|minggu|pekan|bulan)$/u;

/** Longest duration that is taken as meant, in its unit. */
const MOST = 10_000;

export function readTime(text: string): ReadTime {
  const words = text.trim().toLowerCase().replace(/\s+/g, " ");
  const one = ONE.exec(words)?.[1];
  if (one !== undefined) return { kind: "duration", min: 1, max: 1, unit: UNITS[one] ?? "workday" };
  const found = PATTERN.exec(words);
  if (found === null) {
    return /\d/u.test(words) ? { kind: "unknown" } : { kind: "unlimited" };
  }
  const min = numberOf(found[1] ?? "");
  const max = found[2] === undefined ? min : numberOf(found[2]);
  const unit = UNITS[found[3] ?? ""];
  if (unit === undefined || min > max || max === 0 || max > MOST) return { kind: "unknown" };
  return { kind: "duration", min, max, unit };
}

const numberOf = (word: string): number =>
  NUMBERS[word] ?? Number.parseFloat(word.replace(",", "."));

const UNIT_WORDS: Record<DurationUnit, string> = {
  minute: "menit",
  hour: "jam",
  workday: "hari kerja",
  week: "minggu",
  month: "bulan",
};

/** How a duration was understood, in words: "1\u20132 hari kerja". */
export function durationWords({ min, max, unit }: Duration): string {
  const figure = (value: number) => String(value).replace(".", ",");
  const range = min === max ? figure(max) : `${figure(min)}\u2013${figure(max)}`;
  return `${range} ${UNIT_WORDS[unit]}`;
}

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

/**
 * Why a waktu is `unknown`: no time at all, less than none, the lower figure last, more than five
 * years, a day instead of a duration, or words that are not known.
 */
export type TimeProblem =
  | "zero"
  | "negative"
  | "reversed"
  | "too_long"
  | "names_a_day"
  | "not_understood";

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
    "\\s*(menit|mnt|jam|hari kerja|hari|minggu|pekan|bulan|bln)" +
    "(\\s+pada (?:hari(?: dan jam)?|jam) kerja)?\\s*[.*]?$",
  "u",
);
/** "satu" written into the unit: sehari, sejam, seminggu, sebulan. */
const ONE = /^se(menit|jam|hari|minggu|pekan|bulan)$/u;

/** "besok", "minggu depan": a day that depends on when it is read is no duration. */
const NAMES_A_DAY =
  /^(?:pada )?(?:hari ini|besok(?: lusa)?|lusa|kemarin|(?:hari|minggu|pekan|bulan|tahun) (?:depan|ini|lalu))\b/u;

const NEGATIVE = new RegExp(`^[-\u2013\u2212] ?${NUMBER}`, "u");

/** Longest duration that is taken as meant, in its unit: about five years. */
const MOST: Record<DurationUnit, number> = {
  minute: 10_000,
  hour: 10_000,
  workday: 1_250,
  week: 260,
  month: 60,
};
/** `N minggu pada hari kerja` is 5N working days (issue 4). */
const WORKDAYS_A_WEEK = 5;

/** What is written, understood. An `unknown` one is told by `timeProblem`. */
export function readTime(text: string): ReadTime {
  const read = understand(text);
  return typeof read === "string" ? { kind: "unknown" } : read;
}

/** What is wrong with a waktu that `readTime` calls unknown. */
export function timeProblem(text: string): TimeProblem {
  const read = understand(text);
  return typeof read === "string" ? read : "not_understood";
}

function understand(text: string): Exclude<ReadTime, { kind: "unknown" }> | TimeProblem {
  const words = text.trim().toLowerCase().replace(/\s+/g, " ");
  const one = ONE.exec(words)?.[1];
  if (one !== undefined) return { kind: "duration", min: 1, max: 1, unit: UNITS[one] ?? "workday" };
  if (NAMES_A_DAY.test(words)) return "names_a_day";
  const found = PATTERN.exec(words);
  if (found === null) {
    if (NEGATIVE.test(words)) return "negative";
    return /\d/u.test(words) ? "not_understood" : { kind: "unlimited" };
  }
  const min = numberOf(found[1] ?? "");
  const max = found[2] === undefined ? min : numberOf(found[2]);
  return inUnit(min, max, UNITS[found[3] ?? ""], found[4] !== undefined);
}

function inUnit(
  min: number,
  max: number,
  unit: DurationUnit | undefined,
  onWorkdays: boolean,
): Exclude<ReadTime, { kind: "unknown" }> | TimeProblem {
  if (unit === undefined || (unit === "month" && onWorkdays)) return "not_understood";
  if (max === 0) return min > max ? "reversed" : "zero";
  if (min > max) return "reversed";
  if (max > MOST[unit]) return "too_long";
  if (unit !== "week" || !onWorkdays) return { kind: "duration", min, max, unit };
  return {
    kind: "duration",
    min: min * WORKDAYS_A_WEEK,
    max: max * WORKDAYS_A_WEEK,
    unit: "workday",
  };
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

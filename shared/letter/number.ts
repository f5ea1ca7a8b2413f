import type { Office, RegisterSettings } from "#shared/office.ts";
import { romanMonth } from "#shared/time/format.ts";
import type { RegisterId } from "./register.ts";

/** What a number is made of besides the running one. */
export type NumberParts = {
  running: number;
  /** Letter of a number inserted between two others, as in 123.a; empty otherwise. */
  suffix?: string;
  /** Day on the letter, YYYY-MM-DD. */
  date: string;
  classification: string;
  unit: string;
};

/**
 * A number by an office's pattern: `{nomor}` is the running number (`{nomor:3}` in three digits),
 * `{klasifikasi}` the letter's code, `{unit}` the unit's, `{bulan}` the Roman month and `{tahun}`
 * the year of the letter's day. Parts that are empty leave no double or trailing stroke behind.
 */
export function letterNumber(pattern: string, parts: NumberParts): string {
  const { running, suffix = "", date, classification, unit } = parts;
  const values: Record<string, string> = {
    klasifikasi: classification,
    unit,
    bulan: romanMonth(date),
    tahun: date.slice(0, 4),
  };
  const number = pattern.replace(
    /\{(nomor|klasifikasi|unit|bulan|tahun)(?::([1-9]))?\}/g,
    (_, part: string, digits?: string) => {
      if (part !== "nomor") return values[part] ?? "";
      const padded = String(running).padStart(Number(digits ?? 1), "0");
      return suffix === "" ? padded : `${padded}.${suffix}`;
    },
  );
  return number.replace(/\/{2,}/g, "/").replace(/^\/|\/$/g, "");
}

/** Patterns seen in the offices' own documents, as presets. */
export const PATTERN_PRESETS = [
  { pattern: "{klasifikasi}/{nomor}/{unit}/{tahun}", seen: "500.14.4/1110/403.113/2024" },
  { pattern: "{klasifikasi}/{nomor:4}/{unit}/{tahun}", seen: "188/6593/429.116/2022" },
  { pattern: "{klasifikasi}/{nomor:3}/{unit}/{bulan}/{tahun}", seen: "555/028/DKISP/IV/2023" },
  { pattern: "{klasifikasi}/{nomor}.h/{unit}/{tahun}", seen: "800/212.h/IV.16-WK/2023" },
  { pattern: "{klasifikasi}/{nomor}/{unit}", seen: "000.8.3.3/15/OR" },
] as const;

const DEFAULT_PATTERNS: Record<RegisterId, string> = {
  outgoing: "{klasifikasi}/{nomor}/{unit}/{tahun}",
  incoming: "{nomor}",
  memo: "{nomor}/ND/{unit}/{bulan}/{tahun}",
  decree: "{klasifikasi}/{nomor}/KEP/{unit}/{tahun}",
  record: "{nomor}/BA/{unit}/{bulan}/{tahun}",
};

/** How a register of the office numbers. */
export function registerSettings(office: Office, register: RegisterId): RegisterSettings {
  const known = office.registers[register];
  const usual: RegisterSettings = {
    pattern: DEFAULT_PATTERNS[register],
    reset: "yearly",
    first: 1,
    firstIn: 0,
  };
  if (register !== "outgoing") return known ?? usual;
  return { ...(known ?? usual), pattern: office.letterPattern };
}

/** Running number with which a counting year begins; year 0 where numbers never start anew. */
export const firstNumber = ({ first, firstIn }: RegisterSettings, year: number): number =>
  year === 0 || firstIn === 0 || firstIn === year ? first : 1;

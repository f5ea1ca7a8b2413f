import type { RegisterId } from "#shared/letter/register.ts";
import type { Running } from "#shared/request/model.ts";

/**
 * What every PC counts by itself, with its letter in the number, so that no two PCs ever give the
 * same: registration numbers, and the agenda of incoming letters.
 */

/** Registers of which one PC at a time gives the numbers. */
export const HELD_REGISTERS = [
  "outgoing",
  "memo",
  "decree",
  "record",
] as const satisfies RegisterId[];
export type HeldRegister = (typeof HELD_REGISTERS)[number];

export const isHeld = (register: RegisterId): register is HeldRegister => register !== "incoming";

/** The name under which a register counts: one for the office, one more for each PC's letter. */
export const counterOf = (register: string, series: string): string =>
  series === "" ? register : `${register}:${series}`;

/** `2026/0001`, and `2026/B-0001` on the PC with the letter B. */
export function registrationNumber({ year, value, series = "" }: Running): string {
  return `${year}/${inSeries(series, String(value).padStart(4, "0"))}`;
}

export const inSeries = (series: string, number: string): string =>
  series === "" ? number : `${series}-${number}`;

/** What stands before the running number of a PC with a letter: B, C, ... or X7K. */
const BEGINS_WITH_SERIES = /^(?:[A-Z]|X[0-9A-Z]{3})-/u;

/** Whether a number of the agenda may be one of this series; of the first PC's, if of no other. */
export const isInSeries = (series: string, number: string): boolean =>
  series === "" ? !BEGINS_WITH_SERIES.test(number) : number.startsWith(`${series}-`);

/**
 * The letter of a PC that does not know which one is its own: its archive was copied here, or went
 * back to an earlier day. `tag` is random.
 */
export const strangerSeries = (tag: string): string =>
  `X${tag
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .slice(0, 3)
    .padEnd(3, "0")}`;

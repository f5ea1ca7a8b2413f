import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Tracking numbers and secret codes in Crockford's letters: no I, L, O, U, so that what was copied
 * from a screen or read out over the telephone is typed right.
 */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const NUMBER_LETTERS = 6;
/** 16 letters of 5 bits: with 80 bits a keyed hash needs no slow one to withstand guessing. */
const CODE_LETTERS = 16;

const lettersOf = (bytes: Uint8Array, count: number): string =>
  Array.from(bytes.subarray(0, count), (byte) => LETTERS[byte & 31]).join("");

/** `P-2026-7K3M9Q`; not in any order, so it does not say how many there are. */
export const newTrackingNumber = (year: string, random = randomBytes): string =>
  `P-${year}-${lettersOf(random(NUMBER_LETTERS), NUMBER_LETTERS)}`;

/**
 * The secret code that belongs to one filled form, `7K3M-9QXR-2T4V-W8YZ`. It follows from the form's
 * own secret nonce, so that sending the form twice shows the same code and no code is ever stored.
 */
export function secretCode(key: Buffer, nonce: string): string {
  const digest = createHmac("sha256", key).update(`code\n${nonce}`).digest();
  return grouped(lettersOf(digest, CODE_LETTERS));
}

const grouped = (letters: string): string => letters.replace(/(.{4})(?=.)/g, "$1-");

/** As it was meant: any case, any spacing, with the letters that are taken for digits set right. */
export function readCode(typed: string): string | null {
  const letters = readLetters(typed);
  return letters.length === CODE_LETTERS ? grouped(letters) : null;
}

/** `p 2026 7k3m9q` is read as `P-2026-7K3M9Q`; null for what cannot be a number. */
export function readTrackingNumber(typed: string): string | null {
  const [, year, letters] = /^\s*P?[\s-]*(\d{4})[\s-]*([\s\S]{6,20})$/i.exec(typed) ?? [];
  if (year === undefined || letters === undefined) return null;
  const read = readLetters(letters);
  return read.length === NUMBER_LETTERS ? `P-${year}-${read}` : null;
}

function readLetters(typed: string): string {
  if (typed.length > 60) return "";
  const letters = typed
    .toUpperCase()
    .replace(/[\s.-]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]*$/.test(letters) ? letters : "";
}

/** What is stored of a code, in hexadecimal digits. */
export const hashCode = (key: Buffer, number: string, code: string): string =>
  createHmac("sha256", key).update(`secret\n${number}\n${code}`).digest("hex");

/** Compares without telling by its time where two texts differ. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

import { createHash, randomBytes } from "node:crypto";

/** Crockford's letters: none that is taken for another one. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 12 letters of 5 bits: 60 bits, good for one day and one use. */
const CODE_LETTERS = 12;

/** 256 bits, shown once to the PC that joins. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** `7K3M-9QXR-2T4V`, to be read out over the telephone. */
export function newCode(): string {
  const letters = Array.from(randomBytes(CODE_LETTERS), (byte) => LETTERS[byte & 31]);
  return letters.join("").replace(/(.{4})(?=.)/gu, "$1-");
}

/** As it was meant: any case and spacing, with the letters that are taken for digits set right. */
export const readCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s.-]/gu, "")
    .replace(/O/gu, "0")
    .replace(/[IL]/gu, "1");

/** What is kept of a token or code: it cannot be told from it, since both are random and long. */
export const hashSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");

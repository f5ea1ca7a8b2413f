import type { IssuedDocument } from "#shared/request/events.ts";
import { day } from "#shared/text.ts";

/**
 * What the square code on a letter says, so that a paper can be held against the archive. It is one
 * line in one of two forms:
 *
 *     LAJUR1|<number>|<date>|<digest>
 *     <portal>/periksa?n=<number>&t=<date>&d=<digest>
 *
 * The number is percent-encoded (in the first form all but "%", "|" and what is not printable ASCII
 * stays as it is), the date is YYYY-MM-DD, and the digest the first 16 hexadecimal digits of the
 * SHA-256 over the letter's content, made by the caller. The second form leads to the check page of
 * an office's portal. A code shows slips and clumsy forgeries; it is no signature: whoever has the
 * letter can copy its code.
 */
export type CheckCode = {
  number: string;
  date: string;
  /** 16 hexadecimal digits, in lower case. */
  digest: string;
};

const MARK = "LAJUR1";
const PAGE = "/periksa";
const DIGITS = 16;
/** A letter's number has at most 200 characters, each at most 12 when encoded. */
const LONGEST = 3000;

/**
 * The code of a letter: `digest` is the whole SHA-256 in hexadecimal digits, `portal` the http(s)
 * address of the office's portal, empty for none.
 */
export function checkCode(
  letter: { number: string; date: string; digest: string },
  portal: string,
): string {
  const digest = shortDigest(letter.digest);
  const number = letter.number.toWellFormed();
  if (portal === "") return [MARK, sparing(number), letter.date, digest].join("|");
  const address = portal.replace(/[?#].*$/s, "").replace(/\/+$/, "");
  return `${address}${PAGE}?n=${encodeURIComponent(number)}&t=${letter.date}&d=${digest}`;
}

/**
 * What a code vouches for: the letter's own words, as the event that issued it holds them. Its
 * SHA-256 is the code's digest, on the PC that prints it and on the portal that checks it alike.
 */
export function vouchedText(issued: IssuedDocument): string {
  const { number, date, kind, template, reasons, note, values, subject, to, copies } = issued;
  return JSON.stringify([number, date, kind, template, reasons, note, values, subject, to, copies]);
}

/** As much of a SHA-256 as a code carries. */
export const shortDigest = (digest: string): string => digest.slice(0, DIGITS).toLowerCase();

/**
 * What a code says, null when it is none. `portal` is the address it leads to, without the page;
 * empty for the form without one. The address may be anybody's: compare it before following it.
 */
export function readCheckCode(text: string): (CheckCode & { portal: string }) | null {
  if (text.length > LONGEST) return null;
  const code = text.trim();
  if (code.startsWith(`${MARK}|`)) {
    const [, number, date, digest, more] = code.split("|");
    return more === undefined ? checked("", number, date, digest) : null;
  }
  const [, portal, query] = /^(https?:\/\/[^\s?#]+)\/periksa\?([^\s?#]+)$/i.exec(code) ?? [];
  if (portal === undefined || query === undefined) return null;
  const fields = query.split("&").map((field) => field.split("="));
  const value = (name: string): string | undefined => {
    const [one, another] = fields.filter(([key]) => key === name);
    return another === undefined && one?.length === 2 ? one[1] : undefined;
  };
  return checked(portal, value("n"), value("t"), value("d"));
}

function checked(portal: string, encoded = "", date = "", digest = "") {
  const number = decoded(encoded);
  if (number === null || number.trim() === "" || !day.safeParse(date).success) return null;
  if (!/^[0-9a-f]{16}$/i.test(digest)) return null;
  return { number, date, digest: digest.toLowerCase(), portal };
}

/** Numbers are mostly strokes and points, which need no encoding outside an address. */
const sparing = (number: string): string =>
  number.replace(/[^!-$&-{}~ ]+/gu, (signs) => encodeURIComponent(signs));

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

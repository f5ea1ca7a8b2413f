import type { PdfString, PdfValue } from "./pdf-values.ts";

/** What strings of a PDF say: bytes, text for people, moments in time. */

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The bytes that a string stands for. */
export function stringBytes(bytes: Uint8Array, { hex, from, to }: PdfString): Buffer {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset + from + 1, to - from - 2);
  const written = source.toString("latin1");
  if (hex) {
    const digits = written.replace(/[^0-9A-Fa-f]+/g, "");
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex");
  }
  const said = written.replace(
    /\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g,
    (_, octal: string | undefined, char: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return /^[\r\n]/.test(char) ? "" : (ESCAPES[char] ?? char);
    },
  );
  return Buffer.from(said, "latin1");
}

/** A text string as one line, at most `LONGEST` characters; empty for anything else. */
export function textString(bytes: Uint8Array, value: PdfValue | undefined): string {
  if (value?.type !== "string") return "";
  const said = stringBytes(bytes, value);
  if (said[0] === 0xfe && said[1] === 0xff) {
    return oneLine(
      said
        .subarray(2, said.length - (said.length % 2))
        .swap16()
        .toString("utf16le"),
    );
  }
  const utf8 = said[0] === 0xef && said[1] === 0xbb && said[2] === 0xbf;
  return oneLine(utf8 ? said.subarray(3).toString("utf8") : said.toString("latin1"));
}

const LONGEST = 300;

/** Text from a file or a certificate as it may stand on the screen. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/g, " ")
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();

/** `D:20261119091200+07'00'` as an ISO instant; null for no date. Without a zone it is in UTC. */
export function pdfDate(text: string): string | null {
  const parts =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)(?:'?(\d\d))?)?/.exec(text);
  if (parts === null) return null;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00"] = parts;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const utc = Date.parse(`${written}Z`);
  // Date.parse lets 30 February pass as 2 March.
  if (Number.isNaN(utc) || !new Date(utc).toISOString().startsWith(written)) return null;
  const shift = (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)) * 60_000;
  return instantOf(new Date(parts[7] === "-" ? utc + shift : utc - shift));
}

/** An ISO instant without thousandths, null for a date that does not exist. */
export const instantOf = (date: Date): string | null =>
  Number.isNaN(date.getTime()) ? null : date.toISOString().replace(/\.\d+Z$/, "Z");

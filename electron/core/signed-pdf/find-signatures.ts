import { pdfDate, stringBytes, textString } from "./pdf-strings.ts";
import { type PdfString, type PdfValue, readValue } from "./pdf-values.ts";

/** A signature dictionary as it stands in the file. */
export type FoundSignature = {
  subFilter: string;
  /** The numbers of ByteRange; not checked. */
  range: number[];
  /** Null when the signature is not written as hexadecimal, as it has to be. */
  contents: PdfString | null;
  /** What its signer may have added; empty where strings are encrypted. */
  reason: string;
  location: string;
  /** /M as an ISO instant. */
  at: string | null;
};

const KEY = "/ByteRange";
/** Before an object: its number, generation and the word obj. */
const OBJECT = /\d{1,10}\s{1,4}\d{1,5}\s{1,4}obj$/;

/**
 * Every dictionary with /ByteRange and /Contents, in the order of the file, at most `most`. They
 * cannot stand in object streams, so the bytes are searched and no cross-reference is needed: what a
 * later revision hides is found too. Reads each byte a few times at most, whatever the file holds.
 */
export function findSignatures(bytes: Buffer, most: number): FoundSignature[] {
  const found: FoundSignature[] = [];
  const encrypted = bytes.includes("/Encrypt");
  let floor = 0;
  while (found.length < most) {
    const hit = bytes.indexOf(KEY, floor);
    if (hit < 0) break;
    const start = objectBefore(bytes, floor, hit);
    const { value, end } = start === null ? NOTHING : readValue(bytes, start);
    for (const entries of dictionaries(value)) {
      const one = signatureOf(bytes, entries, encrypted);
      if (one !== null && found.length < most) found.push(one);
    }
    floor = Math.max(hit + 1, end);
  }
  return found;
}

const NOTHING = { value: null, end: 0 };

/** Where the value of the object begins that `hit` stands in; not looked for before `floor`. */
function objectBefore(bytes: Buffer, floor: number, hit: number): number | null {
  let to = hit;
  for (;;) {
    const at = bytes.subarray(floor, to).lastIndexOf("obj");
    if (at < 0) return null;
    const end = floor + at + 3;
    if (OBJECT.test(bytes.subarray(Math.max(0, end - 30), end).toString("latin1"))) return end;
    to = floor + at;
  }
}

/** A signature may stand in its form field directly, so dictionaries are looked into. */
function* dictionaries(value: PdfValue | null): Generator<Map<string, PdfValue>> {
  if (value?.type === "array") for (const item of value.items) yield* dictionaries(item);
  if (value?.type !== "dictionary") return;
  yield value.entries;
  for (const entry of value.entries.values()) yield* dictionaries(entry);
}

function signatureOf(
  bytes: Buffer,
  entries: Map<string, PdfValue>,
  encrypted: boolean,
): FoundSignature | null {
  const range = entries.get("ByteRange");
  const contents = entries.get("Contents");
  if (range?.type !== "array" || contents?.type !== "string") return null;
  const subFilter = entries.get("SubFilter");
  const text = (key: string) => (encrypted ? "" : textString(bytes, entries.get(key)));
  return {
    subFilter: subFilter?.type === "name" ? subFilter.name : "",
    range: range.items.map((item) => (item.type === "number" ? item.value : Number.NaN)),
    contents: contents.hex ? contents : null,
    reason: text("Reason"),
    location: text("Location"),
    at: pdfDate(text("M")),
  };
}

/** Largest signature read, in bytes; those with long lists of revoked certificates have a few MB. */
const LARGEST = 16 * 1024 * 1024;

/** The signature itself, null when it cannot be read. */
export const signatureBytes = (bytes: Buffer, { contents }: FoundSignature): Buffer | null =>
  contents === null || contents.to - contents.from > 2 * LARGEST
    ? null
    : stringBytes(bytes, contents);

/**
 * The two signed parts: from the file's first byte to the signature, and from there on. Null when
 * the range leaves out anything but the signature's own hexadecimal digits (with or without their
 * brackets), or does not lie in the file: such a signature protects nothing.
 */
export function signedParts(
  bytes: Buffer,
  { range, contents }: FoundSignature,
): { parts: [Buffer, Buffer]; end: number } | null {
  const [from = -1, before = -1, after = -1, rest = -1] = range;
  if (contents === null || range.length !== 4 || !range.every(Number.isSafeInteger)) return null;
  const end = after + rest;
  if (from !== 0 || rest < 0 || end > bytes.length) return null;
  if (before < contents.from || before > after || after > contents.to) return null;
  // Nothing of the signature may be left in the signed bytes but its brackets.
  if (before > contents.from + 1 || after < contents.to - 1) return null;
  return { parts: [bytes.subarray(0, before), bytes.subarray(after, end)], end };
}

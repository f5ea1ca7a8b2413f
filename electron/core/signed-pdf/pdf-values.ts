/**
 * The values that a PDF is written in, read where they stand. Only what is needed to find
 * signatures and to compare two versions of an object: strings keep their place, streams are not
 * opened, references are not followed.
 */
export type PdfValue =
  | { type: "dictionary"; entries: Map<string, PdfValue> }
  | { type: "array"; items: PdfValue[] }
  | { type: "reference"; number: number; generation: number }
  | { type: "number"; value: number }
  | { type: "name"; name: string }
  | { type: "word"; word: string }
  | PdfString;

/** `from` and `to` are the offsets of the brackets, the closing one included. */
export type PdfString = { type: "string"; hex: boolean; from: number; to: number };

/** Deepest nesting and longest text that a value may have; what goes beyond is no value. */
const DEEPEST = 20;
const LONGEST_TEXT = 64 * 1024;

type Cursor = { readonly bytes: Uint8Array; at: number };

/** The value at `from`, null for none; `end` is how far was read in either case. */
export function readValue(
  bytes: Uint8Array,
  from: number,
): { value: PdfValue | null; end: number } {
  const cursor = { bytes, at: from };
  const value = next(cursor, 0);
  return { value, end: cursor.at };
}

/** The first offset from `from` that is neither white space nor in a comment. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === PERCENT) {
      while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
    } else if (!isSpace(byte)) break;
  }
  return at;
}

export const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 ||
  byte === 0x0a ||
  byte === 0x0d ||
  byte === 0x09 ||
  byte === 0x0c ||
  byte === 0x00;

const PERCENT = 0x25;
const [OPEN, CLOSE, SLASH, BACKSLASH] = [0x28, 0x29, 0x2f, 0x5c];
const [LESS, GREATER, BRACKET, BRACKET_END] = [0x3c, 0x3e, 0x5b, 0x5d];
const DELIMITERS = new Set([PERCENT, OPEN, CLOSE, SLASH, LESS, GREATER, BRACKET, BRACKET_END]);

function next(cursor: Cursor, depth: number): PdfValue | null {
  if (depth > DEEPEST) return null;
  const { bytes } = cursor;
  cursor.at = skipSpace(bytes, cursor.at);
  switch (bytes[cursor.at]) {
    case undefined:
      return null;
    case SLASH:
      return readName(cursor);
    case OPEN:
      return readText(cursor);
    case BRACKET:
      return readArray(cursor, depth);
    case LESS:
      return bytes[cursor.at + 1] === LESS ? readDictionary(cursor, depth) : readHex(cursor);
    default:
      return readWord(cursor);
  }
}

/** The characters up to the next white space or bracket. */
function regular(cursor: Cursor): string {
  const { bytes } = cursor;
  const from = cursor.at;
  let at = from;
  while (at < bytes.length && at - from < 256) {
    const byte = bytes[at] ?? 0;
    if (isSpace(byte) || DELIMITERS.has(byte)) break;
    at += 1;
  }
  cursor.at = at;
  return String.fromCharCode(...bytes.subarray(from, at));
}

function readName(cursor: Cursor): PdfValue {
  cursor.at += 1;
  const name = regular(cursor).replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return { type: "name", name };
}

/** A number, a reference (`12 0 R`), or one of the three words. */
function readWord(cursor: Cursor): PdfValue | null {
  const word = regular(cursor);
  if (["true", "false", "null"].includes(word)) return { type: "word", word };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return null;
  const number = Number(word);
  if (/^\d{1,10}$/.test(word)) {
    const after = { bytes: cursor.bytes, at: skipSpace(cursor.bytes, cursor.at) };
    const generation = regular(after);
    if (/^\d{1,5}$/.test(generation)) {
      after.at = skipSpace(after.bytes, after.at);
      if (regular(after) === "R") {
        cursor.at = after.at;
        return { type: "reference", number, generation: Number(generation) };
      }
    }
  }
  return { type: "number", value: number };
}

function readArray(cursor: Cursor, depth: number): PdfValue | null {
  const items: PdfValue[] = [];
  cursor.at += 1;
  for (;;) {
    cursor.at = skipSpace(cursor.bytes, cursor.at);
    if (cursor.bytes[cursor.at] === BRACKET_END) break;
    const item = next(cursor, depth + 1);
    if (item === null) return null;
    items.push(item);
  }
  cursor.at += 1;
  return { type: "array", items };
}

/** A key that stands twice makes it unreadable: programs differ in which one they take. */
function readDictionary(cursor: Cursor, depth: number): PdfValue | null {
  const entries = new Map<string, PdfValue>();
  cursor.at += 2;
  for (;;) {
    cursor.at = skipSpace(cursor.bytes, cursor.at);
    if (cursor.bytes[cursor.at] === GREATER && cursor.bytes[cursor.at + 1] === GREATER) break;
    if (cursor.bytes[cursor.at] !== SLASH) return null;
    const key = readName(cursor);
    const value = next(cursor, depth + 1);
    if (value === null || key.type !== "name" || entries.has(key.name)) return null;
    entries.set(key.name, value);
  }
  cursor.at += 2;
  return { type: "dictionary", entries };
}

function readHex(cursor: Cursor): PdfValue | null {
  const from = cursor.at;
  let at = from + 1;
  while (isSpace(cursor.bytes[at]) || isHexDigit(cursor.bytes[at])) at += 1;
  cursor.at = at;
  if (cursor.bytes[at] !== GREATER) return null;
  cursor.at = at + 1;
  return { type: "string", hex: true, from, to: at + 1 };
}

const isHexDigit = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x41 && byte <= 0x46) ||
    (byte >= 0x61 && byte <= 0x66));

function readText(cursor: Cursor): PdfValue | null {
  const { bytes } = cursor;
  const from = cursor.at;
  let open = 0;
  let at = from;
  for (; at < bytes.length && at - from <= LONGEST_TEXT; at += 1) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === OPEN) open += 1;
    else if (byte === CLOSE) open -= 1;
    if (open === 0) break;
  }
  cursor.at = Math.min(at + 1, bytes.length);
  return open === 0 ? { type: "string", hex: false, from, to: cursor.at } : null;
}

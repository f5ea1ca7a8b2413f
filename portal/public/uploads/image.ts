import { holdsForeignFile, holdsScript } from "./foreign.ts";

/**
 * A picture is walked to its end: it must be whole, hold no page in its notes, and have no other
 * file behind it. Phones put trailers of their own there, so a tail as such is taken.
 */
export function imageFault(kind: "jpg" | "png", bytes: Buffer): "broken" | "active" | null {
  const walked = kind === "jpg" ? walkJpeg(bytes) : walkPng(bytes);
  if (walked === null) return "broken";
  if (walked.notes.some(holdsScript)) return "active";
  return holdsForeignFile(bytes.subarray(walked.end)) ? "active" : null;
}

type Walked = { end: number; notes: Buffer[] };

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;
/** Markers of their own, without a length: TEM and RST0 to RST7. */
const isBare = (marker: number): boolean => marker === 1 || (marker >= 0xd0 && marker <= 0xd7);
const isNote = (marker: number): boolean =>
  marker === COMMENT || (marker >= 0xe0 && marker <= 0xef);

function walkJpeg(bytes: Buffer): Walked | null {
  const notes: Buffer[] = [];
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) return { end: at + 2, notes };
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return null;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return null;
    if (isNote(marker)) notes.push(bytes.subarray(at + 4, at + 2 + length));
    at += 2 + length;
    if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
  }
  return null;
}

/** Where the next marker after a scan's coded data begins. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !isBare(next)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

const PNG_SIGNATURE = 8;
const PNG_NOTES = new Set(["tEXt", "zTXt", "iTXt", "eXIf"]);

function walkPng(bytes: Buffer): Walked | null {
  const notes: Buffer[] = [];
  let at = PNG_SIGNATURE;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString("latin1", at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    if (kind === "IEND") return { end, notes };
    if (PNG_NOTES.has(kind)) notes.push(bytes.subarray(at + 8, at + 8 + length));
    at = end;
  }
  return null;
}

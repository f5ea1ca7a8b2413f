import { crc32, deflateSync } from "node:zlib";
import { qrCode } from "../qr-code.ts";

/** Longest text of a code, in bytes, see `qrCode`. */
const MOST_BYTES = 2000;
/** White modules around the code, which a reader needs. */
const QUIET = 4;
/** Pixels of a module's side: a byte of a row, as each pixel is one bit. */
const SIDE = 8;
const [BLACK, WHITE] = [0x00, 0xff];

/** A QR code as PNG, black on white with its quiet zone; null for a text that has no room in one. */
export function codePicture(text: string): Buffer | null {
  if (text === "" || Buffer.byteLength(text) > MOST_BYTES) return null;
  const bars = barsOf(text);
  const modules = 2 * QUIET + Math.max(...bars.map(({ x, width }) => x + width));
  const rows = Array.from({ length: modules }, () => Buffer.alloc(modules, WHITE));
  for (const { x, y, width } of bars) rows[QUIET + y]?.fill(BLACK, QUIET + x, QUIET + x + width);
  // Each row of pixels begins with the number of its filter, 0 for none.
  const pixels = rows.flatMap((row) =>
    Array.from({ length: SIDE }, () => Buffer.concat([Buffer.of(0), row])),
  );
  return png(modules * SIDE, Buffer.concat(pixels));
}

/** The black bars of the code, in modules. */
function barsOf(text: string): { x: number; y: number; width: number }[] {
  const rects = qrCode(text, 1000).canvas.filter((shape) => shape.type === "rect");
  // The marks in the corners have bars of one module, so the narrowest is one.
  const module = Math.min(...rects.map(({ w }) => w));
  return rects.map(({ x, y, w }) => ({
    x: Math.round(x / module),
    y: Math.round(y / module),
    width: Math.round(w / module),
  }));
}

/** A square PNG of one bit a pixel. */
function png(side: number, pixels: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

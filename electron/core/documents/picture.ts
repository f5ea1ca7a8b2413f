import { inflateSync } from "node:zlib";

/**
 * Whether a picture can be printed. Pdfkit takes a PNG's or JPEG's word for what it is, so a picture
 * without pixels, one that ends halfway or one of billions of pixels is found here.
 */

/** Characters of a data URL; an office's lambang has at most 1 MB. */
const LONGEST = 1_500_000;
/** Pixels: of a side, and of the whole. */
type Most = { side: number; png: number; jpeg: number };
/** More than any printer shows of a lambang. */
const LOGO: Most = { side: 6000, png: 20_000_000, jpeg: 20_000_000 };
/** Scans and photographs on a page of their own; a PNG is unpacked, a JPEG is taken over as it is. */
const SCAN_PAGE: Most = { side: 20_000, png: 40_000_000, jpeg: 120_000_000 };

/** `url` is a data URL; the empty one is no picture and prints. */
export function isPrintable(url: string): boolean {
  if (url === "") return true;
  const [, base64] = /^data:image\/(?:png|jpe?g);base64,([A-Za-z0-9+/]+=*)$/.exec(url) ?? [];
  if (base64 === undefined || url.length > LONGEST) return false;
  const bytes = Buffer.from(base64, "base64");
  return pictureKind(bytes, LOGO) !== null;
}

/** What a picture is that can be printed; null for anything else, broken and oversized ones too. */
export function pictureKind(bytes: Buffer, most: Most = SCAN_PAGE): "png" | "jpeg" | null {
  if (isWholePng(bytes, most)) return "png";
  return isWholeJpeg(bytes, most) ? "jpeg" : null;
}

const isSize = (width: number, height: number, side: number, pixels: number): boolean =>
  [width, height].every((one) => one > 0 && one <= side) && width * height <= pixels;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples a pixel and their allowed depths, by PNG's type of colour. */
const COLOURS: Record<number, { samples: number; depths: number[] }> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

function isWholePng(bytes: Buffer, most: Most): boolean {
  if (!bytes.subarray(0, 8).equals(PNG)) return false;
  const chunks = pngChunks(bytes);
  const head = chunks?.[0];
  if (chunks === null || head?.type !== "IHDR" || head.data.length !== 13) return false;
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const [depth = 0, colour = -1, compression, filter, interlace = 2] = head.data.subarray(8);
  const kind = COLOURS[colour];
  if (!isSize(width, height, most.side, most.png)) return false;
  if (kind === undefined || !kind.depths.includes(depth)) return false;
  if (compression !== 0 || filter !== 0 || interlace > 1) return false;
  const palette = chunks.find((chunk) => chunk.type === "PLTE")?.data.length ?? 0;
  if (colour === 3 && (palette === 0 || palette % 3 !== 0)) return false;
  const data = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map((one) => one.data));
  const rows = interlace === 0 ? [{ width, height }] : interlaced(width, height);
  const bits = depth * kind.samples;
  const size = rows.reduce(
    (sum, one) => sum + one.height * (1 + Math.ceil((one.width * bits) / 8)),
    0,
  );
  try {
    return inflateSync(data, { maxOutputLength: size }).length === size;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** Null when the file ends before its last chunk. */
function pngChunks(bytes: Buffer): { type: string; data: Buffer }[] | null {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (at + 12 + length > bytes.length) return null;
    if (type === "IEND") return chunks;
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return null;
}

/** The seven passes of Adam7: those that have pixels. */
function interlaced(width: number, height: number): { width: number; height: number }[] {
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const;
  return passes
    .map(([x, y, across, down]) => ({
      width: Math.ceil((width - x) / across),
      height: Math.ceil((height - y) / down),
    }))
    .filter((one) => one.width > 0 && one.height > 0);
}

/** Baseline, extended and progressive frames: those that PDF takes. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Other frames: lossless, hierarchical, arithmetic. */
const OTHERS = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
const SCAN = 0xda;

function isWholeJpeg(bytes: Buffer, most: Most): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return false;
  let hasFrame = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || OTHERS.has(marker)) return false;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return false;
    // The picture itself runs to a marker of its end.
    if (marker === SCAN) return hasFrame && bytes.lastIndexOf("ffd9", undefined, "hex") > at;
    if (FRAMES.has(marker)) {
      if (at + 10 > bytes.length || bytes[at + 4] !== 8) return false;
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      if (!isSize(width, height, most.side, most.jpeg)) return false;
      if (![1, 3, 4].includes(bytes[at + 9] ?? 0)) return false;
      hasFrame = true;
    }
    at += 2 + length;
  }
  return false;
}

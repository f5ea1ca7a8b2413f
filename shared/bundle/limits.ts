/** What a bundle from elsewhere may hold; more is refused before anything is unpacked. Bytes. */

const MB = 1024 * 1024;

export const BUNDLE_LIMITS = {
  entries: 2000,
  /** Of all entries together, and of one of them. */
  unpacked: 4096 * MB,
  entry: 1024 * MB,
  /** An entry that unpacks to more than this many times its size, above the floor, is a bomb. */
  ratio: 200,
  ratioFloor: 4 * MB,
  manifest: 4 * MB,
  request: 32 * MB,
  /** Characters of a path in the ZIP. */
  name: 240,
} as const;

/** What one PDF takes in of letters signed elsewhere and attachments. */
export const PDF_LIMITS = {
  /** Bytes, together: joining takes about seven times as much memory. */
  attached: 100 * MB,
  /** Pages of one file. */
  pages: 2000,
} as const;

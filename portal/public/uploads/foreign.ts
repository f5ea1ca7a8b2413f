/** Signs of a second file within a file, or of a page that a browser would run. */

const SCRIPT = /<(script|html|svg|iframe|\?php|%@|!doctype)|javascript:/i;
const ARCHIVE_START = Buffer.from("PK\u0003\u0004", "latin1");
const ARCHIVE_END = Buffer.from("PK\u0005\u0006", "latin1");
/** The end of a ZIP lies within its last 64 KiB (its comment) and 22 bytes. */
const ARCHIVE_TAIL = 65_535 + 22;

export const holdsScript = (bytes: Buffer): boolean => SCRIPT.test(bytes.toString("latin1"));

/** Whether a reader of ZIP or JAR files would open it: they begin to read at the end. */
export const endsAsArchive = (bytes: Buffer): boolean =>
  bytes.subarray(-ARCHIVE_TAIL).includes(ARCHIVE_END);

/** What stands after the end of a picture: other files are put there to pass as the picture. */
export const holdsForeignFile = (tail: Buffer): boolean =>
  tail.includes(ARCHIVE_START) ||
  tail.includes(ARCHIVE_END) ||
  tail.includes("%PDF-") ||
  holdsScript(tail);

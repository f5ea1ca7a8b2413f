/** File names that are safe on every PC and in every header, of whatever somebody sent. */

const LONGEST = 100;
/** What Windows refuses, controls, and signs that turn the direction of writing. */
const UNSAFE =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF<>:"/\\|?*]|\p{Surrogate}/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The name with the extension of what it really is: `surat.php` that is a PDF becomes `surat.pdf`. */
export function safeName(given: string, extension: string): string {
  const stem = shownName(given)
    // All that looks like an extension goes, so that no second one is left to be believed.
    .replace(/(\.[A-Za-z0-9]{1,5})+$/, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const short = [...stem].slice(0, LONGEST).join("").trim();
  if (short === "") return `berkas.${extension}`;
  return `${RESERVED.test(short) ? `_${short}` : short}.${extension}`;
}

/** The name as it was sent, fit to be named in a sentence: no path, and nothing unseen. */
export function shownName(given: string): string {
  const base = given.slice(0, 1000).split(/[/\\]/).pop() ?? "";
  const seen = base.normalize("NFC").replace(UNSAFE, " ").replace(/\s+/g, " ").trim();
  return [...seen].slice(0, 2 * LONGEST).join("");
}

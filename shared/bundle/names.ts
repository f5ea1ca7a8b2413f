/** Names of the files in a bundle: such as every system and Excel takes, and such as are refused. */

const RESERVED = /^(?:con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** What Windows, Excel's links or a shell take for something else. */
const SIGNS =
  /[\\/:*?"<>|[\]{}$%#&^~`'!;\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/gu;
const LONGEST = 80;
const LONGEST_ENDING = 10;

/** A name for a file that Windows and Excel take, with its ending kept. */
export function safeName(name: string): string {
  const whole = name.normalize("NFC").toWellFormed();
  const dot = whole.lastIndexOf(".");
  const hasEnding = dot > 0 && whole.length - dot <= LONGEST_ENDING;
  const clean = (text: string): string => text.replace(SIGNS, "-").replace(/\s+/gu, " ").trim();
  const ending = hasEnding ? clean(whole.slice(dot)).replace(/[^.\p{L}\p{N}]/gu, "") : "";
  const stem = [...clean(hasEnding ? whole.slice(0, dot) : whole)]
    .slice(0, LONGEST)
    .join("")
    // A formula to Excel, an option to a command, or hidden.
    .replace(/^[\s.=+@-]+/u, "")
    .replace(/[\s.]+$/u, "");
  const sensible = stem === "" ? "berkas" : stem;
  return `${RESERVED.test(sensible) ? `_${sensible}` : sensible}${ending === "." ? "" : ending}`;
}

/**
 * Why a path in a ZIP is refused; null for a good one. Good paths are relative, stay inside, and
 * mean the same on every system.
 */
export function unsafePath(path: string): string | null {
  if (path === "") return "empty";
  if (!path.isWellFormed() || /[\u0000-\u001F\u007F]/u.test(path)) return "control";
  if (path.includes("\\")) return "backslash";
  if (path.startsWith("/") || /^[a-z]:/iu.test(path)) return "absolute";
  const parts = path.replace(/\/$/u, "").split("/");
  for (const part of parts) {
    if (part === "" || part === "." || part === "..") return "climbs";
    if (/[:*?"<>|]/u.test(part) || /[ .]$/u.test(part) || RESERVED.test(part)) return "reserved";
  }
  return null;
}

/** Two paths with the same key are one file on Windows and on a Mac. */
export const pathKey = (path: string): string =>
  path.replace(/\/$/u, "").normalize("NFC").toLowerCase();

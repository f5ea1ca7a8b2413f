/**
 * Whether a signed file is of the letter that it is brought back for. The number decides between two
 * letters from one template, the words between a letter and one that only cites its number.
 */
export type LetterLikeness = "same" | "other" | "no-text";

/** A signed file keeps all words of its letter; the rest is what a flattened print may lose. */
const SHARE_OF_SAME = 0.8;
/** With fewer words in common, and no number, it may be a picture with a signature's panel. */
const SHARE_OF_OFFICE = 0.4;
/**
 * Letters and digits of a signature's panel and foot, which stand on a page that is a picture
 * otherwise, and how much of a letter they may be.
 */
const PANEL_LENGTH = 500;
const PANEL_SHARE = 0.5;
/** Characters of the issued letter that are compared; lists in appendices may be long. */
const COMPARED = 50_000;
/** Shorter words stand in every letter. */
const SHORTEST_WORD = 4;

/**
 * `expected.words` is the issued letter's text, `actualText` what was read from the signed file.
 * "no-text": too little to tell, as in a scan; a person has to look.
 */
export function looksLikeSameLetter(
  expected: { number: string; words: string },
  actualText: string,
): LetterLikeness {
  const actual = plain(actualText);
  const issued = plain(expected.words.slice(0, COMPARED));
  const [run, issuedRun] = [squeezed(actual), squeezed(issued)];
  if (run === "") return "no-text";
  const share = shareOf(wordsOf(issued), new Set(wordsOf(actual)), run);
  if (holdsNumber(actual, plain(expected.number))) {
    if (share >= SHARE_OF_SAME) return "same";
  } else if (share >= SHARE_OF_OFFICE) return "other";
  const panelOnly = run.length < PANEL_LENGTH && run.length < issuedRun.length * PANEL_SHARE;
  return panelOnly ? "no-text" : "other";
}

/** Ligatures and wide forms as letters, one kind of hyphen, without marks that are not seen. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-");

const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= SHORTEST_WORD);

const squeezed = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** Share of the known words that occur; one broken over two lines is found without its break. */
function shareOf(words: string[], written: Set<string>, run: string): number {
  const known = [...new Set(words)];
  if (known.length === 0) return 1;
  return known.filter((word) => written.has(word) || run.includes(word)).length / known.length;
}

/** Whether the number stands there by itself and not as a part of a longer one. */
function holdsNumber(text: string, number: string): boolean {
  const signs = [...number.replace(/\s+/g, "")].map((sign) =>
    sign.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&"),
  );
  if (signs.length === 0) return false;
  const edge = "[\\p{L}\\p{N}]";
  const apart = `(?<!${edge}[./-]?)${signs.join("\\s*")}(?!${edge}|[./-]${edge})`;
  return new RegExp(apart, "u").test(text);
}

/** How text falls into words, the same way as SQLite's unicode61 does it for the search index. */

/** A word and where it stands in the text, in UTF-16 units; `to` is exclusive. */
export type Word = { word: string; from: number; to: number };

const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** Lower case and without diacritics, as words are compared. */
export const folded = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** The words of a text one by one, so that a long one need not be read whole. */
export function* wordsOf(text: string): Generator<Word> {
  for (const found of text.matchAll(WORD)) {
    const word = folded(found[0]);
    if (word !== "") yield { word, from: found.index, to: found.index + found[0].length };
  }
}

const MARKS = /\p{M}+/gu;
const PLAIN = /[\p{L}\p{N}\p{Co}]+/gu;
const ASCII = /[a-z0-9]+/g;
// oxlint-disable-next-line no-control-regex
const IS_ASCII = /^[\0-\x7f]*$/;

/** The words alone, folded; quicker than one by one, for everything that is indexed passes here. */
export function plainWords(text: string): string[] {
  const lower = text.toLowerCase();
  if (IS_ASCII.test(lower)) return lower.match(ASCII) ?? [];
  return lower.normalize("NFD").replace(MARKS, "").toLowerCase().match(PLAIN) ?? [];
}

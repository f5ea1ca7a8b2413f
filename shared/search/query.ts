import { plainWords } from "./words.ts";

/**
 * What was typed into the search box. Words must all be there; "some words" in quotes stand side by
 * side; -word must not be there. Everything else is text: no operator, bracket or quote can be wrong.
 */
export type Query = {
  terms: readonly Term[];
  without: readonly Term[];
};

/** One word, or several that stand side by side, such as the parts of 2026/0010. Folded. */
export type Term = { words: readonly string[]; exact: boolean };

/** UTF-16 units; whatever is longer was pasted by mistake. */
export const LONGEST_QUERY = 500;
export const MOST_TERMS = 20;

export type Unsearchable = "too-long" | "nothing";

/** The query, or why nothing can be searched by it. */
export function parseQuery(text: string): Query | Unsearchable {
  if (text.length > LONGEST_QUERY) return "too-long";
  const terms: Term[] = [];
  const without: Term[] = [];
  for (const { words, quoted, excluded } of pieces(text)) {
    if (words.length > 0) (excluded ? without : terms).push({ words, exact: quoted });
  }
  if (terms.length + without.length > MOST_TERMS) return "too-long";
  return terms.length === 0 ? "nothing" : { terms, without };
}

type Piece = { words: string[]; quoted: boolean; excluded: boolean };

/** Quoted stretches and what stands between blanks; a quote that is never closed ends with the text. */
function* pieces(text: string): Generator<Piece> {
  const marks = /(-?)(?:["“”„]([^"“”„]*)(?:["“”„]|$)|([^\s"“”„]+))/gu;
  for (const [, minus, quote, bare] of text.matchAll(marks)) {
    const piece = bare ?? quote ?? "";
    yield {
      words: plainWords(piece),
      quoted: bare === undefined,
      excluded: minus === "-",
    };
  }
}

import type { Query, Term } from "#shared/search/query.ts";

/**
 * A query in the language of FTS5. Terms hold letters and figures only (see shared/search/words.ts),
 * so nothing that was typed is ever read as an operator.
 */
export type Matches = {
  /** Whatever is found. */
  all: string;
  /** What fits best, and then what fits less well; the last one is `all`. Each holds some of the next. */
  best: string[];
};

type MatchOptions = {
  /** The words that a typed one stands for, itself first. */
  formsOf: (word: string) => readonly string[];
  /** Words of names that hold it within. */
  namesWith: (part: string) => readonly string[];
  /** Tokens that narrow the hits down, see archive/search-projection.ts. */
  tags: readonly string[];
};

/** What the thing is called and says itself, and what it belongs to. */
const HEAD = "{head}";
const OWN = "{head body}";
const ALL = "{head body about}";
/** Fewer figures after a stroke are taken as they stand. */
const SHORTEST_BEGUN = 3;

export function matchOf({ terms, without }: Query, options: MatchOptions): Matches {
  const forms = new Map<Term, string[]>();
  for (const term of [...terms, ...without]) forms.set(term, formsIn(term, options));

  const narrowed = (parts: readonly string[]): string => {
    const all = [...parts, ...options.tags.map((tag) => `{tags}:${quoted(tag)}`)].join(" AND ");
    if (without.length === 0) return all;
    return `(${all}) NOT (${without.map((term) => anyForm(term, ALL)).join(" OR ")})`;
  };
  const anyForm = (term: Term, columns: string): string => {
    const any = `${columns}:(${(forms.get(term) ?? []).join(" OR ")})`;
    const [word = ""] = term.words;
    const isPlain = term.words.length === 1 && !term.exact;
    const names = isPlain ? options.namesWith(word).map(quoted) : [];
    if (names.length === 0) return any;
    return `(${any} OR ${columns === ALL ? "{head about}" : HEAD}:(${names.join(" OR ")}))`;
  };
  const exactly = ({ words }: Term, columns: string): string =>
    `${columns}:${quoted(words.join(" "))}`;
  /** Every word may stand in what it belongs to, but not all: else a name finds all of its letters. */
  const spread = (one: typeof anyForm): string[] => {
    if (terms.length === 1) return terms.map((term) => one(term, OWN));
    return [
      ...terms.map((term) => one(term, ALL)),
      `(${terms.map((term) => one(term, OWN)).join(" OR ")})`,
    ];
  };

  const all = narrowed(spread(anyForm));
  const row = quoted(terms.flatMap(({ words }) => words).join(" "));
  const isRow = terms.length > 1;
  const best = [
    ...(isRow ? [narrowed([`${HEAD}:${row}`])] : []),
    narrowed(terms.map((term) => exactly(term, HEAD))),
    narrowed(terms.map((term) => anyForm(term, HEAD))),
    ...(isRow ? [narrowed([`${OWN}:${row}`])] : []),
    narrowed(spread(exactly)),
    all,
  ];
  return { all, best };
}

/** What a term may read as, as phrases of the index. */
function formsIn({ words, exact }: Term, { formsOf }: MatchOptions): string[] {
  const [word = ""] = words;
  const last = words.at(-1) ?? "";
  const text = quoted(words.join(" "));
  if (exact) return [text];
  if (words.length === 1) return formsOf(word).map(quoted);
  return [last.length < SHORTEST_BEGUN ? text : `${text} *`];
}

const quoted = (text: string): string => `"${text}"`;

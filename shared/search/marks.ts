import type { Marked } from "./contract.ts";
import type { Query, Term } from "./query.ts";
import { createStemmer, type Stemmer } from "./stems.ts";
import { type Word, wordsOf } from "./words.ts";

/** Finds the searched words in a text, by the same rules as the index does. */
export type Marker = {
  /** The whole text with every stretch that was searched for; `names`: parts of words count too. */
  mark(text: string, names?: boolean): Marked;
  /** The piece of a text that holds most of the words; null when it holds none. */
  snippet(text: string): Marked | null;
};

/** UTF-16 units that a snippet shows, and at most how many before the first word. */
const SNIPPET = 200;
const BEFORE = 50;
/** Hits looked at in one text; beyond them it is known well enough what it is about. */
const MOST_HITS = 400;

type Hit = { from: number; to: number; term: number };

export function createMarker({ terms }: Query): Marker {
  const stem = createStemmer();
  const tests = terms.map((term) => testOf(term, stem));
  const inNames = terms.map((term) => testOf(term, stem, true));

  return {
    mark(text, names = false) {
      const hits = Array.from(hitsIn(text, terms, names ? inNames : tests));
      return { text, marks: joined(hits).map(({ from, to }) => [from, to]) };
    },
    snippet(text) {
      const hits: Hit[] = [];
      for (const hit of hitsIn(text, terms, tests)) {
        hits.push(hit);
        if (hits.length >= MOST_HITS) break;
      }
      const first = bestOf(hits);
      return first === null ? null : cut(text, first, hits);
    },
  };
}

type Test = (word: string) => boolean;

/** Whether a word of a text is one of a term's; answers are kept, since words come again and again. */
function testOf({ words, exact }: Term, stemsOf: Stemmer, names = false): Test {
  const [searched = ""] = words;
  const stems = stemsOf(searched);
  const known = new Map<string, boolean>();
  const test: Test = (word) => {
    if (exact) return word === searched;
    if (searched.length > 1 ? word.startsWith(searched) : word === searched) return true;
    if (names && searched.length > 2 && word.includes(searched)) return true;
    if (/^\d/.test(searched)) return word.replace(/^0+/, "") === searched;
    for (const one of stemsOf(word)) if (stems.has(one)) return true;
    return false;
  };
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const answer = test(word);
    known.set(word, answer);
    return answer;
  };
}

/** Every place where a term stands, in the order of the text; overlapping ones may come twice. */
function* hitsIn(text: string, terms: readonly Term[], tests: readonly Test[]): Generator<Hit> {
  const longest = Math.max(...terms.map(({ words }) => words.length));
  const window: Word[] = [];
  for (const word of wordsOf(text)) {
    window.push(word);
    if (window.length > longest) window.shift();
    for (const [term, { words, exact }] of terms.entries()) {
      if (words.length === 1) {
        if (tests[term]?.(word.word) === true) yield { from: word.from, to: word.to, term };
        continue;
      }
      const row = window.slice(-words.length);
      const [begin] = row;
      if (begin !== undefined && isRow(row, words, exact)) {
        yield { from: begin.from, to: word.to, term };
      }
    }
  }
}

/** Whether these words stand side by side here; the last one may only be begun. */
const isRow = (row: readonly Word[], words: readonly string[], exact: boolean): boolean =>
  row.length === words.length &&
  row.every(({ word }, index) => {
    const wanted = words[index] ?? "";
    return word === wanted || (!exact && index === words.length - 1 && word.startsWith(wanted));
  });

/** The hit at which the stretch with the most different terms begins. */
function bestOf(hits: readonly Hit[]): Hit | null {
  let best: Hit | null = null;
  let most = 0;
  for (const [index, hit] of hits.entries()) {
    const seen = new Set<number>();
    for (let at = index; at < hits.length; at += 1) {
      const other = hits[at];
      if (other === undefined || other.to > hit.from + SNIPPET - BEFORE) break;
      seen.add(other.term);
    }
    if (seen.size > most) {
      best = hit;
      most = seen.size;
    }
  }
  return best ?? hits[0] ?? null;
}

function cut(text: string, first: Hit, hits: readonly Hit[]): Marked {
  const from = wordStart(text, Math.max(0, first.from - BEFORE), first.from);
  const to = wordEnd(
    text,
    Math.min(text.length, from + SNIPPET),
    Math.min(first.to, from + SNIPPET),
  );
  const before = from > 0 ? "… " : "";
  const after = to < text.length ? " …" : "";
  // Each line break becomes one blank, so that the places stay right.
  const shown = `${before}${text.slice(from, to).replace(/\s/g, " ")}${after}`;
  const shift = before.length - from;
  const within = hits.filter((hit) => hit.from >= from && hit.to <= to);
  return { text: shown, marks: joined(within).map((one) => [one.from + shift, one.to + shift]) };
}

/** The next beginning of a word after `at`, unless there is none before `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at, limit).search(/\s/);
  return blank < 0 ? limit : at + blank + 1;
}

/** The last end of a word before `at`, unless there is none after `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
  if (at === text.length) return at;
  const blank = text.slice(limit, at).search(/\s\S*$/);
  return blank < 0 ? at : limit + blank;
}

/** Stretches that touch or overlap made one. */
function joined(hits: readonly Hit[]): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of [...hits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = stretches.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  return stretches;
}

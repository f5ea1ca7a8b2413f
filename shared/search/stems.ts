import { ROOTS } from "./roots.ts";

/**
 * Stems of Indonesian words, so that permohonan, memohon and dimohon find each other. A prefix may
 * have swallowed the root's first letter (mengirim: kirim), which the word alone does not tell, so a
 * word has a set of stems; two words belong together when their sets meet. Where a stem is a listed
 * root, the guesses beside it are dropped. Rules after Tata Bahasa Baku Bahasa Indonesia, chapters on
 * affixes; a stemmer for search, no analysis.
 */

/** Shorter stems are no guesses but noise, unless they are listed. */
const SHORTEST = 4;
/** Affixes upon affixes: ke-pen-duduk-an, mem-per-guna-kan. */
const ROUNDS = 3;
/** No Indonesian word is longer; codes and slips of the keyboard are. */
const LONGEST = 30;

const PARTICLES = ["lah", "kah", "pun", "tah"];
const POSSESSIVES = ["nya", "ku", "mu"];
const SUFFIXES = ["kan", "an", "i"];

/** The stems that a word may have; a word without affixes is its own. Takes folded words. */
export function stemsOf(word: string): ReadonlySet<string> {
  if (ROOTS.has(word) || word.length > LONGEST || !/^[a-z]{4,}$/.test(word)) return new Set([word]);
  const roots = new Set<string>();
  const bare = new Set<string>();
  let layer = new Set([word]);
  for (let round = 0; round <= ROUNDS && layer.size > 0; round += 1) {
    const next = new Set<string>();
    for (const one of layer) {
      if (ROOTS.has(one)) {
        roots.add(one);
        continue;
      }
      const before = next.size;
      for (const less of lessOf(one)) next.add(less);
      if (next.size === before) bare.add(one);
    }
    layer = next;
  }
  return roots.size > 0 ? new Set(withoutShorter([...roots])) : bare;
}

export type Stemmer = (word: string) => ReadonlySet<string>;

/** The same words come again and again: a stemmer that remembers, within bounds. */
export function createStemmer(most = 20_000): Stemmer {
  const known = new Map<string, ReadonlySet<string>>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const stems = stemsOf(word);
    known.set(word, stems);
    return stems;
  };
}

/** "beri" is no root of pemberitaan where "berita" is one: of two that hold each other, the longer. */
function withoutShorter(roots: readonly string[]): string[] {
  return roots.filter(
    (one) => !roots.some((other) => other.length > one.length && other.includes(one)),
  );
}

/** The word with one layer less: without an ending, a prefix, or both together. */
function* lessOf(word: string): Generator<string> {
  for (const short of withoutEnding(word)) yield short;
  for (const bare of withoutPrefix(word)) {
    yield bare;
    for (const short of withoutEnding(bare)) yield short;
  }
}

function* withoutEnding(word: string): Generator<string> {
  for (const ending of [...PARTICLES, ...POSSESSIVES, ...SUFFIXES]) {
    const stem = word.slice(0, -ending.length);
    // An "i" after another vowel belongs to the word: sungai, pantai.
    if (ending === "i" && /[aeiou]$/.test(stem) && !ROOTS.has(stem)) continue;
    if (word.endsWith(ending) && mayStand(stem)) yield stem;
  }
}

function* withoutPrefix(word: string): Generator<string> {
  for (const bare of prefixless(word)) if (mayStand(bare)) yield bare;
}

/** Long enough for a word, with a vowel in it. */
const mayStand = (stem: string): boolean =>
  ROOTS.has(stem) || (stem.length >= SHORTEST && /[aeiou]/.test(stem));

function* prefixless(word: string): Generator<string> {
  if (/^(di|ke|se)/.test(word)) yield word.slice(2);
  if (/^(ter|ber|per)/.test(word)) {
    yield word.slice(3);
    // The r of prefix and root are one: beraksi and berasa, pekerja and bekerja.
    if (/^...[aeiou]/.test(word)) yield word.slice(2);
  }
  if (/^(bel|pel)ajar/.test(word)) yield word.slice(3);
  if (word.startsWith("bekerja")) yield word.slice(2);
  if (/^[mp]e/.test(word)) yield* afterNasal(word);
}

/** Without me- or pe-, whose nasal takes the place of p, t, s and k. */
function* afterNasal(word: string): Generator<string> {
  const rest = word.slice(2);
  if (/^[lrwymn]/.test(rest)) yield rest;
  // pe- before other letters: petani, pekerja, pesuruh.
  if (word.startsWith("pe") && /^[tksp]/.test(rest)) yield rest;
  if (rest.startsWith("ng")) {
    const after = rest.slice(2);
    yield after;
    if (/^[aeiou]/.test(after)) yield `k${after}`;
    // menge- before words of one syllable: mengetik, mengesahkan.
    if (after.startsWith("e")) yield after.slice(1);
  } else if (/^ny[aeiou]/.test(rest)) yield `s${rest.slice(2)}`;
  else if (rest.startsWith("m")) {
    const after = rest.slice(1);
    if (/^[bfpv]/.test(after)) yield after;
    if (/^[aeiou]/.test(after)) yield `p${after}`;
    // memproses keeps its p, memprakarsai too.
  } else if (rest.startsWith("n")) {
    const after = rest.slice(1);
    if (/^[cdjstz]/.test(after)) yield after;
    if (/^[aeiou]/.test(after)) yield `t${after}`;
  }
}

import { createStemmer, stemsOf } from "#shared/search/stems.ts";
import { plainWords } from "#shared/search/words.ts";
import type { Db } from "../archive/database.ts";

/** The different words of the archive, by which what was typed becomes words that are there. */
export type StoredWord = { id: number; word: string; named: number };
/** Whether a word stands in what something is called. */
type Named = 0 | 1;

/** Words of another length are codes, or slips; they are found as they stand. */
const SHORTEST = 2;
const LONGEST = 30;
/** Letters of a part of a name, as trigrams need them. */
const SHORTEST_PART = 3;
/** Words that one typed word may begin; the shortest of them are nearest to it. Each costs time. */
const MOST_BEGUN = 200;
const MOST_FIGURES = 40;
const MOST_PARTS = 40;
const FIGURE = /^\d+$/;

export function createWordBook(db: Db) {
  const stem = createStemmer();
  const put = db.prepare(
    `INSERT INTO search_word (word, named) VALUES (?, ?) ON CONFLICT (word)
     DO UPDATE SET named = 1 WHERE excluded.named = 1 AND named = 0 RETURNING id`,
  );
  const putPart = db.prepare("INSERT INTO search_part (rowid, word) VALUES (?, ?)");
  const putStem = db.prepare(
    "INSERT INTO search_stem (stem, word) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  const dropWord = db.prepare("DELETE FROM search_word WHERE id = ?");
  const dropPart = db.prepare(
    "INSERT INTO search_part (search_part, rowid, word) VALUES ('delete', ?, ?)",
  );
  const dropStem = db.prepare("DELETE FROM search_stem WHERE stem = ? AND word = ?");
  const begun = db
    .prepare(
      "SELECT word FROM search_word WHERE word >= ? AND word < ? ORDER BY length(word), word LIMIT ?",
    )
    .pluck();
  const family = db.prepare("SELECT word FROM search_stem WHERE stem = ?").pluck();
  const parts = db.prepare("SELECT word FROM search_part WHERE word LIKE ? LIMIT ?").pluck();

  /** Words that are in the book for certain, and whether as names, while much is written. */
  let known: Map<string, Named> | null = null;

  /** Within one transaction; whoever takes it back calls `forget`. */
  function remember(): void {
    if (known !== null) return;
    known = new Map();
    queueMicrotask(() => {
      known = null;
    });
  }

  function addAll(words: readonly string[], named: Named): void {
    if (known === null) for (const word of new Set(words)) addWord(word, named);
    else {
      for (const word of words) {
        const before = known.get(word);
        if (before !== undefined && before >= named) continue;
        known.set(word, named);
        addWord(word, named);
      }
    }
  }

  function addWord(word: string, named: Named): void {
    if (word.length < SHORTEST || word.length > LONGEST) return;
    // Figures within a text are too many; those of a number or a name are looked up.
    const isFigure = FIGURE.test(word);
    if (isFigure && named === 0) return;
    const row = put.get(word, named) as { id: number } | undefined;
    if (row === undefined) return;
    if (named === 1 && !isFigure && word.length > SHORTEST_PART) putPart.run(row.id, word);
    for (const one of stem(word)) if (one !== word) putStem.run(one, word);
  }

  return {
    /** Adds the words of what something is called, and of what it says. */
    add(names: string, text: string): void {
      addAll(plainWords(names), 1);
      addAll(plainWords(text), 0);
    },
    /** The book was emptied and is written anew, in one go and without a pause. */
    beginAnew(): void {
      known = null;
      remember();
    },
    /** Much is about to be added, in one go and without a pause. */
    addMany: remember,
    forget(): void {
      known = null;
    },
    drop({ id, word, named }: StoredWord): void {
      if (named === 1 && !FIGURE.test(word) && word.length > SHORTEST_PART) dropPart.run(id, word);
      for (const one of stemsOf(word)) dropStem.run(one, word);
      dropWord.run(id);
      known?.delete(word);
    },
    /** The words that a typed one stands for: itself, what it begins, its other forms. */
    formsOf(typed: string): string[] {
      const words = new Set([typed, ...withZeros(typed)]);
      if (typed.length >= SHORTEST) {
        const most = FIGURE.test(typed) ? MOST_FIGURES : MOST_BEGUN;
        for (const one of begun.all(typed, `${typed}\u{10ffff}`, most)) words.add(one as string);
      }
      for (const one of stem(typed)) {
        words.add(one);
        for (const other of family.all(one)) words.add(other as string);
      }
      return [...words];
    },
    /** Words of names that hold this part; none where too many do. */
    namesWith(part: string): string[] {
      if (part.length < SHORTEST_PART || FIGURE.test(part)) return [];
      const found = parts.all(`%${part}%`, MOST_PARTS + MOST_BEGUN) as string[];
      const within = found.filter((word) => !word.startsWith(part));
      return within.length > MOST_PARTS ? [] : within;
    },
  };
}

/** Numbers are written with zeros before them: 10 is 0010 of 2026/0010. */
function withZeros(word: string): string[] {
  if (!/^[1-9]\d{0,3}$/.test(word)) return [];
  return [3, 4, 5].filter((width) => width > word.length).map((width) => word.padStart(width, "0"));
}

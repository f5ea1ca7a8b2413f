import { inflateSync } from "node:zlib";
import { stemsOf } from "#shared/search/stems.ts";
import type { Db } from "../archive/database.ts";
import { isCorrupt } from "./chains.ts";
import type { Problems } from "./problems.ts";

/**
 * The search index against the one in the shadows. Rows bear other numbers there, since those come
 * from the order of writing; so rows are compared by what they stand for, and the words by the
 * hashes of the rows that they stand in.
 */
export function checkSearch(db: Db, { tell, historyHurt }: Problems): void {
  // What the index should hold can only be told from a whole history.
  if (historyHurt()) return;
  // Nor of an index that is still being made.
  if (db.prepare("SELECT 1 FROM main.search_due LIMIT 1").get() !== undefined) return;
  try {
    for (const request of differingDocs(db)) tell("search_differs", request);
    if (wordsDiffer(db) || sizesDiffer(db) || wordBookDiffers(db) || partsDiffer(db))
      tell("search_differs", null);
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    tell("search_differs", null);
  }
  for (const sha256 of brokenTexts(db)) tell("text_broken", null, { name: sha256.slice(0, 12) });
}

/** Requests whose rows are not there, are too many, or were indexed with other words. */
function differingDocs(db: Db): (string | null)[] {
  const docs = (side: string): string =>
    `SELECT owner.ref AS request, doc.kind, doc.ref, doc.file, doc.hash
     FROM ${side}.search_doc AS doc LEFT JOIN ${side}.search_doc AS owner ON owner.id = doc.parent`;
  const one = (side: string, other: string): string =>
    `SELECT request FROM (${docs(side)} EXCEPT ${docs(other)})`;
  return db
    .prepare(`${one("main", "temp")} UNION ${one("temp", "main")}`)
    .pluck()
    .all() as (string | null)[];
}

/** One line a word: how often it stands where, weighed by the hash of its row. */
function wordsDiffer(db: Db): boolean {
  for (const side of ["main", "temp"]) {
    db.exec(
      `CREATE VIRTUAL TABLE temp.${side}_word USING fts5vocab('${side}', 'search_text', 'instance');
       CREATE TABLE temp.${side}_words AS
         SELECT word.term AS term, count(*) AS times, count(doc.id) AS known,
           sum((doc.hash % 2097143) * (word.offset + 1) + (doc.hash % 8191) * unicode(substr(word.col, 2)))
             AS places
         FROM temp.${side}_word AS word LEFT JOIN ${side}.search_doc AS doc ON doc.id = word.doc
         GROUP BY word.term`,
    );
  }
  return differ(db, "temp.main_words", "temp.temp_words");
}

/**
 * Lengths of rows, by which hits are ranked. `origin` is left out: it comes from the order of
 * writing, and a wrong one shows in the words as soon as its row is deleted.
 */
function sizesDiffer(db: Db): boolean {
  const of = (side: string): string =>
    `(SELECT doc.hash, size.sz FROM ${side}.search_text_docsize AS size
      LEFT JOIN ${side}.search_doc AS doc ON doc.id = size.id)`;
  return differ(db, of("main"), of("temp")) || averagesDiffer(db, "search_text", "search_text");
}

/** The sums over all rows stand in the first record. */
function averagesDiffer(db: Db, index: string, other: string): boolean {
  const of = (table: string): string => `(SELECT block FROM ${table}_data WHERE id = 1)`;
  return differ(db, of(`main.${index}`), of(`temp.${other}`));
}

/**
 * The words and their stems. More of them than the texts hold may be there, since those of former
 * texts stay for a while; each of those still has its stems and nothing else has any.
 */
function wordBookDiffers(db: Db): boolean {
  const isBorne = db.prepare("SELECT 1 FROM temp.search_text WHERE search_text MATCH ? LIMIT 1");
  const lacking = db
    .prepare(
      `SELECT expected.word AS word FROM temp.search_word AS expected
         LEFT JOIN main.search_word AS found ON found.word = expected.word
       WHERE found.word IS NULL OR found.named < expected.named`,
    )
    .pluck()
    .iterate() as IterableIterator<string>;
  for (const word of lacking) if (isBorne.get(`"${word}"`) !== undefined) return true;
  const words = db
    .prepare("SELECT word FROM main.search_word")
    .pluck()
    .iterate() as IterableIterator<string>;
  const findStem = db.prepare("SELECT 1 FROM main.search_stem WHERE stem = ? AND word = ?");
  let stems = 0;
  for (const word of words) {
    const expected = [...stemsOf(word)].filter((stem) => stem !== word);
    stems += expected.length;
    for (const stem of expected) if (findStem.get(stem, word) === undefined) return true;
  }
  return stems !== db.prepare("SELECT count(*) FROM main.search_stem").pluck().get();
}

/** The index of parts of words, against one made of the words as they stand. */
function partsDiffer(db: Db): boolean {
  db.exec(
    `CREATE VIRTUAL TABLE temp.parts USING fts5
       (word, content = '', detail = none, tokenize = 'trigram');
     INSERT INTO temp.parts (rowid, word) SELECT id, word FROM main.search_word
       WHERE named = 1 AND length(word) > 3 AND word GLOB '*[^0-9]*';
     CREATE VIRTUAL TABLE temp.main_part USING fts5vocab('main', 'search_part', 'instance');
     CREATE VIRTUAL TABLE temp.part USING fts5vocab('temp', 'parts', 'instance');`,
  );
  const of = (table: string): string => `(SELECT term, doc FROM temp.${table})`;
  const sizes = (table: string): string => `(SELECT id, sz FROM ${table}_docsize)`;
  return (
    differ(db, of("main_part"), of("part")) ||
    differ(db, sizes("main.search_part"), sizes("temp.parts")) ||
    averagesDiffer(db, "search_part", "parts")
  );
}

const differ = (db: Db, one: string, other: string): boolean =>
  db
    .prepare(
      `SELECT 1 FROM (SELECT * FROM ${one} EXCEPT SELECT * FROM ${other})
       UNION ALL SELECT 1 FROM (SELECT * FROM ${other} EXCEPT SELECT * FROM ${one}) LIMIT 1`,
    )
    .get() !== undefined;

/** Contents whose text cannot be unpacked any more. */
function* brokenTexts(db: Db): Generator<string> {
  const rows = db
    .prepare("SELECT sha256, text FROM main.file_text WHERE text IS NOT NULL")
    .iterate() as IterableIterator<{ sha256: string; text: Buffer }>;
  for (const { sha256, text } of rows) {
    try {
      inflateSync(text);
    } catch {
      yield sha256; // zlib ends what it packs with a checksum
    }
  }
}

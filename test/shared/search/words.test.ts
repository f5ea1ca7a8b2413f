import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainWords, wordsOf } from "#shared/search/words.ts";

const PIECES = [..."aZ09 -_/.,'éÉñ–\n\t", "e\u0301", "ﬁ", "١", "字", "😀", "İ", "ß"];
const texts = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 40 });

test("words are the same alone as with their places", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(plainWords(text)).toEqual(Array.from(wordsOf(text), ({ word }) => word));
    }),
    { numRuns: 3000 },
  );
});

test("words are those of the index, so that whatever is looked up is there", () => {
  const db = new Database(":memory:");
  db.exec(`CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE v USING fts5vocab (t, 'row')`);
  const put = db.prepare("INSERT INTO t (x) VALUES (?)");
  const terms = db.prepare("SELECT term FROM v ORDER BY term").pluck();
  const latin = fc.string({
    unit: fc.constantFrom(..."aZ09 -_/.,'éÉñÑüç–·“”\n", "e\u0301"),
    maxLength: 60,
  });
  fc.assert(
    fc.property(latin, (text) => {
      db.exec("DELETE FROM t");
      put.run(text);
      expect(terms.all()).toEqual([...new Set(plainWords(text))].sort());
    }),
    { numRuns: 1000 },
  );
  db.close();
});

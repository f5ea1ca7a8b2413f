import type { Archive } from "../archive/archive.ts";
import { dropMeta, readMeta } from "../archive/meta.ts";
import { PURGE } from "../archive/search-projection.ts";
import { createWordBook, type StoredWord } from "./word-book.ts";

/**
 * After an identity was erased or corrected its words no longer find anything, but they may still
 * lie in pages of the index until it is merged. These steps take them out: contents of attachments
 * that no one has any more, words that stand nowhere any more, and a merge of the whole index. Each
 * is short; what is left is done after the next start.
 */

/** Words looked at in one step, and pages merged in one. */
const WORDS = 400;
const PAGES = 200;

/** One step a call of `next`; each is a transaction of its own. */
export function* purgeSteps(archive: Archive): Generator<void> {
  const { db } = archive;
  if (!isPurgeDue(archive)) return;
  db.exec(`DELETE FROM file_text WHERE text IS NOT NULL
    AND id NOT IN (SELECT file FROM search_doc WHERE file IS NOT NULL)`);
  yield;
  yield* forgetWords(archive);
  const merge = db.prepare("INSERT INTO search_text (search_text, rank) VALUES ('merge', ?)");
  // A negative figure begins the merge of everything; then as long as there is something to do.
  for (let pages = -PAGES; ; pages = PAGES) {
    const before = changes(archive);
    merge.run(pages);
    yield;
    if (changes(archive) - before < 2) break;
  }
  dropMeta(db, PURGE);
}

export const isPurgeDue = ({ db }: Archive): boolean => readMeta(db, PURGE) !== undefined;

function* forgetWords({ db, sql, transact }: Archive): Generator<void> {
  const read = sql("SELECT id, word, named FROM search_word WHERE id > ? ORDER BY id LIMIT ?");
  const borne = sql("SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT 1");
  const book = createWordBook(db);
  let last = 0;
  for (;;) {
    const words = read.all(last, WORDS) as StoredWord[];
    if (words.length === 0) return;
    transact(() => {
      for (const word of words) {
        if (borne.get(`"${word.word}"`) === undefined) book.drop(word);
      }
    });
    last = words.at(-1)?.id ?? last;
    yield;
  }
}

const changes = ({ sql }: Archive): number => sql("SELECT total_changes()").pluck().get() as number;

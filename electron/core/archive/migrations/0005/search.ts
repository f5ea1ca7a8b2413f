/** The search index and the text found in attachments. */
export const search = `
-- What can be found, one row a request, letter, attachment or note. The id is made of the minute it
-- was written in (see search/place.ts), so that a higher one is newer and a year is a range.
CREATE TABLE search_doc (
  id INTEGER PRIMARY KEY,
  -- The request's own row; its own id there.
  parent INTEGER NOT NULL,
  -- 1 request, 2 letter, 3 file, 4 note
  kind INTEGER NOT NULL,
  -- Id of the request in its own row; of the letter, file or note in theirs.
  ref TEXT NOT NULL,
  -- Row of file_text, for attachments.
  file INTEGER,
  -- Of the words as they were indexed, so that only what changed is written again.
  hash INTEGER NOT NULL
) STRICT;
CREATE INDEX search_doc_parent ON search_doc (parent) WHERE kind > 1;
CREATE UNIQUE INDEX search_doc_request ON search_doc (ref) WHERE kind = 1;
CREATE INDEX search_doc_file ON search_doc (file) WHERE file IS NOT NULL;
-- What a row says is not kept here; it is read from the request when it is shown.
CREATE VIRTUAL TABLE search_text USING fts5 (
  head, body, about, tags,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
-- All different words. What was typed is looked up here first: the index reads whole words as they
-- are asked for, but must gather everything that begins with a few letters before the first hit.
CREATE TABLE search_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  -- It stands in what something is called, and is found by a part from within.
  named INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_part USING fts5 (
  word, content = 'search_word', content_rowid = 'id', detail = none, tokenize = 'trigram'
);
INSERT INTO search_part (search_part, rank) VALUES ('secure-delete', 1);
-- The forms of a word: memohon and permohonan of mohon.
CREATE TABLE search_stem (
  stem TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (stem, word)
) STRICT, WITHOUT ROWID;
-- Text found in attachments, by their content; no part of the projection, since reading takes long.
CREATE TABLE file_text (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  -- waiting, missing, ok, empty, locked, broken, too-large, none
  state TEXT NOT NULL,
  -- How often reading it was begun; one that ends the reader each time is left alone.
  tries INTEGER NOT NULL DEFAULT 0,
  -- Deflated UTF-8; null where there is none.
  text BLOB
) STRICT;
CREATE INDEX file_text_waiting ON file_text (id) WHERE state = 'waiting';
`;

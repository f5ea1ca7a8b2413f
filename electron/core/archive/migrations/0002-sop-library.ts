/**
 * Who published which version, what is retired or confirmed, drafts, books, and in-house work. The
 * projection is made anew from the log right after; drafts are no part of it.
 */
export const sopLibrary = `
DROP TABLE sop;
CREATE TABLE sop (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;
CREATE TABLE sop_retired (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sop_confirmed (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  step INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (id, version, step)
) STRICT, WITHOUT ROWID;
CREATE TABLE book (
  id TEXT PRIMARY KEY,
  book TEXT NOT NULL
) STRICT;
-- What is being written on this PC; it enters the log when it is published.
CREATE TABLE sop_draft (
  id TEXT PRIMARY KEY,
  based INTEGER,
  revision INTEGER NOT NULL,
  changed TEXT NOT NULL,
  actor TEXT NOT NULL,
  definition TEXT NOT NULL
) STRICT;
ALTER TABLE request ADD COLUMN period TEXT NOT NULL DEFAULT '';
CREATE INDEX request_sop ON request (sop, sop_version, status);
`;

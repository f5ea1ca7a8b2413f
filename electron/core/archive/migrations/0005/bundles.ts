/** Requests of other offices, taken over as they are. */
export const bundles = `
CREATE TABLE imported (
  id TEXT PRIMARY KEY,
  -- Its event, writer:seq, which holds everything.
  event TEXT NOT NULL,
  -- The request's id at its own office.
  request TEXT NOT NULL UNIQUE,
  office TEXT NOT NULL,
  government TEXT NOT NULL,
  number TEXT NOT NULL,
  subject TEXT NOT NULL,
  requester TEXT NOT NULL,
  sop TEXT NOT NULL,
  received TEXT NOT NULL,
  status TEXT NOT NULL,
  outcome TEXT,
  made TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX imported_at ON imported (at);
-- Which of the archive's files they hold, so that none is taken for an orphan.
CREATE TABLE imported_file (
  imported TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (imported, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_file_content ON imported_file (sha256);
-- Their requesters, sealed under a key of the bundle's own.
CREATE TABLE imported_identity (
  imported TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (imported, digest)
) STRICT, WITHOUT ROWID;
`;

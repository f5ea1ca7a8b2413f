/** The log and its projection. Projection tables can be emptied and made anew from the log. */
export const initial = `
-- Facts about this copy of the archive itself: created, demo.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row an incarnation of this database; seq, hash and lamport are its head.
CREATE TABLE writer (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  created TEXT NOT NULL,
  seq INTEGER NOT NULL DEFAULT 0,
  hash BLOB,
  own INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE event (
  writer INTEGER NOT NULL REFERENCES writer (id),
  seq INTEGER NOT NULL,
  prev BLOB,
  after TEXT NOT NULL,
  lamport INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  stream TEXT NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL,
  UNIQUE (writer, seq)
) STRICT;
CREATE INDEX event_stream ON event (stream, lamport, writer);

-- Events of a stream that no other one of it follows.
CREATE TABLE head (
  stream TEXT NOT NULL,
  writer INTEGER NOT NULL REFERENCES writer (id),
  seq INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  PRIMARY KEY (stream, writer)
) STRICT, WITHOUT ROWID;

-- Requesters' identities beside the log: ciphertext, and the key whose loss erases it.
CREATE TABLE identity (
  digest TEXT PRIMARY KEY,
  request TEXT NOT NULL,
  salt BLOB NOT NULL,
  nonce BLOB NOT NULL,
  ciphertext BLOB NOT NULL
) STRICT;
CREATE TABLE identity_key (
  request TEXT PRIMARY KEY,
  key BLOB NOT NULL
) STRICT;

-- Projection
CREATE TABLE office (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  event TEXT NOT NULL,
  profile TEXT NOT NULL
) STRICT;
CREATE TABLE user (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  lanes TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;
CREATE TABLE sop (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;
CREATE TABLE request (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  requester TEXT NOT NULL,
  sop TEXT NOT NULL,
  sop_version INTEGER NOT NULL,
  status TEXT NOT NULL,
  outcome TEXT,
  received TEXT NOT NULL,
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  closed TEXT,
  step INTEGER,
  lane TEXT,
  entered TEXT
) STRICT;
CREATE INDEX request_created ON request (created);
CREATE INDEX request_status ON request (status, created);
CREATE INDEX request_closed ON request (closed) WHERE closed IS NOT NULL;
CREATE INDEX request_lane ON request (lane, entered) WHERE lane IS NOT NULL;
-- Apart from the row, so that lists read slim pages.
CREATE TABLE request_state (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL
) STRICT;
CREATE TABLE register (
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (name, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE letter (
  number TEXT PRIMARY KEY,
  request TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

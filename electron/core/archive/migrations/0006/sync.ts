/**
 * The portal this PC has joined, and what is on its way. Of the PC and not of the office, so it
 * stands beside the log. What proves this PC to the portal is not in here: a copy of the archive
 * must not carry it along.
 */
export const sync = `
CREATE TABLE portal (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  url TEXT NOT NULL,
  office TEXT NOT NULL,
  office_name TEXT NOT NULL,
  device TEXT NOT NULL,
  device_name TEXT NOT NULL,
  letter TEXT NOT NULL,
  joined TEXT NOT NULL
) STRICT;

-- How far this PC and the portal have come; made anew by asking the portal. A table of its own: it
-- moves with every round.
CREATE TABLE sync_place (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  -- Empty until the heads of both were compared.
  epoch TEXT NOT NULL DEFAULT '',
  cursor TEXT NOT NULL DEFAULT '0',
  -- The furthest place in the feed that the portal has told of.
  seen TEXT NOT NULL DEFAULT '0',
  last_success TEXT,
  -- Why it does not go on without a person, as a failure in JSON.
  stopped TEXT
) STRICT;

-- How far the portal has each writer, as it said itself.
CREATE TABLE sync_head (
  writer TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Contents that the portal may lack, and contents that others announced and that are not here.
CREATE TABLE sync_file (
  sha256 TEXT PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  size INTEGER NOT NULL,
  -- The request it belongs to, or 'office'; empty for one that came with a message.
  stream TEXT NOT NULL,
  -- Where the unfinished upload goes on.
  upload TEXT,
  -- How often it was tried in vain: others go first.
  tries INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_file_next ON sync_file (direction, tries);

-- What the portal refused, and what could not be taken over from it.
CREATE TABLE sync_refused (
  -- Event writer:seq, message or SHA-256.
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  type TEXT NOT NULL,
  stream TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Held by nothing, since the portal is asked for them anew: they follow from what both have. */
export const ASKED_ANEW = ["sync_place", "sync_head", "sync_file", "sync_refused"];

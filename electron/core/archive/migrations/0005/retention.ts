/** How long requests and letters are kept, where they lie, and what was destroyed. */
export const retention = `
CREATE TABLE retention_rule (
  code TEXT PRIMARY KEY,
  rule TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- One row a request that is closed or has a place. The rowid, in the order of writing, settles ties
-- in lists, so that a page of them needs no sorting.
CREATE TABLE retention_row (
  request TEXT PRIMARY KEY,
  -- Day of closing, and its year; null while it runs.
  closed TEXT,
  year INTEGER,
  -- Its own classification, and a JSON list of its letters'.
  code TEXT NOT NULL,
  letters TEXT NOT NULL,
  review TEXT,
  -- Code whose rule decides, and what follows; null without a rule.
  decided_by TEXT,
  active_end TEXT,
  inactive_end TEXT,
  fate TEXT,
  -- Days; empty where it did not happen.
  moved TEXT NOT NULL,
  handed TEXT NOT NULL,
  destroyed TEXT NOT NULL,
  rack TEXT NOT NULL,
  box TEXT NOT NULL,
  folder TEXT NOT NULL
) STRICT;
CREATE INDEX retention_move ON retention_row (active_end, inactive_end)
  WHERE destroyed = '' AND moved = '';
CREATE INDEX retention_fate ON retention_row (fate, inactive_end)
  WHERE destroyed = '' AND handed = '';
CREATE INDEX retention_unruled ON retention_row (closed)
  WHERE destroyed = '' AND fate IS NULL AND closed IS NOT NULL;
CREATE INDEX retention_place ON retention_row (rack, box, folder)
  WHERE rack <> '' OR box <> '' OR folder <> '';
CREATE INDEX retention_destroyed ON retention_row (destroyed) WHERE destroyed <> '';
CREATE INDEX retention_year ON retention_row (year);
-- Which living requests hold a content: what one of them still needs is not erased.
CREATE TABLE retention_file (
  sha256 TEXT NOT NULL,
  request TEXT NOT NULL,
  size INTEGER NOT NULL,
  PRIMARY KEY (sha256, request)
) STRICT, WITHOUT ROWID;
CREATE INDEX retention_file_request ON retention_file (request);
CREATE TABLE destruction (
  id TEXT PRIMARY KEY,
  -- proposed, started, executed, withdrawn
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  withdrawn TEXT,
  number TEXT,
  date TEXT,
  -- User who carried it out.
  starter TEXT,
  -- Contents that go with it, and their bytes.
  files INTEGER,
  bytes INTEGER,
  executed TEXT
) STRICT;
CREATE TABLE destruction_item (
  destruction TEXT NOT NULL,
  request TEXT NOT NULL,
  PRIMARY KEY (destruction, request)
) STRICT, WITHOUT ROWID;
CREATE INDEX destruction_item_request ON destruction_item (request);
CREATE TABLE destruction_approval (
  destruction TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (destruction, actor)
) STRICT, WITHOUT ROWID;
`;

/**
 * Templates, letters on their way, registers with their gaps, dispositions by recipient, and the
 * classification; made anew from the log right after.
 */
export const letters = `
CREATE TABLE template (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  template TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;
DROP TABLE letter;
CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  request TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- draft, checking, approved, numbered, signed, sent, void
  state TEXT NOT NULL,
  number TEXT,
  date TEXT NOT NULL,
  subject TEXT NOT NULL,
  party TEXT NOT NULL,
  -- User whose paraf comes next; null when nobody's does.
  checker TEXT,
  changed TEXT NOT NULL
) STRICT;
CREATE INDEX letter_state ON letter (state, changed);
CREATE INDEX letter_changed ON letter (changed);
CREATE INDEX letter_request ON letter (request);
CREATE INDEX letter_checker ON letter (checker) WHERE checker IS NOT NULL;
-- One row a number; value is null where an office typed a number outside the sequence, and year is
-- 0 where the register's numbers never start anew.
CREATE TABLE register_entry (
  register TEXT NOT NULL,
  year INTEGER NOT NULL,
  value INTEGER,
  suffix TEXT NOT NULL,
  number TEXT NOT NULL,
  date TEXT NOT NULL,
  subject TEXT NOT NULL,
  party TEXT NOT NULL,
  request TEXT,
  letter TEXT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  -- Why it was inserted between two others.
  inserted TEXT NOT NULL,
  -- Why it no longer counts; empty while it does.
  voided TEXT NOT NULL,
  -- The sender's own number and day, of incoming letters.
  reference TEXT NOT NULL DEFAULT '',
  -- A number without the year in it comes again when the register starts anew.
  UNIQUE (register, number, year)
) STRICT;
CREATE UNIQUE INDEX register_entry_value ON register_entry (register, year, value, suffix)
  WHERE value IS NOT NULL;
CREATE INDEX register_entry_date ON register_entry (register, date);
CREATE INDEX register_entry_letter ON register_entry (letter) WHERE letter IS NOT NULL;
-- Why a number was passed over.
CREATE TABLE register_gap (
  register TEXT NOT NULL,
  year INTEGER NOT NULL,
  value INTEGER NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (register, year, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE classification (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- One row a recipient of a disposition.
CREATE TABLE disposition_task (
  disposition TEXT NOT NULL,
  recipient TEXT NOT NULL,
  request TEXT NOT NULL,
  leads INTEGER NOT NULL,
  -- Post that gave it, and the user who recorded it.
  sender TEXT NOT NULL,
  actor TEXT NOT NULL,
  given TEXT NOT NULL,
  due TEXT NOT NULL,
  nature TEXT NOT NULL,
  done TEXT,
  PRIMARY KEY (disposition, recipient)
) STRICT, WITHOUT ROWID;
CREATE INDEX disposition_recipient ON disposition_task (recipient, done, due);
CREATE INDEX disposition_request ON disposition_task (request);
`;

/** By which numbers that stand twice are found; comes after the table of registers is made anew. */
export const doubles = `
CREATE INDEX register_entry_counted ON register_entry (register, year, number) WHERE voided = '';
`;

/**
 * Other PCs' events: those kept aside or waiting, and what is shown of decisions that contradict each
 * other. The projection is made anew from the log right after.
 */
export const merge = `
-- What remains of an event that the portal refused, or that cannot be understood by anybody: its
-- place in its writer's chain.
CREATE TABLE event_refused (
  writer INTEGER NOT NULL REFERENCES writer (id),
  seq INTEGER NOT NULL,
  prev BLOB,
  stream TEXT NOT NULL,
  lamport INTEGER NOT NULL,
  hash BLOB NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (writer, seq)
) STRICT, WITHOUT ROWID;
-- Events that are not taken up: another one bears the same id.
CREATE TABLE event_aside (
  writer TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  item TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (writer, seq, hash)
) STRICT, WITHOUT ROWID;
-- Events that came before one that they follow; need_* names it.
CREATE TABLE event_waiting (
  writer TEXT NOT NULL,
  seq INTEGER NOT NULL,
  need_writer TEXT NOT NULL,
  need_seq INTEGER NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (writer, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_waiting_need ON event_waiting (need_writer, need_seq);

DROP TABLE request;
CREATE TABLE request (
  id TEXT PRIMARY KEY,
  -- Two PCs that did not know each other may have given the same one.
  number TEXT NOT NULL,
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
  entered TEXT,
  period TEXT NOT NULL DEFAULT '',
  due TEXT,
  legal_due TEXT,
  -- The earlier of the two.
  deadline TEXT,
  paused INTEGER NOT NULL DEFAULT 0,
  -- How many decisions on it contradict each other and are not settled.
  conflicts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX request_number ON request (number);
CREATE INDEX request_created ON request (created, number, status);
CREATE INDEX request_text
  ON request (created, number, status, sop, (number || ' ' || subject || ' ' || requester));
CREATE INDEX request_status ON request (status, created, number);
CREATE INDEX request_closed ON request (closed, status, outcome) WHERE closed IS NOT NULL;
CREATE INDEX request_sop ON request (sop, created, number, status);
CREATE INDEX request_period ON request (sop, period) WHERE period <> '';
CREATE INDEX request_open ON request ((deadline IS NULL), deadline, number, lane)
  WHERE status = 'running';
CREATE INDEX request_conflicts ON request (created, number) WHERE conflicts > 0;

-- Requests whose SOP has not arrived yet.
CREATE TABLE request_unshown (
  request TEXT PRIMARY KEY,
  sop TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Requests of which something cannot be read, whoever wrote it: all of it is kept, none is shown.
CREATE TABLE request_unread (
  request TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Decisions that contradict each other, by request; settled is null while nobody has chosen.
CREATE TABLE conflict (
  request TEXT NOT NULL,
  id TEXT NOT NULL,
  settled TEXT,
  PRIMARY KEY (request, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_open ON conflict (request) WHERE settled IS NULL;
-- Whose decisions a settlement has set aside.
CREATE TABLE conflict_lost (
  actor TEXT NOT NULL,
  request TEXT NOT NULL,
  conflict TEXT NOT NULL,
  settled TEXT NOT NULL,
  PRIMARY KEY (actor, request, conflict)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_lost_request ON conflict_lost (request);
-- Who has read that; of this PC.
CREATE TABLE conflict_read (
  actor TEXT NOT NULL,
  request TEXT NOT NULL,
  conflict TEXT NOT NULL,
  PRIMARY KEY (actor, request, conflict)
) STRICT, WITHOUT ROWID;

-- On which PC a writer writes.
CREATE TABLE writer_pc (
  writer TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What two PCs published or imported at once under the same name: the first in order holds.
CREATE TABLE office_unheld (
  event TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

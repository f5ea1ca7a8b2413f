/**
 * What the public and other offices sent, and what goes to them. A message waits until it is
 * `settled`: its words are in the log, and only its id stays so that it is not taken twice; or
 * nothing is left to do about it. `key` is the tracking number, or the id of the handover.
 */
export const messages = `
CREATE TABLE message (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  type TEXT NOT NULL,
  key TEXT NOT NULL,
  -- Null for the public.
  office TEXT,
  office_name TEXT,
  -- Null once its words are in the log.
  body TEXT,
  settled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX message_key ON message (key, type);
CREATE INDEX message_type ON message (type, no);
CREATE INDEX message_open ON message (no) WHERE settled = 0;

CREATE TABLE outbox (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  key TEXT NOT NULL,
  message TEXT NOT NULL,
  -- Whether the portal has it, and with which code it refused it.
  sent INTEGER NOT NULL DEFAULT 0,
  refused TEXT
) STRICT;
CREATE INDEX outbox_key ON outbox (key, type);
CREATE INDEX outbox_open ON outbox (no) WHERE sent = 0;

CREATE TABLE portal_office (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- From the events of the office: what was decided on a message.
CREATE TABLE incoming_decision (
  event TEXT PRIMARY KEY,
  message TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX incoming_decision_message ON incoming_decision (message);
`;

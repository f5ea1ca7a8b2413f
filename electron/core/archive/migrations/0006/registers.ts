/**
 * Which PC gives the numbers of which register, the blocks set apart for others, and every number
 * that an event says was given: also of a letter whose other number holds, so that none comes twice.
 */
export const registers = `
DROP TABLE register_entry;
-- A number stands twice where two PCs gave it without knowing each other; both are shown.
CREATE TABLE register_entry (
  -- Letter, 'agenda:' and the request, or the event of one outside of requests.
  id TEXT PRIMARY KEY,
  register TEXT NOT NULL,
  -- Letter of the PC whose own counting it is; empty in the office's.
  series TEXT NOT NULL,
  -- 0 where the register's numbers never start anew.
  year INTEGER NOT NULL,
  -- Null where an office typed a number outside the sequence.
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
  reference TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX register_entry_number ON register_entry (register, number, year);
CREATE INDEX register_entry_value ON register_entry (register, series, year, value, suffix)
  WHERE value IS NOT NULL;
CREATE INDEX register_entry_date ON register_entry (register, date);
CREATE INDEX register_entry_letter ON register_entry (letter) WHERE letter IS NOT NULL;
CREATE TABLE register_holder (
  register TEXT PRIMARY KEY,
  -- Empty for a PC that works alone, without a portal.
  device TEXT NOT NULL,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  -- Why it was taken over from a PC that is gone; empty where that PC handed it on.
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE register_block (
  -- Event that set it apart.
  id TEXT PRIMARY KEY,
  register TEXT NOT NULL,
  year INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  device TEXT NOT NULL,
  name TEXT NOT NULL,
  asked TEXT NOT NULL,
  at TEXT NOT NULL,
  -- Why nobody gives the rest of it; null while it is open.
  closed TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX register_block_of ON register_block (register, year);
CREATE TABLE register_ask (
  id TEXT PRIMARY KEY,
  register TEXT NOT NULL,
  year INTEGER NOT NULL,
  count INTEGER NOT NULL,
  device TEXT NOT NULL,
  name TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Not made from states but from each event as it is written.
CREATE TABLE number_given (
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  value INTEGER NOT NULL,
  suffix TEXT NOT NULL,
  writer INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (name, year, value, suffix, writer, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER number_given_by AFTER INSERT ON event
WHEN NEW.type IN ('request.created', 'request.renumbered', 'document.issued', 'number.entered')
BEGIN ${numbersOf("NEW")}
END;
`;

/** Reads the numbers out of all events, when what is made from them is made anew. */
export const READ_NUMBERS = numbersOf("event");

/** Statements that write what an event says was given; `event` is the table, or a trigger's row. */
function numbersOf(event: "event" | "NEW"): string {
  const counter = (register: string, running: string): string =>
    `${register} || coalesce(':' || json_extract(${event}.body, '$.${running}.series'), '')`;
  const take = (register: string, running: string, types: string): string => `
    INSERT OR IGNORE INTO number_given
    SELECT ${counter(register, running)},
      json_extract(${event}.body, '$.${running}.year'),
      json_extract(${event}.body, '$.${running}.value'),
      coalesce(json_extract(${event}.body, '$.suffix'), ''), ${event}.writer, ${event}.seq
    ${event === "event" ? "FROM event" : ""}
    WHERE ${event}.type IN (${types}) AND ${wellFormed(running)};`;
  // A broken event is healed later; what it says is read then.
  const wellFormed = (running: string): string =>
    `CASE WHEN json_valid(${event}.body) THEN
      json_type(${event}.body, '$.${running}.year') = 'integer'
      AND json_type(${event}.body, '$.${running}.value') = 'integer'
      AND coalesce(json_type(${event}.body, '$.${running}.series'), 'text') = 'text'
      AND coalesce(json_type(${event}.body, '$.suffix'), 'text') = 'text'
      AND coalesce(json_type(${event}.body, '$.register'), 'text') = 'text' END`;
  const letter = `coalesce(json_extract(${event}.body, '$.register'), 'outgoing')`;
  return [
    take("'permohonan'", "running", "'request.created', 'request.renumbered'"),
    take("'incoming'", "agenda.running", "'request.created'"),
    take(letter, "running", "'document.issued', 'number.entered'"),
  ].join("");
}

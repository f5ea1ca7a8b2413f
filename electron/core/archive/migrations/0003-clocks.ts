/** The office's calendar, and when requests are due; made anew from the log right after. */
export const clocks = `
CREATE TABLE calendar (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  settings TEXT NOT NULL
) STRICT;
CREATE TABLE holiday_year (
  year INTEGER PRIMARY KEY,
  holidays TEXT NOT NULL
) STRICT;
-- Due instants follow from events and calendar; whether one is late is never stored.
ALTER TABLE request ADD COLUMN due TEXT;
ALTER TABLE request ADD COLUMN legal_due TEXT;
-- The earlier of the two.
ALTER TABLE request ADD COLUMN deadline TEXT;
ALTER TABLE request ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
-- What has no deadline comes last, so the lists' order is one of expressions.
CREATE INDEX request_deadline ON request ((deadline IS NULL), deadline, number);
CREATE INDEX request_status_deadline ON request (status, (deadline IS NULL), deadline, number);
`;

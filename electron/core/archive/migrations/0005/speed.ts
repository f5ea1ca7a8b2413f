/**
 * A step rewrites as few pages as it can: the state of a request is folded from its events instead
 * of being stored, and what orders the open requests is an index of the open ones alone. The
 * others hold all that a list filters and sorts by, so that far pages are found without the rows.
 */
export const speed = `
DROP TABLE request_state;
DROP INDEX request_created;
DROP INDEX request_status;
DROP INDEX request_closed;
DROP INDEX request_lane;
DROP INDEX request_sop;
DROP INDEX request_deadline;
DROP INDEX request_status_deadline;
CREATE INDEX request_created ON request (created, number, status);
-- What the list's words are sought in, apart from the rows: one pass finds them and their number.
CREATE INDEX request_text
  ON request (created, number, status, sop, (number || ' ' || subject || ' ' || requester));
CREATE INDEX request_status ON request (status, created, number);
CREATE INDEX request_closed ON request (closed, status, outcome) WHERE closed IS NOT NULL;
CREATE INDEX request_sop ON request (sop, created, number, status);
CREATE INDEX request_period ON request (sop, period) WHERE period <> '';
CREATE INDEX request_open ON request ((deadline IS NULL), deadline, number, lane)
  WHERE status = 'running';
`;

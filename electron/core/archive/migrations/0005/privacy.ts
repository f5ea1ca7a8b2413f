/**
 * Who opened whose identity: written beside the log, appended only, and no part of the projection.
 * `request` is null where many were seen at once; `count` says how many.
 */
export const privacy = `
CREATE TABLE identity_access (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  request TEXT,
  -- opened, found, printed, exported, reported, corrected, erased
  what TEXT NOT NULL,
  count INTEGER
) STRICT;
CREATE INDEX identity_access_request ON identity_access (request, at);
CREATE INDEX identity_access_actor ON identity_access (actor, at);
CREATE INDEX identity_access_at ON identity_access (at);
CREATE TRIGGER identity_access_unchanged BEFORE UPDATE ON identity_access
  BEGIN SELECT raise(ABORT, 'identity_access is appended only'); END;
CREATE TRIGGER identity_access_kept BEFORE DELETE ON identity_access
  BEGIN SELECT raise(ABORT, 'identity_access is appended only'); END;
CREATE INDEX identity_request ON identity (request);
`;

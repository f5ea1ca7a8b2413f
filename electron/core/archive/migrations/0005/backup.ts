/**
 * Where backups of this archive go, as this PC knows it; of the PC and not of the office, so it
 * stands beside the log.
 */
export const backup = `
CREATE TABLE backup_destination (
  id TEXT PRIMARY KEY,
  folder TEXT NOT NULL UNIQUE,
  added TEXT NOT NULL,
  -- It lay on another disk than the archive: on the same one now, its stick is not plugged in.
  other_disk INTEGER NOT NULL DEFAULT 0,
  -- age identity that opens its points, and the same one locked with the passphrase.
  identity TEXT,
  key_file BLOB,
  -- Points without a passphrase go once there is one with it.
  drop_plain INTEGER NOT NULL DEFAULT 0,
  -- When the last point was made and verified, and the last try that failed, with its reason.
  last_good TEXT,
  last_tried TEXT,
  failure TEXT
) STRICT;
`;

type Mirrored = { table: string; key: readonly string[]; columns: readonly string[] };

/**
 * Tables that stand beside the log and follow from nothing else: no hash chain tells when a bit of
 * them is not what was written. Each has a second copy, kept equal by triggers; `lajur doctor`
 * compares the two. `columns` begins with the primary key.
 */
const FIRST = [
  { table: "meta", key: ["key"], columns: ["value"] },
  // seq and hash are held against the chain itself.
  { table: "writer", key: ["id"], columns: ["uuid", "created", "own"] },
  {
    table: "sop_draft",
    key: ["id"],
    columns: ["based", "revision", "changed", "actor", "definition"],
  },
  {
    table: "identity_access",
    key: ["id"],
    columns: ["at", "actor", "request", "what", "count"],
  },
  // The text itself is deflated with a checksum of its own.
  { table: "file_text", key: ["id"], columns: ["sha256", "state", "tries"] },
  {
    table: "backup_destination",
    key: ["id"],
    columns: [
      "folder",
      "added",
      "other_disk",
      "identity",
      "key_file",
      "drop_plain",
      "last_good",
      "last_tried",
      "failure",
    ],
  },
] as const satisfies Mirrored[];

/** Those that migration 0006 brought. */
const LATER = [
  {
    table: "portal",
    key: ["one"],
    columns: ["url", "office", "office_name", "device", "device_name", "letter", "joined"],
  },
  {
    table: "message",
    key: ["no"],
    columns: ["id", "at", "type", "key", "office", "office_name", "body", "settled"],
  },
  {
    table: "outbox",
    key: ["no"],
    columns: ["id", "type", "key", "message", "sent", "refused"],
  },
  {
    table: "event_refused",
    key: ["writer", "seq"],
    columns: ["prev", "stream", "lamport", "hash", "code"],
  },
  { table: "event_aside", key: ["writer", "seq", "hash"], columns: ["item", "at"] },
  {
    table: "event_waiting",
    key: ["writer", "seq"],
    columns: ["need_writer", "need_seq", "item"],
  },
  { table: "conflict_read", key: ["actor", "request", "conflict"], columns: [] },
  { table: "portal_office", key: ["id"], columns: ["name"] },
  { table: "ckan_fact", key: ["key"], columns: ["value"] },
  {
    table: "ckan_job",
    key: ["id"],
    columns: [
      "kind",
      "request",
      "actor",
      "title",
      "body",
      "remote",
      "added",
      "tries",
      "next",
      "stopped",
      "failure",
    ],
  },
] as const satisfies Mirrored[];

export const MIRRORED = [...FIRST, ...LATER] as const;

/** Columns have no type here: what is copied is what was written. */
function mirrorOf({ table, key, columns }: Mirrored): string {
  const all = [...key, ...columns];
  const listed = all.join(", ");
  const fresh = all.map((column) => `new.${column}`).join(", ");
  const old = key.map((column) => `${column} = old.${column}`).join(" AND ");
  const moved = all.map((column) => `${column} = new.${column}`).join(", ");
  return `
CREATE TABLE ${table}_mirror (
  ${all.map((column) => `${column} ANY`).join(", ")},
  PRIMARY KEY (${key.join(", ")})
) STRICT, WITHOUT ROWID;
INSERT INTO ${table}_mirror (${listed}) SELECT ${listed} FROM ${table};
CREATE TRIGGER ${table}_mirror_insert AFTER INSERT ON ${table} BEGIN
  INSERT OR REPLACE INTO ${table}_mirror (${listed}) VALUES (${fresh});
END;
CREATE TRIGGER ${table}_mirror_update AFTER UPDATE OF ${listed} ON ${table} BEGIN
  UPDATE ${table}_mirror SET ${moved} WHERE ${old};
END;
CREATE TRIGGER ${table}_mirror_delete AFTER DELETE ON ${table} BEGIN
  DELETE FROM ${table}_mirror WHERE ${old};
END;`;
}

/** Comes after the tables that it copies. */
export const mirrors = FIRST.map(mirrorOf).join("\n");
export const laterMirrors = LATER.map(mirrorOf).join("\n");

/**
 * Tables that stand beside the log and follow from nothing else: no hash chain tells when a bit of
 * them is not what was written. Each has a second copy, kept equal by triggers; `lajur doctor`
 * compares the two. `columns` begins with the primary key.
 */
export const MIRRORED = [
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
] as const;

type Mirrored = (typeof MIRRORED)[number];

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
export const mirrors = MIRRORED.map(mirrorOf).join("\n");

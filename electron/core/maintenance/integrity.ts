import type { Db } from "../archive/database.ts";
import { openDatabase } from "../archive/database.ts";
import type { Tell } from "./problems.ts";

/** Findings that concern an index alone: REINDEX makes it anew from its table. */
const OF_INDEX = [
  /^row \S+ missing from index (\S+)$/,
  /^wrong # of entries in index (\S+)$/,
  /^non-unique entry in index (\S+)$/,
  /^rowid not at end-of-record for row \S+ of index (\S+)$/,
];
const OF_SEARCH = /fts5|inverted index/i;

/** Name of the index that a finding of `integrity_check` concerns alone, or null. */
function indexOf(finding: string): string | null {
  for (const pattern of OF_INDEX) {
    const name = pattern.exec(finding)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

/** Findings of SQLite's own check of all pages, indexes and types; empty when there are none. */
function integrityFindings(db: Db): string[] {
  try {
    const rows = db.pragma("integrity_check(100)") as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((found) => found !== "ok");
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

export function checkPages(db: Db, tell: Tell): void {
  for (const detail of integrityFindings(db)) {
    if (indexOf(detail) !== null) tell("index_broken", null, { detail });
    else if (OF_SEARCH.test(detail)) tell("search_differs", null);
    else tell("pages_broken", null, { detail });
  }
  const orphans = db.pragma("foreign_key_check") as { table: string; rowid: number }[];
  for (const { table, rowid } of orphans) {
    tell("pages_broken", null, { detail: `${table} ${rowid} without its parent` });
  }
}

type SchemaRow = { type: string; name: string; tbl_name: string; sql: string | null };

/** Compares the tables, indexes and triggers with those that this version makes. */
export function checkSchema(db: Db, tell: Tell): void {
  const fresh = openDatabase(":memory:", () => {});
  if (!fresh.ok) throw new Error(fresh.error.message);
  const list = (of: Db): Map<string, SchemaRow> => {
    const rows = of
      .prepare("SELECT type, name, tbl_name, sql FROM main.sqlite_schema")
      .all() as SchemaRow[];
    return new Map(rows.map((row) => [`${row.type} ${row.name}`, row]));
  };
  try {
    const found = list(db);
    for (const [key, expected] of list(fresh.value)) {
      const same = JSON.stringify(found.get(key)) === JSON.stringify(expected);
      if (!same) tell("schema_changed", null, { detail: expected.name });
    }
    for (const index of ["search_text", "search_part"]) {
      // Its version rises with the first word that is taken out for good.
      const read = `SELECT k, v FROM main.${index}_config WHERE k <> 'version' ORDER BY k`;
      const settings = (of: Db): string => JSON.stringify(of.prepare(read).all());
      if (settings(db) !== settings(fresh.value)) {
        tell("schema_changed", null, { detail: `${index}_config` });
      }
    }
    const version = (of: Db) => of.pragma("user_version", { simple: true });
    if (version(db) !== version(fresh.value))
      tell("schema_changed", null, { detail: "user_version" });
  } finally {
    fresh.value.close();
  }
}

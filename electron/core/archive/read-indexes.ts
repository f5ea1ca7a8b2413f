import type { Db } from "./database.ts";

/**
 * Takes away the indexes of these tables that only readers need, and answers how to make them
 * again: one sorted pass each, where a row at a time would look for its place in every one of them.
 * Those that keep numbers unique, and those by which a request's rows are found, stay. Call both in
 * one transaction.
 */
export function takeReadIndexes(db: Db, tables: readonly string[]): () => void {
  const indexes = db
    .prepare(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'index' AND tbl_name IN (SELECT value FROM json_each(?))
         AND sql NOT LIKE 'CREATE UNIQUE%' AND name NOT LIKE '%\\_request' ESCAPE '\\'`,
    )
    .all(JSON.stringify(tables)) as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`);
  return () => {
    for (const { sql } of indexes) db.exec(sql);
  };
}

import type { RequestState } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import type { Db } from "../archive/database.ts";
import { PROJECTION_TABLES } from "../archive/projection.ts";
import { isCorrupt } from "./chains.ts";

/** Made by the projection too, and compared in ways of their own; see search-index.ts. */
const SEARCH_INDEXES = ["search_text", "search_part"];

/** Words are gathered in memory up to this size before they are written. */
const SEGMENT_BYTES = 32 * 1024 * 1024;

/**
 * Empty shadows of the projection's tables. SQLite finds a temporary table before the real one of
 * the same name, so that whatever is prepared on this connection afterwards writes into the shadows
 * and reads the log from the archive, which is never touched.
 */
export function makeShadows(db: Db): void {
  const find = db.prepare(
    `SELECT sql FROM main.sqlite_schema
     WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC`,
  );
  for (const table of [...PROJECTION_TABLES, ...SEARCH_INDEXES, "file_text"]) {
    for (const sql of find.pluck().all(table) as string[]) db.exec(temporary(sql));
  }
  // Nobody searches here: few large segments, written once and read once.
  for (const index of SEARCH_INDEXES) {
    db.exec(
      `INSERT INTO temp.${index} (${index}, rank) VALUES ('hashsize', ${SEGMENT_BYTES});
       INSERT INTO temp.${index} (${index}, rank) VALUES ('automerge', 0)`,
    );
  }
  // The text of attachments is no projection: what was read from them is taken as it is.
  db.exec("INSERT INTO temp.file_text SELECT * FROM main.file_text");
}

/** `CREATE UNIQUE INDEX a ON b` needs only its own name in `temp`; the table is found there. */
const temporary = (sql: string): string =>
  sql
    .replace(/^CREATE TABLE\s+"?(\w+)"?/, "CREATE TABLE temp.$1")
    .replace(/^CREATE VIRTUAL TABLE\s+"?(\w+)"?/, "CREATE VIRTUAL TABLE temp.$1")
    .replace(/^CREATE (UNIQUE )?INDEX\s+"?(\w+)"?/, "CREATE $1INDEX temp.$2");

type Column = { name: string; pk: number };

/** The request (null for the office) of every row that is not as the shadows have it. */
export function* differences(db: Db, table: string): Generator<string | null> {
  const columns = columnsOf(db, table);
  const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
  const named = requestColumn(table, columns);
  const of = named === null ? "NULL" : `a.${named}`;
  const list = columns.map(({ name }) => name).join(", ");
  const differs = columns.map(({ name }) => `a.${name} IS NOT b.${name}`).join(" OR ");
  for (const [one, other] of [
    ["main", "temp"],
    ["temp", "main"],
  ]) {
    const sql =
      key.length === 0
        ? `SELECT ${of} FROM (SELECT ${list} FROM ${one}.${table}
             EXCEPT SELECT ${list} FROM ${other}.${table}) AS a`
        : `SELECT ${of} FROM ${one}.${table} AS a LEFT JOIN ${other}.${table} AS b
             ON ${key.map((name) => `b.${name} = a.${name}`).join(" AND ")}
           WHERE b.${key[0]} IS NULL OR ${differs}`;
    yield* db.prepare(sql).pluck().iterate() as IterableIterator<string | null>;
  }
}

/** Which of the requests have rows in a table of broken pages that cannot be read or are not equal. */
export function* unreadable(
  db: Db,
  table: string,
  requests: Iterable<string>,
): Generator<string | null> {
  const columns = columnsOf(db, table);
  const named = requestColumn(table, columns);
  if (named === null) {
    yield null;
    return;
  }
  const rows = (side: string) =>
    db.prepare(`SELECT * FROM ${side}.${table} WHERE ${named} = ?`).raw();
  const [found, expected] = [rows("main"), rows("temp")];
  const text = (row: unknown): string => JSON.stringify(row);
  for (const request of requests) {
    try {
      const here = found.all(request).map(text).sort();
      if (text(here) !== text(expected.all(request).map(text).sort())) yield request;
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      yield request;
    }
  }
}

const columnsOf = (db: Db, table: string): Column[] =>
  db.pragma(`main.table_info("${table}")`) as Column[];

function requestColumn(table: string, columns: readonly Column[]): string | null {
  if (table === "request") return "id";
  return columns.some(({ name }) => name === "request") ? "request" : null;
}

/** Writes all that the log says into the shadows; `broken` is told of requests that cannot be. */
export function fillShadows(
  archive: Archive,
  broken: (request: string | null, error: unknown) => void,
  seen: (state: RequestState | null) => void,
): void {
  try {
    archive.clearProjection(true);
    archive.readNumbers();
    archive.projectOffice();
  } catch (error) {
    broken(null, error);
  }
  for (const id of archive.log.streams()) {
    try {
      seen(archive.showOrThrow(id));
    } catch (error) {
      broken(id, error);
      seen(null);
    }
  }
}

import type { RetentionFilter, RetentionList, RetentionRow } from "#shared/retention/contract.ts";
import { RETENTION_LISTS } from "#shared/retention/contract.ts";
import type { Fate } from "#shared/retention/rules.ts";
import type { Archive } from "../archive/archive.ts";

/** Reads the lists of retention from their table: the term stands in it, only today is compared. */

/** Each list's condition on its index; @today is the only thing that moves by itself. */
const CONDITIONS: Record<RetentionList, string> = {
  move: `destroyed = '' AND moved = '' AND active_end <= @today AND inactive_end > @today`,
  destroy: `destroyed = '' AND handed = '' AND fate = 'destroy' AND inactive_end <= @today`,
  review: `destroyed = '' AND handed = '' AND fate = 'review' AND inactive_end <= @today`,
  permanent: `destroyed = '' AND handed = '' AND fate = 'permanent' AND inactive_end <= @today`,
  unruled: `destroyed = '' AND fate IS NULL AND closed IS NOT NULL`,
  placed: `(rack <> '' OR box <> '' OR folder <> '')`,
  destroyed: `destroyed <> ''`,
};

/** In the order of an index each, so that a page needs no sorting. */
const ORDER: Record<RetentionList, string> = {
  move: "active_end, inactive_end, rowid",
  destroy: "inactive_end, rowid",
  review: "inactive_end, rowid",
  permanent: "inactive_end, rowid",
  unruled: "closed, rowid",
  placed: "rack, box, folder, rowid",
  destroyed: "destroyed DESC, rowid DESC",
};

type Values = Record<string, string | number>;

function where(filter: RetentionFilter, today: string): { sql: string; values: Values } {
  const conditions = [CONDITIONS[filter.list]];
  const values: Values = { today };
  if (filter.year !== 0) {
    conditions.push("year = @year");
    values["year"] = filter.year;
  }
  if (filter.code !== "") {
    // "." is followed by "/" in every collation that compares bytes.
    conditions.push("(code = @code OR (code > @code || '.' AND code < @code || '/'))");
    values["code"] = filter.code;
  }
  for (const part of ["rack", "box", "folder"] as const) {
    if (filter[part] === "") continue;
    conditions.push(`${part} = @${part} COLLATE NOCASE`);
    values[part] = filter[part];
  }
  return { sql: conditions.join(" AND "), values };
}

export function countRetention(archive: Archive, filter: RetentionFilter, today: string): number {
  const { sql, values } = where(filter, today);
  return archive
    .sql(`SELECT count(*) FROM retention_row WHERE ${sql}`)
    .pluck()
    .get(named(sql, values)) as number;
}

const ANY = { year: 0, code: "", rack: "", box: "", folder: "" };

export function countLists(archive: Archive, today: string): Record<RetentionList, number> {
  const counts = RETENTION_LISTS.map((list) => [
    list,
    countRetention(archive, { ...ANY, list }, today),
  ]);
  return Object.fromEntries(counts) as Record<RetentionList, number>;
}

/** Ids in the list's order. */
export function idsOf(
  archive: Archive,
  filter: RetentionFilter,
  today: string,
  { offset = 0, limit = -1 }: { offset?: number; limit?: number } = {},
): string[] {
  const { sql, values } = where(filter, today);
  return archive
    .sql(
      `SELECT request FROM retention_row WHERE ${sql} ORDER BY ${ORDER[filter.list]}
       LIMIT @limit OFFSET @offset`,
    )
    .pluck()
    .all({ ...named(sql, values), limit, offset }) as string[];
}

/** The driver refuses values that a statement does not name. */
const named = (sql: string, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`@${name}`)));

type Row = {
  request: string;
  number: string;
  subject: string;
  sop: string;
  sop_version: number;
  code: string;
  decided_by: string | null;
  closed: string | null;
  active_end: string | null;
  inactive_end: string | null;
  fate: string | null;
  moved: string;
  rack: string;
  box: string;
  folder: string;
  destroyed: string;
  proposal: string | null;
};

/** One row as lists show it; null for a request that has none. */
export function findRow(archive: Archive, request: string): RetentionRow | null {
  const row = archive
    .sql(
      `SELECT retention_row.*, request.number, request.subject, request.sop, request.sop_version,
         (SELECT destruction.id FROM destruction_item
          JOIN destruction ON destruction.id = destruction_item.destruction
          WHERE destruction_item.request = retention_row.request
            AND destruction.status IN ('proposed', 'started')) AS proposal
       FROM retention_row JOIN request ON request.id = retention_row.request
       WHERE retention_row.request = ?`,
    )
    .get(request) as Row | undefined;
  if (row === undefined) return null;
  return {
    request: row.request,
    number: row.number,
    subject: row.subject,
    sop: archive.definitionOf({ id: row.sop, version: row.sop_version }).name,
    code: row.code,
    by: row.decided_by ?? "",
    closed: row.closed,
    activeEnd: row.active_end,
    inactiveEnd: row.inactive_end,
    fate: row.fate as Fate | null,
    moved: row.moved,
    place: { rack: row.rack, box: row.box, folder: row.folder },
    destroyed: row.destroyed,
    proposal: row.proposal,
  };
}

/** Rows one by one; no statement stays open between two of them. */
export function* rowsOf(archive: Archive, ids: Iterable<string>): Generator<RetentionRow> {
  for (const id of ids) {
    const row = findRow(archive, id);
    if (row !== null) yield row;
  }
}

export const yearsOf = (archive: Archive): number[] =>
  archive
    .sql("SELECT DISTINCT year FROM retention_row WHERE year IS NOT NULL ORDER BY year DESC")
    .pluck()
    .all() as number[];

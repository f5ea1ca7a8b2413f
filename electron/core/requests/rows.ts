import type { RequestFilter, RequestRow } from "#shared/contract.ts";
import type { Outcome } from "#shared/sop/definition.ts";
import { stepOf } from "#shared/sop/definition.ts";
import type { RequestStatus } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import { type Condition, conditionOf, type Stretch, stretchesOf } from "./filter.ts";

/**
 * Reads the list of requests from the projection: one query for the total and one a page, or two
 * more where a page goes on from the open requests to the closed ones.
 */

type Row = {
  id: string;
  number: string;
  subject: string;
  requester: string;
  sop: string;
  sop_version: number;
  status: string;
  outcome: string | null;
  received: string;
  created: string;
  changed: string;
  step: number | null;
  entered: string | null;
  due: string | null;
  legal_due: string | null;
  paused: number;
  conflicts: number;
};

const where = ({ sql }: Condition): string =>
  sql.length === 0 ? "" : `WHERE ${sql.join(" AND ")}`;

export const countRows = (archive: Archive, filter: RequestFilter): number =>
  count(archive, conditionOf(archive, filter));

const count = (archive: Archive, condition: Condition): number =>
  archive.db
    .prepare(`SELECT count(*) FROM request ${where(condition)}`)
    .pluck()
    .get(condition.values) as number;

/** A page with how many there are in all. */
export function listPage(
  archive: Archive,
  filter: RequestFilter,
  limit: number,
  offset: number,
): { total: number; rows: RequestRow[] } {
  if (filter.words.trim() === "") {
    return { total: countRows(archive, filter), rows: listRows(archive, filter, limit, offset) };
  }
  // Words are sought in every row, so what one pass finds is counted and turned into the page.
  const found = ordered<number>(archive, filter, "rowid");
  const find = archive.sql("SELECT * FROM request WHERE rowid = ?");
  const rows = found
    .slice(offset, offset + limit)
    .map((rowid) => toRow(archive, find.get(rowid) as Row));
  return { total: found.length, rows };
}

/** The whole list in its order: rows by their place in the table, or by id where it may change. */
const ordered = <T>(archive: Archive, filter: RequestFilter, column: "rowid" | "id"): T[] =>
  stretchesOf(archive, filter).flatMap(
    (stretch) =>
      archive.db
        .prepare(`SELECT ${column} FROM request ${where(stretch)} ORDER BY ${stretch.order}`)
        .pluck()
        .all(stretch.values) as T[],
  );

export function listRows(
  archive: Archive,
  filter: RequestFilter,
  limit: number,
  offset: number,
): RequestRow[] {
  const [first, second] = stretchesOf(archive, filter);
  const rows = readRows(archive, first, limit, offset);
  if (second !== undefined && rows.length < limit) {
    const skipped = offset === 0 ? 0 : Math.max(0, offset - count(archive, first));
    rows.push(...readRows(archive, second, limit - rows.length, skipped));
  }
  return rows.map((row) => toRow(archive, row));
}

const readRows = (archive: Archive, stretch: Stretch, limit: number, offset: number): Row[] =>
  archive.db
    .prepare(`SELECT * FROM request ${where(stretch)} ORDER BY ${stretch.order} LIMIT ? OFFSET ?`)
    .all(...stretch.values, limit, offset) as Row[];

/**
 * Rows one by one, for exports of any length. The order is read first and no statement stays open
 * between two rows, so others can write while an export runs.
 */
export function* iterateRows(archive: Archive, filter: RequestFilter): Generator<RequestRow> {
  const find = archive.db.prepare("SELECT * FROM request WHERE id = ?");
  for (const id of ordered<string>(archive, filter, "id")) {
    yield toRow(archive, find.get(id) as Row);
  }
}

function toRow(archive: Archive, row: Row): RequestRow {
  const definition = archive.definitionOf({ id: row.sop, version: row.sop_version });
  const step = row.step === null ? undefined : stepOf(definition, row.step);
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    requester: row.requester,
    sop: { id: row.sop, version: row.sop_version, name: definition.name },
    status: row.status as RequestStatus,
    outcome: row.outcome as Outcome | null,
    received: row.received,
    created: row.created,
    changed: row.changed,
    due: row.due,
    legalDue: row.legal_due,
    paused: row.paused === 1,
    conflict: row.conflicts > 0,
    current:
      step === undefined || row.entered === null
        ? null
        : { step: step.no, gist: step.gist, lane: step.lane, entered: row.entered },
  };
}

import type { RequestFilter, RequestRow } from "#shared/contract.ts";
import type { Outcome } from "#shared/sop/definition.ts";
import { stepOf } from "#shared/sop/definition.ts";
import type { RequestStatus } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";

/** Reads the list of requests from the projection: one query a page, one for the total. */

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
};

const ORDER = {
  newest: "created DESC, number DESC",
  oldest: "created, number",
  waiting: "entered, number",
  due: "(deadline IS NULL), deadline, number",
} as const;

const DAY = 86_400_000;
/** "Soon" are this many days after today. */
const SOON = 3;

/** Between which instants a deadline lies that is late, due today, or due soon. */
function dueBetween(archive: Archive, due: "late" | "today" | "soon"): [string, string] {
  const now = archive.now();
  const { ahead } = archive.calendar.index();
  const midnight = Math.floor((Date.parse(now) + ahead) / DAY) * DAY + DAY - ahead;
  const tomorrow = new Date(midnight).toISOString();
  if (due === "late") return ["", now];
  if (due === "today") return [now, tomorrow];
  return [tomorrow, new Date(midnight + SOON * DAY).toISOString()];
}

function where(archive: Archive, filter: RequestFilter): { sql: string; values: string[] } {
  const conditions: string[] = [];
  const values: string[] = [];
  if (filter.status !== "all") {
    conditions.push("status = ?");
    values.push(filter.status);
  }
  if (filter.sop !== "") {
    conditions.push("sop = ?");
    values.push(filter.sop);
  }
  if (filter.lanes.length > 0) {
    conditions.push(`lane IN (${filter.lanes.map(() => "?").join(", ")})`);
    values.push(...filter.lanes);
  }
  if (filter.due !== "any") {
    conditions.push("(deadline IS NULL) = 0 AND deadline >= ? AND deadline < ?");
    values.push(...dueBetween(archive, filter.due));
  }
  for (const word of filter.words.split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(
      "(number LIKE ? ESCAPE '\\' OR subject LIKE ? ESCAPE '\\' OR requester LIKE ? ESCAPE '\\')",
    );
    values.push(pattern, pattern, pattern);
  }
  return { sql: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`, values };
}

export function countRows(archive: Archive, filter: RequestFilter): number {
  const { sql, values } = where(archive, filter);
  return archive.db.prepare(`SELECT count(*) FROM request ${sql}`).pluck().get(values) as number;
}

export function listRows(
  archive: Archive,
  filter: RequestFilter,
  limit: number,
  offset: number,
): RequestRow[] {
  const { sql, values } = where(archive, filter);
  const rows = archive.db
    .prepare(`SELECT * FROM request ${sql} ORDER BY ${ORDER[filter.sort]} LIMIT ? OFFSET ?`)
    .all(...values, limit, offset) as Row[];
  return rows.map((row) => toRow(archive, row));
}

/**
 * Rows one by one, for exports of any length. The order is read first and no statement stays open
 * between two rows, so others can write while an export runs.
 */
export function* iterateRows(archive: Archive, filter: RequestFilter): Generator<RequestRow> {
  const { sql, values } = where(archive, filter);
  const ids = archive.db
    .prepare(`SELECT id FROM request ${sql} ORDER BY ${ORDER[filter.sort]}`)
    .pluck()
    .all(values) as string[];
  const find = archive.db.prepare("SELECT * FROM request WHERE id = ?");
  for (const id of ids) yield toRow(archive, find.get(id) as Row);
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
    current:
      step === undefined || row.entered === null
        ? null
        : { step: step.no, gist: step.gist, lane: step.lane, entered: row.entered },
  };
}

import type { AccessFilter, AccessRow, Access } from "#shared/privacy/contract.ts";
import { HOURS_AHEAD, type Zone } from "#shared/time/zone.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";

/** Reads the access log: one query a page, one for the total. */

type Row = {
  at: string;
  actor: string;
  request: string | null;
  number: string | null;
  requester: string | null;
  own: number;
  what: string;
  count: number | null;
};

const DAY = 86_400_000;

/** The instant at which a day begins in the office. */
const beginOf = (day: string, zone: Zone, later = 0): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - HOURS_AHEAD[zone] * 3_600_000 + later).toISOString();

function where({ request, user, what, from, to }: AccessFilter, zone: Zone) {
  const conditions: [string, string][] = [];
  if (request !== undefined) conditions.push(["access.request = ?", request]);
  if (user !== undefined) conditions.push(["access.actor = ?", user]);
  if (what !== undefined) conditions.push(["access.what = ?", what]);
  if (from !== "") conditions.push(["access.at >= ?", beginOf(from, zone)]);
  if (to !== "") conditions.push(["access.at < ?", beginOf(to, zone, DAY)]);
  return {
    sql: conditions.length === 0 ? "" : `WHERE ${conditions.map(([one]) => one).join(" AND ")}`,
    values: conditions.map(([, value]) => value),
  };
}

export function countAccesses(archive: Archive, filter: AccessFilter, zone: Zone): number {
  const { sql, values } = where(filter, zone);
  return archive.db
    .prepare(`SELECT count(*) FROM identity_access AS access ${sql}`)
    .pluck()
    .get(values) as number;
}

/** Latest first; `limit` -1 for all. */
export function listAccesses(
  archive: Archive,
  filter: AccessFilter,
  zone: Zone,
  { offset, limit }: { offset: number; limit: number },
): AccessRow[] {
  const { sql, values } = where(filter, zone);
  const person = peopleOf(archive);
  const rows = archive.db
    .prepare(`${ROWS} ${sql} ORDER BY access.id DESC LIMIT ? OFFSET ?`)
    .all(...values, limit, offset) as Row[];
  return rows.map((row) => toRow(person, row));
}

/** Rows one by one, for exports of any length: no statement stays open between two of them. */
export function* iterateAccesses(
  archive: Archive,
  filter: AccessFilter,
  zone: Zone,
): Generator<AccessRow> {
  const { sql, values } = where(filter, zone);
  const ids = archive.db
    .prepare(`SELECT id FROM identity_access AS access ${sql} ORDER BY id DESC`)
    .pluck()
    .all(values) as number[];
  const find = archive.db.prepare(`${ROWS} WHERE access.id = ?`);
  const person = peopleOf(archive);
  for (const id of ids) yield toRow(person, find.get(id) as Row);
}

const ROWS = `SELECT access.at, access.actor, access.request, access.what, access.count,
    coalesce(request.number, imported.number) AS number,
    coalesce(request.requester, imported.requester) AS requester,
    request.id IS NOT NULL AS own
  FROM identity_access AS access
  LEFT JOIN request ON request.id = access.request
  LEFT JOIN imported ON imported.id = access.request`;

const toRow = (person: ReturnType<typeof peopleOf>, row: Row): AccessRow => ({
  at: row.at,
  by: person(row.actor),
  request:
    row.request === null
      ? null
      : {
          id: row.request,
          number: row.number ?? "",
          requester: row.requester ?? "",
          own: row.own === 1,
        },
  what: row.what as Access,
  count: row.count,
});

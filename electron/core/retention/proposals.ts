import type { ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Destruction, RetentionRow } from "#shared/retention/contract.ts";
import { heldIsDue } from "#shared/retention/terms.ts";
import type { Archive } from "../archive/archive.ts";
import { listUsers } from "../office/methods.ts";
import { peopleOf } from "../office/people.ts";
import { findRow, rowsOf } from "./rows.ts";

/** Proposals of destruction as they stand. Two different users approve one, neither alone. */
export const APPROVALS = 2;

type Row = {
  id: string;
  status: string;
  reason: string;
  at: string;
  actor: string;
  withdrawn: string | null;
  number: string | null;
  date: string | null;
  executed: string | null;
  files: number | null;
  bytes: number | null;
  count: number;
};
type Approval = { actor: string; at: string };

const SELECT = `SELECT destruction.*, (SELECT count(*) FROM destruction_item
  WHERE destruction_item.destruction = destruction.id) AS count FROM destruction`;

export const listProposals = (archive: Archive): Destruction[] =>
  (archive.sql(`${SELECT} ORDER BY at DESC, id`).all() as Row[]).map((row) =>
    toProposal(archive, row),
  );

export function findProposal(archive: Archive, id: string): Result<Destruction> {
  const row = archive.sql(`${SELECT} WHERE id = ?`).get(id) as Row | undefined;
  return row === undefined ? fail("destruction_unknown", {}, "id") : ok(toProposal(archive, row));
}

export const itemsOf = (archive: Archive, id: string): string[] =>
  archive
    .sql(
      `SELECT request FROM destruction_item JOIN request ON request.id = destruction_item.request
       WHERE destruction = ? ORDER BY request.created, request.number`,
    )
    .pluck()
    .all(id) as string[];

/** Those that were begun and not ended, with their berita acara. */
export const startedProposals = (
  archive: Archive,
): { id: string; by: string; number: string; date: string }[] =>
  archive
    .sql(
      `SELECT id, number, date, starter AS by FROM destruction WHERE status = 'started' ORDER BY at`,
    )
    .all() as { id: string; by: string; number: string; date: string }[];

export function proposalDetail(archive: Archive, found: Destruction): ResultOf<"destruction.get"> {
  const ids = itemsOf(archive, found.id);
  return { ...found, rows: [...rowsOf(archive, ids)], loses: lossesOf(archive, found.id) };
}

/** Contents that only requests of this proposal hold, and identities that are still there. */
export function lossesOf(
  archive: Archive,
  id: string,
): { files: number; bytes: number; persons: number } {
  const { files, bytes } = archive
    .sql(
      `SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM (
         SELECT sha256, max(size) AS size FROM retention_file
         WHERE request IN (SELECT request FROM destruction_item WHERE destruction = @id)
           AND NOT EXISTS (SELECT 1 FROM retention_file AS other
             WHERE other.sha256 = retention_file.sha256 AND other.request NOT IN
               (SELECT request FROM destruction_item WHERE destruction = @id))
           AND NOT EXISTS (SELECT 1 FROM imported_file
             WHERE imported_file.sha256 = retention_file.sha256)
         GROUP BY sha256)`,
    )
    .get({ id }) as { files: number; bytes: number };
  const persons = archive
    .sql(
      `SELECT count(DISTINCT identity_key.request) FROM identity_key
       JOIN destruction_item ON destruction_item.request = identity_key.request
       WHERE destruction_item.destruction = ?`,
    )
    .pluck()
    .get(id) as number;
  return { files, bytes, persons };
}

/** The row of a request that may be destroyed today, or why it may not. */
export function dueForDestruction(
  archive: Archive,
  request: string,
  today: string,
): Result<RetentionRow> {
  const row = findRow(archive, request);
  if (row === null) return fail("request_unknown", { id: request }, "requests");
  return heldIsDue(row, "destroy", today)
    ? ok(row)
    : fail("retention_early", { number: row.number }, "requests");
}

function toProposal(archive: Archive, row: Row): Destruction {
  const person = peopleOf(archive);
  const users = listUsers(archive);
  const approvals = archive
    .sql("SELECT actor, at FROM destruction_approval WHERE destruction = ? ORDER BY at, actor")
    .all(row.id) as Approval[];
  const withdrawn = parsed(row.withdrawn) as { at: string; by: string; reason: string } | null;
  const executed = parsed(row.executed) as { at: string; by: string } | null;
  const waiting = approvals.length < APPROVALS ? "proposed" : "approved";
  return {
    id: row.id,
    status: row.status === "proposed" ? waiting : (row.status as Destruction["status"]),
    count: row.count,
    reason: row.reason,
    proposed: { at: row.at, by: person(row.actor) },
    approvals: approvals.map(({ actor, at }) => ({
      at,
      by: person(actor),
      post: users.find(({ id }) => id === actor)?.post ?? "",
    })),
    withdrawn: withdrawn && { ...withdrawn, by: person(withdrawn.by) },
    record:
      row.number === null || row.date === null ? null : { number: row.number, date: row.date },
    executed: executed && {
      ...{ at: executed.at, by: person(executed.by) },
      ...{ files: row.files ?? 0, bytes: row.bytes ?? 0 },
    },
  };
}

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

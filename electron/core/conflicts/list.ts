import type { ResultOf } from "#shared/contract.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";
import { aboutRequest, conflictsOf } from "./shown.ts";

type Listed = ResultOf<"conflict.list">;

/** Requests whose decisions are shown at once. */
const MOST = 100;

/** How many things wait for somebody's choice. */
export const countConflicts = (archive: Archive): number =>
  countRequests(archive) + sameNumbers(archive).length + sameEntries(archive).length;

const countRequests = (archive: Archive): number =>
  archive.sql("SELECT count(*) FROM request WHERE conflicts > 0").pluck().get() as number;

/** All that two PCs did at once and that waits for a choice. */
export function listConflicts(archive: Archive): Listed {
  const ids = archive
    .sql("SELECT id FROM request WHERE conflicts > 0 ORDER BY created, number LIMIT ?")
    .pluck()
    .all(MOST) as string[];
  const decisions = ids.flatMap((id) => {
    const state = archive.readState(id);
    if (state === null) return [];
    return conflictsOf(archive, state).filter(({ settled }) => settled === null);
  });
  return {
    decisions,
    requests: countRequests(archive),
    numbers: sameNumbers(archive),
    entries: sameEntries(archive),
    unheld: unheld(archive),
  };
}

/** Registration numbers that more than one request bears. */
function sameNumbers(archive: Archive): Listed["numbers"] {
  const numbers = archive
    .sql(
      `SELECT number FROM request INDEXED BY request_number GROUP BY number HAVING count(*) > 1
       ORDER BY number LIMIT ${MOST}`,
    )
    .pluck()
    .all() as string[];
  const person = peopleOf(archive);
  const find = archive.sql("SELECT id FROM request WHERE number = ? ORDER BY created, id").pluck();
  return numbers.map((number) => ({
    number,
    requests: (find.all(number) as string[]).flatMap((id) => {
      const state = archive.readState(id);
      if (state === null) return [];
      const { number: _, ...about } = aboutRequest(archive, state, archive.definitionOf(state.sop));
      return [{ ...about, created: state.created.at, by: person(state.created.by) }];
    }),
  }));
}

/** Numbers that stand twice in one register and of which none was voided. */
function sameEntries(archive: Archive): Listed["entries"] {
  type Key = { register: Listed["entries"][number]["register"]; year: number; number: string };
  type Row = Omit<Listed["entries"][number]["entries"][number], "request" | "by"> & {
    request: string | null;
    requestNumber: string | null;
    actor: string;
  };
  const keys = archive
    .sql(
      `SELECT register, year, number FROM register_entry WHERE voided = ''
       GROUP BY register, year, number HAVING count(*) > 1 ORDER BY 1, 2, 3 LIMIT ${MOST}`,
    )
    .all() as Key[];
  const find = archive.sql(
    `SELECT id, request, letter, subject, party, date, at, actor,
       (SELECT request.number FROM request WHERE request.id = register_entry.request) AS requestNumber
     FROM register_entry
     WHERE register = @register AND year = @year AND number = @number AND voided = ''
     ORDER BY at, id`,
  );
  const person = peopleOf(archive);
  return keys.map((key) => ({
    ...key,
    entries: (find.all(key) as Row[]).map(({ request, requestNumber, actor, ...row }) => ({
      ...row,
      request: request === null ? null : { id: request, number: requestNumber ?? "" },
      by: person(actor),
    })),
  }));
}

function unheld(archive: Archive): Listed["unheld"] {
  const person = peopleOf(archive);
  const rows = archive
    .sql("SELECT event AS id, at, actor, type, name FROM office_unheld ORDER BY at DESC LIMIT ?")
    .all(MOST) as (Omit<Listed["unheld"][number], "by"> & { actor: string })[];
  return rows.map(({ actor, ...row }) => ({ ...row, by: person(actor) }));
}

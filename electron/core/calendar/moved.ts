import type { ResultOf } from "#shared/contract.ts";
import type { Archive } from "../archive/archive.ts";

type Moved = ResultOf<"calendar.save">["moved"];
type Row = { id: string; number: string; due: string | null; legal_due: string | null };

/**
 * Runs a change of the calendar, counts the deadlines of all open requests anew, and names those
 * that moved, from when to when. One transaction.
 */
export function movingDeadlines(archive: Archive, change: () => void): Moved {
  return archive.transact(() => {
    const read = archive.sql(
      "SELECT id, number, due, legal_due FROM request WHERE status = 'running' ORDER BY number",
    );
    const before = read.all() as Row[];
    change();
    for (const { id } of before) {
      const state = archive.readState(id);
      if (state !== null) archive.moveDeadlines(state, archive.definitionOf(state.sop));
    }
    const after = new Map((read.all() as Row[]).map((row) => [row.id, row]));
    return before.flatMap(({ id, number, due, legal_due }): Moved => {
      const now = after.get(id);
      if (now === undefined) return [];
      return [
        ...(now.due === due
          ? []
          : [{ request: id, number, clock: "step" as const, from: due, to: now.due }]),
        ...(now.legal_due === legal_due
          ? []
          : [
              {
                request: id,
                number,
                clock: "legal" as const,
                from: legal_due,
                to: now.legal_due,
              },
            ]),
      ];
    });
  });
}

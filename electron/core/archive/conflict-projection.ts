import { lostOf } from "#shared/conflict/state.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Db } from "./database.ts";

export const CONFLICT_TABLES = ["conflict", "conflict_lost"] as const;

/** Which requests wait for a choice between two decisions, and whose decision was set aside. */
export function createConflictProjection(db: Db) {
  const drop = db.prepare("DELETE FROM conflict WHERE request = ?");
  const dropLost = db.prepare("DELETE FROM conflict_lost WHERE request = ?");
  const put = db.prepare("INSERT INTO conflict (request, id, settled) VALUES (?, ?, ?)");
  const putLost = db.prepare(
    `INSERT INTO conflict_lost (actor, request, conflict, settled) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );

  function writeRequest({ id, conflicts = [] }: RequestState): void {
    drop.run(id);
    dropLost.run(id);
    for (const conflict of conflicts) {
      const { settled } = conflict;
      put.run(id, conflict.id, settled?.at ?? null);
      if (settled === null) continue;
      for (const { by } of lostOf(conflict)) {
        // Whoever chose knows.
        if (by !== settled.by) putLost.run(by, id, conflict.id, settled.at);
      }
    }
  }

  return { writeRequest };
}

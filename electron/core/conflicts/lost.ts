import type { LostDecision } from "#shared/conflict/contract.ts";
import { lostOf } from "#shared/conflict/state.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";
import { stepIn } from "./shown.ts";

/** Told at once; the rest follows as these are acknowledged. */
const MOST = 20;

/** Decisions of a user that somebody set aside and that the user has not read of on this PC. */
export function lostDecisions(archive: Archive, user: string | null): LostDecision[] {
  if (user === null) return [];
  const rows = archive
    .sql(
      `SELECT request, conflict FROM conflict_lost AS lost
       WHERE actor = @user AND NOT EXISTS (SELECT 1 FROM conflict_read AS known
         WHERE known.actor = lost.actor AND known.request = lost.request
           AND known.conflict = lost.conflict)
       ORDER BY settled DESC LIMIT ${MOST}`,
    )
    .all({ user }) as { request: string; conflict: string }[];
  const person = peopleOf(archive);
  return rows.flatMap(({ request, conflict: id }): LostDecision[] => {
    const state = archive.readState(request);
    const conflict = state?.conflicts?.find((one) => one.id === id);
    const first = conflict && lostOf(conflict).find(({ by }) => by === user);
    if (state === null || !conflict?.settled || first === undefined) return [];
    const { reason, at, by } = conflict.settled;
    const step = stepIn(archive.definitionOf(state.sop), first);
    return [
      {
        request,
        number: state.number,
        conflict: id,
        step: step && { no: step.no, gist: step.gist },
        type: first.type,
        branch: first.type === "step.completed" ? (first.body.branch ?? "") : "",
        settled: { reason, at, by: person(by) },
      },
    ];
  });
}

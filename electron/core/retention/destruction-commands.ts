import type { Params, ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Destruction } from "#shared/retention/contract.ts";
import type { Deps } from "../deps.ts";
import { actorOf, readOffice, today } from "../office/methods.ts";
import { CONSOLE } from "../office/people.ts";
import { takeNumber } from "../registers/take-number.ts";
import type { CallContext } from "../types.ts";
import type { Destroyer } from "./destroyer.ts";
import {
  APPROVALS,
  dueForDestruction,
  findProposal,
  itemsOf,
  lossesOf,
  proposalDetail,
} from "./proposals.ts";

type Answer = Result<ResultOf<"destruction.get">>;

const answer = ({ archive }: Deps, id: string): Answer => {
  const found = findProposal(archive, id);
  return found.ok ? ok(proposalDetail(archive, found.value)) : found;
};

/** A named user; approvals of nobody would be none. */
function userOf({ archive }: Deps, context: CallContext): Result<string> {
  const actor = actorOf(archive, context);
  if (actor.ok && actor.value === CONSOLE.id) return fail("destruction_needs_user");
  return actor;
}

export function propose(
  deps: Deps,
  { requests, reason }: Params<"destruction.propose">,
  context: CallContext,
): Answer {
  const { archive } = deps;
  const actor = userOf(deps, context);
  if (!actor.ok) return actor;
  const ids = [...new Set(requests)];
  const id = deps.newId();
  const day = today(deps);
  const proposed = archive.transact((): Result<null> => {
    for (const request of ids) {
      const row = dueForDestruction(archive, request, day);
      if (!row.ok) return row;
      if (row.value.proposal !== null) {
        return fail("destruction_twice", { number: row.value.number }, "requests");
      }
    }
    archive.recordOffice(actor.value, [
      { type: "destruction.proposed", body: { id, requests: ids, reason } },
    ]);
    return ok(null);
  });
  if (!proposed.ok) return proposed;
  deps.changed(null);
  return answer(deps, id);
}

/** A proposal that nobody has begun to carry out. */
function waiting(deps: Deps, id: string): Result<Destruction> {
  const found = findProposal(deps.archive, id);
  if (!found.ok) return found;
  const { status } = found.value;
  return status === "proposed" || status === "approved" ? found : fail("destruction_over");
}

export function approve(
  deps: Deps,
  { id }: Params<"destruction.approve">,
  context: CallContext,
): Answer {
  const { archive } = deps;
  const actor = userOf(deps, context);
  if (!actor.ok) return actor;
  const approved = archive.transact((): Result<null> => {
    const found = waiting(deps, id);
    if (!found.ok) return found;
    if (found.value.approvals.some(({ by }) => by.id === actor.value)) {
      return fail("destruction_same_user");
    }
    if (found.value.approvals.length < APPROVALS) {
      archive.recordOffice(actor.value, [{ type: "destruction.approved", body: { id } }]);
    }
    return ok(null);
  });
  if (!approved.ok) return approved;
  deps.changed(null);
  return answer(deps, id);
}

export function withdraw(
  deps: Deps,
  { id, reason }: Params<"destruction.withdraw">,
  context: CallContext,
): Answer {
  const { archive } = deps;
  const actor = userOf(deps, context);
  if (!actor.ok) return actor;
  const found = waiting(deps, id);
  if (!found.ok) return found;
  archive.recordOffice(actor.value, [{ type: "destruction.withdrawn", body: { id, reason } }]);
  deps.changed(null);
  return answer(deps, id);
}

/**
 * Carries out a proposal that two users approved. Its berita acara takes its number in the same
 * transaction that begins it; one that was begun already goes on where it stood.
 */
export async function execute(
  deps: Deps,
  destroyer: Destroyer,
  { id, classification }: Params<"destruction.execute">,
  context: CallContext,
): Promise<Answer> {
  const { archive } = deps;
  const actor = userOf(deps, context);
  if (!actor.ok) return actor;
  const begun = archive.transact((): Result<null> => {
    const found = findProposal(archive, id);
    if (!found.ok) return found;
    if (found.value.status === "started") return ok(null);
    return start(deps, found.value, actor.value, classification);
  });
  if (!begun.ok) return begun;
  const left = await destroyer.run();
  deps.changed(null);
  return left === null ? answer(deps, id) : { ok: false, error: left };
}

function start(
  deps: Deps,
  proposal: Destruction,
  actor: string,
  classification: string,
): Result<null> {
  const { archive } = deps;
  const { id, status, count } = proposal;
  if (status === "executed" || status === "withdrawn") return fail("destruction_over");
  if (status !== "approved") return fail("destruction_unapproved");
  const office = readOffice(archive);
  if (office === null) return fail("office_missing");
  const date = today(deps);
  for (const request of itemsOf(archive, id)) {
    const row = dueForDestruction(archive, request, date);
    if (!row.ok) {
      const number = archive.readState(request)?.number ?? "";
      return fail("destruction_changed", { number });
    }
  }
  const order = { register: "record" as const, date, classification, number: "" };
  const taken = takeNumber(deps, office, order);
  if (!taken.ok) return taken;
  const { number, running, suffix } = taken.value;
  const { files, bytes } = lossesOf(archive, id);
  archive.recordOffice(actor, [
    {
      type: "number.entered",
      body: {
        ...{ register: "record" as const, number, running, suffix, inserted: "", date },
        subject: `Pemusnahan arsip, ${count} berkas`,
        party: "",
        reference: "",
      },
    },
    { type: "destruction.started", body: { id, number, running, date, files, bytes } },
  ]);
  return ok(null);
}

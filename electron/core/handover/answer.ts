import type { Params } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { IncomingEvent } from "#shared/public-request/events.ts";
import type { SentMessage } from "#shared/sync/messages.ts";
import type { Deps } from "../deps.ts";
import { storeFromPath } from "../files/from-path.ts";
import type { Uploaded } from "../files/uploads.ts";
import { derivedId } from "../messages/ids.ts";
import type { Messages } from "../messages/messages.ts";
import { actorOf } from "../office/methods.ts";
import { peopleOf } from "../office/people.ts";
import type { CallContext } from "../types.ts";
import { type AskedStep, openStep } from "./step.ts";

type Done = Result<Record<string, never>>;

/** Answers a step of another office. Its files are safe in the store before anything is written. */
export async function answerStep(
  deps: Deps,
  messages: Messages,
  params: Params<"handover.answer">,
  context: CallContext,
): Promise<Done> {
  const { archive } = deps;
  if (params.paths.length > 0 && context.origin === "window") return fail("path_not_allowed");
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const found = openStep(archive, messages.inbox, params.message);
  if (!found.ok) return found;
  const branch = branchOf(found.value, params.branch);
  if (!branch.ok) return branch;
  const empty = params.note.trim() === "" && params.uploads.length + params.paths.length === 0;
  if (branch.value === null && empty) return fail("handover_empty", {}, "note");
  const stored = await storeAll(deps, params);
  if (!stored.ok) return stored;
  const files = stored.value.map(({ name, size, sha256 }) => ({ name, size, sha256 }));
  return decide(deps, messages, params.message, actor.value, ({ key, office, by }) => ({
    event: {
      type: "incoming.answered",
      body: { message: params.message, branch: branch.value, note: params.note, files },
    },
    message: {
      id: derivedId("answered", key),
      at: archive.now(),
      type: "handover.answered",
      to: office,
      body: { handover: key, branch: branch.value, note: params.note, by, files },
    },
  }));
}

export function declineStep(
  deps: Deps,
  messages: Messages,
  { message: id, reason }: Params<"handover.decline">,
  context: CallContext,
): Done {
  const { archive } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  return decide(deps, messages, id, actor.value, ({ key, office, by }) => ({
    event: { type: "incoming.declined", body: { message: id, reason } },
    message: {
      id: derivedId("declined", key),
      at: archive.now(),
      type: "handover.declined",
      to: office,
      body: { handover: key, reason, by },
    },
  }));
}

type Facts = { key: string; office: string; by: string };

/** The event and its message in one transaction, if the step still waits. */
function decide(
  { archive, changed }: Deps,
  messages: Messages,
  id: string,
  actor: string,
  make: (facts: Facts) => { event: IncomingEvent; message: SentMessage },
): Done {
  const done = archive.transact((): Done => {
    const still = openStep(archive, messages.inbox, id);
    if (!still.ok) return still;
    const { key, from } = still.value.message;
    if (from === "public") return fail("message_unknown");
    const by = peopleOf(archive)(actor).name;
    const { event, message } = make({ key, office: from.office, by });
    archive.recordOffice(actor, [event]);
    messages.outbox.put(message);
    return ok({});
  });
  if (done.ok) changed(null);
  return done;
}

/** The decision in the other office's own words; null where nothing is decided. */
function branchOf({ message }: AskedStep, chosen: string | null): Result<string | null> {
  const branches = message.body?.step.branches ?? [];
  const listed = branches.join(", ");
  if (branches.length === 0) {
    return chosen === null
      ? ok(null)
      : fail("branch_not_allowed", { step: message.body?.step.no ?? 0 }, "branch");
  }
  if (chosen === null) return fail("branch_required", { branches: listed }, "branch");
  return branches.includes(chosen)
    ? ok(chosen)
    : fail("branch_unknown", { branch: chosen, branches: listed }, "branch");
}

async function storeAll(
  { store, uploads }: Deps,
  params: Params<"handover.answer">,
): Promise<Result<Uploaded[]>> {
  const stored: Uploaded[] = [];
  for (const upload of params.uploads) {
    const one = await uploads.take(upload);
    if (!one.ok) return one;
    stored.push(one.value);
  }
  for (const path of params.paths) {
    const one = await storeFromPath(store, path);
    if (!one.ok) return one;
    stored.push(one.value);
  }
  return ok(stored);
}

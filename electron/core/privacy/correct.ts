import type { Params } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Requester } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Deps } from "../deps.ts";
import { actorOf } from "../office/methods.ts";
import type { CallContext } from "../types.ts";

/**
 * Corrects who asked. The former identity stays beside the new one under the same key, for the
 * history and for letters that were numbered with it; lists, registers and search show the new one.
 */
export function correctIdentity(
  { archive }: Deps,
  { request, requester, reason }: Params<"identity.correct">,
  context: CallContext,
): Result<RequestState> {
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  return archive.transact((): Result<RequestState> => {
    const state = archive.readState(request);
    if (state === null) return fail("request_unknown", { id: request }, "request");
    const definition = archive.definitionOf(state.sop);
    if (state.requester === null) {
      return fail("requester_in_house", { name: definition.name }, "requester");
    }
    const before = archive.requesterOf(state);
    if (before === null) return fail("identity_erased");
    if (same(before, requester)) return fail("identity_same");
    const digest = archive.identities.store(request, requester);
    archive.record(request, actor.value, state, definition, [
      { type: "requester.corrected", body: { requester: digest, reason } },
    ]);
    return ok(archive.reproject(request));
  });
}

const same = (one: Requester, other: Requester): boolean =>
  (Object.keys(one) as (keyof Requester)[]).every((key) => one[key] === other[key]);

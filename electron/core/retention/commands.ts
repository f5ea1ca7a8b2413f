import type { Params } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { hasPlace } from "#shared/retention/model.ts";
import { classificationOf, closingDay, isDestroyed, retentionOf } from "#shared/retention/state.ts";
import { addMonths, heldIsDue } from "#shared/retention/terms.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Deps } from "../deps.ts";
import { actorOf, today } from "../office/methods.ts";
import type { CallContext } from "../types.ts";
import { findRow } from "./rows.ts";

/** All of `requests` or none of them: one that is refused refuses the order. */
function changeAll(
  deps: Deps,
  context: CallContext,
  requests: readonly string[],
  decide: (state: RequestState) => Result<RequestEvent>,
): Result<{ total: number }> {
  const { archive } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const ids = [...new Set(requests)];
  const decided: { state: RequestState; event: RequestEvent }[] = [];
  const done = archive.transact((): Result<{ total: number }> => {
    for (const id of ids) {
      const state = archive.readState(id);
      if (state === null) return fail("request_unknown", { id }, "requests");
      const { number } = state;
      if (isDestroyed(state)) return fail("request_destroyed", { number }, "requests");
      if (state.newer === true) return fail("request_newer", { number }, "requests");
      const event = decide(state);
      if (!event.ok) return event;
      decided.push({ state, event: event.value });
    }
    for (const { state, event } of decided) {
      archive.record(state.id, actor.value, state, archive.definitionOf(state.sop), [event]);
    }
    return ok({ total: ids.length });
  });
  if (done.ok) deps.changed(null);
  return done;
}

/** Records that archives were moved; each closed already, and on a day since. */
export function moveRequests(
  deps: Deps,
  { requests, to, day, place }: Params<"retention.move">,
  context: CallContext,
): Result<{ total: number }> {
  const { zone } = deps.archive.calendar.index().calendar;
  if (day > today(deps)) return fail("date_in_future", {}, "day");
  return changeAll(deps, context, requests, (state) => {
    const closed = closingDay(state, zone);
    const { number } = state;
    if (closed === null) return fail("retention_running", { number }, "requests");
    if (day < closed) return fail("retention_day", { number, closed }, "day");
    const lies = hasPlace(place) ? place : retentionOf(state).place;
    return ok({ type: "request.moved", body: { to, day, place: lies } });
  });
}

/** Decides on archives whose inactive time is over and that the schedule says to look at again. */
export function reviewRequests(
  deps: Deps,
  { requests, decision, years = 0, reason }: Params<"retention.review">,
  context: CallContext,
): Result<{ total: number }> {
  const day = today(deps);
  const until = decision === "extend" ? addMonths(day, years * 12) : "";
  return changeAll(deps, context, requests, (state) => {
    const row = findRow(deps.archive, state.id);
    if (row === null || !heldIsDue(row, "review", day)) {
      return fail("retention_early", { number: state.number }, "requests");
    }
    return ok({ type: "request.reviewed", body: { decision, day, until, reason } });
  });
}

/** Sets the classification of several requests at once; where they lie stays as it is. */
export const classifyRequests = (
  deps: Deps,
  { requests, classification }: Params<"retention.classify">,
  context: CallContext,
): Result<{ total: number }> =>
  changeAll(deps, context, requests, (state) =>
    ok({ type: "request.filed", body: { classification, place: retentionOf(state).place } }),
  );

/** What a request is kept by and where it lies; nothing is written where nothing changes. */
export function fileRequest(
  deps: Deps,
  { request, classification, place }: Params<"retention.file">,
  context: CallContext,
): Result<{ total: number }> {
  const state = deps.archive.readState(request);
  const known = state === null ? null : retentionOf(state);
  const { from, code } = state === null ? { from: "hand", code: "" } : classificationOf(state);
  // The letters' own code is not set by hand only because it was shown.
  const own = from === "letter" && classification === code ? "" : classification;
  const same =
    known !== null &&
    known.classification === own &&
    (["rack", "box", "folder"] as const).every((part) => known.place[part] === place[part]);
  if (same && state !== null && !isDestroyed(state)) return ok({ total: 0 });
  const body = { classification: own, place };
  return changeAll(deps, context, [request], () => ok({ type: "request.filed", body }));
}

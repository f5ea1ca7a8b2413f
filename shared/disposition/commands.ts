import { fail, ok, type Result } from "#shared/errors.ts";
import { whileRunning } from "#shared/request/commands.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import type { Disposition } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { type DispositionState, reportOf, wholeDisposition } from "./model.ts";
import { personKey } from "./person.ts";

/** Commands on the dispositions of a request; see shared/request/commands.ts. */

type GiveContext = {
  /** Id of the new disposition. */
  id: string;
  /** Day in the office, `YYYY-MM-DD`. */
  today: string;
  /** Post of the office's head; empty before there is an office. */
  head: string;
};

/** Gives a disposition, or passes one on where it names a parent. */
export function giveDisposition(
  state: RequestState,
  disposition: Disposition,
  { id, today, head }: GiveContext,
): Result<RequestEvent> {
  const open = whileRunning(state);
  if (!open.ok) return open;
  const { to, leads, parent, due } = disposition;
  if (due !== "" && due < today) return fail("date_in_past", {}, "due");
  const keys = to.map(personKey);
  const again = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (again >= 0) return fail("recipient_twice", { recipient: to[again] ?? "" }, "to");
  if (leads !== "" && !to.includes(leads)) {
    return fail("recipient_unknown", { recipient: leads }, "leads");
  }
  if (parent !== null) {
    const continued = dispositionOf(state, parent, "parent");
    if (!continued.ok) return continued;
  }
  return ok({ type: "disposition.given", body: { ...wholeDisposition(disposition, head), id } });
}

/** Says that a recipient is done. */
export function reportDisposition(
  state: RequestState,
  { id, recipient, text }: { id: string; recipient: string; text: string },
): Result<RequestEvent> {
  const open = whileRunning(state);
  if (!open.ok) return open;
  const disposition = dispositionOf(state, id, "disposition");
  if (!disposition.ok) return disposition;
  if (!disposition.value.to.includes(recipient)) {
    return fail("recipient_unknown", { recipient }, "recipient");
  }
  if (reportOf(disposition.value, recipient) !== undefined) {
    return fail("disposition_reported", { recipient }, "recipient");
  }
  return ok({ type: "disposition.reported", body: { id, recipient, text } });
}

export function dispositionOf(
  state: RequestState,
  id: string,
  field: string,
): Result<DispositionState> {
  const found = state.dispositions.find((one) => one.id === id);
  return found === undefined ? fail("disposition_unknown", {}, field) : ok(found);
}

import type { Params, RequestDetail } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { arrivalSteps } from "#shared/request/commands.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import type { Requester, Running } from "#shared/request/model.ts";
import { counterOf, registrationNumber } from "#shared/register/series.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { periodWords } from "#shared/time/period.ts";
import type { Archive } from "../archive/archive.ts";
import { REQUEST_REGISTER } from "../archive/letter-projection.ts";
import type { Deps } from "../deps.ts";
import { actorOf, readOffice, today } from "../office/methods.ts";
import { type Numbering, seriesOf } from "../registers/holding.ts";
import { lastValue } from "../registers/last-value.ts";
import { takeNumber } from "../registers/take-number.ts";
import { sopInUse } from "../sops/library.ts";
import type { CallContext } from "../types.ts";
import { detailOf } from "./detail.ts";

/** A form from the portal that becomes a request, under the id that follows from it. */
export type FormOrigin = { id: string; origin: { portal: string; message: string } };

/** Registers a request: its number is taken in the transaction of its first event. */
export function createRequest(
  deps: Deps,
  params: Params<"request.create">,
  context: CallContext,
  from: FormOrigin | null = null,
): Result<RequestDetail> {
  const { archive } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const found = sopInUse(archive, params.sop);
  if (!found.ok) return found;
  const definition = found.value;
  const fits = fitsSop(archive, definition, params);
  if (!fits.ok) return fits;
  const day = today(deps);
  const received = params.received === "" ? day : params.received;
  if (received > day) return fail("date_in_future", {}, "received");
  if (params.letter.date > day) return fail("date_in_future", {}, "letter.date");

  const id = from?.id ?? deps.newId();
  const { requester, letterInHand, period, sop: _, ...intake } = params;
  const state = archive.transact(() => {
    const year = Number(day.slice(0, 4));
    const running = nextRegistration(deps, year);
    const agenda = requester === null ? null : agendaNumber(deps, day);
    const created: RequestEvent = {
      type: "request.created",
      body: {
        ...intake,
        ...(period === "" ? {} : { period }),
        ...(agenda === null ? {} : { agenda }),
        received,
        number: registrationNumber(running),
        running,
        sop: { id: definition.id, version: definition.version },
        requester: requester === null ? null : archive.identities.store(id, requester),
        ...(from === null ? {} : { origin: from.origin }),
      },
    };
    const arrived = letterInHand ? arrivalSteps(definition) : [];
    const events = arrived.map((body): RequestEvent => ({ type: "step.completed", body }));
    return archive.record(id, actor.value, null, definition, [created, ...events]);
  });
  deps.changed(id);
  return ok(detailOf(archive, state));
}

/** Every PC counts the registration numbers that it gives, under its own letter. */
export function nextRegistration(deps: Numbering, year: number): Running {
  const series = seriesOf(deps);
  const value = lastValue(deps.archive, counterOf(REQUEST_REGISTER, series), year) + 1;
  return { year, value, ...(series === "" ? {} : { series }) };
}

/** A letter that came in gets its place in the agenda of incoming letters. */
function agendaNumber(deps: Numbering, day: string): { number: string; running: Running } | null {
  const { archive } = deps;
  const office = readOffice(archive);
  if (office === null) return null;
  const order = { register: "incoming" as const, date: day, classification: "", number: "" };
  const taken = takeNumber(deps, office, order);
  if (!taken.ok || taken.value.running === null) return null;
  return { number: taken.value.number, running: taken.value.running };
}

/** Whether the SOP serves a requester, and whether the run's period is its own and still free. */
function fitsSop(
  archive: Archive,
  { id, name, requesterLane, recurrence }: Definition,
  { requester, items, period }: Params<"request.create">,
): Result<null> {
  if (requesterLane === null) {
    if (requester !== null) return fail("requester_in_house", { name }, "requester");
  } else {
    if (requester === null) return fail("requester_missing", {}, "requester.name");
    if (items.length === 0) return fail("items_empty", {}, "items");
  }
  if (period === "") return ok(null);
  const shape = period.length === 7 ? "monthly" : "yearly";
  if (recurrence !== shape) return fail("period_invalid", { name }, "period");
  const taken = archive
    .sql("SELECT number FROM request WHERE sop = ? AND period = ? AND status <> 'cancelled'")
    .pluck()
    .get(id, period) as string | undefined;
  if (taken === undefined) return ok(null);
  return fail("period_taken", { name, period: periodWords(period), number: taken }, "period");
}

/** Requesters seen before whose name holds the words, latest first. */
export function findRequesters(
  deps: Deps,
  words: string,
): { request: string; requester: Requester }[] {
  const MOST = 10;
  const pattern = `%${words.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const ids = deps.archive
    .sql(
      `SELECT id, max(created) FROM request WHERE requester LIKE ? ESCAPE '\\'
       GROUP BY requester ORDER BY 2 DESC LIMIT ${MOST}`,
    )
    .pluck()
    .all(pattern) as string[];
  return ids.flatMap((id) => {
    const state = deps.archive.readState(id);
    const requester = state && deps.archive.requesterOf(state);
    return requester === null ? [] : [{ request: id, requester }];
  });
}

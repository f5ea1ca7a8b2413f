import type { Params } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { RegisterEntry } from "#shared/register/contract.ts";
import type { EnteredNumber } from "#shared/register/events.ts";
import { counterOf } from "#shared/register/series.ts";
import { pcName } from "#shared/register/words.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import { actorOf, readOffice } from "../office/methods.ts";
import type { CallContext } from "../types.ts";
import { findEntry } from "./entries.ts";
import { blocksOf } from "./holding.ts";
import { lastValue } from "./last-value.ts";
import { takeNumber } from "./take-number.ts";

/** Writes a letter outside of requests into a register; its number is taken with its event. */
export function enterNumber(
  deps: Deps,
  params: Params<"register.enter">,
  context: CallContext,
): Result<RegisterEntry> {
  const { archive, clock, changed } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const office = readOffice(archive);
  if (office === null) return fail("office_missing");
  const { register, subject, party, reference, classification, insert } = params;
  const today = dayOf(clock.instant(), office.zone);
  const date = params.date === "" ? today : params.date;
  if (date > today) return fail("date_in_future", {}, "date");
  const { number } = params;
  const order = { register, date, classification, number, after: insert?.after };

  const entered = archive.transact((): Result<EnteredNumber> => {
    const taken = takeNumber(deps, office, order);
    if (!taken.ok) return taken;
    const body: EnteredNumber = {
      ...taken.value,
      register,
      date,
      subject,
      party,
      reference,
      inserted: taken.value.suffix === "" ? "" : (insert?.reason ?? ""),
    };
    archive.recordOffice(actor.value, [{ type: "number.entered", body }]);
    return ok(body);
  });
  if (!entered.ok) return entered;
  changed(null);
  const { running } = entered.value;
  const year = running?.year ?? Number(date.slice(0, 4));
  const entry = findEntry(archive, { register, year }, entered.value.number);
  if (entry === null) throw new Error("an entered number is not in its register");
  return ok(entry);
}

/** Takes such a number back; letters of requests are voided where they are. */
export function voidNumber(
  { archive, changed }: Deps,
  params: Params<"register.void">,
  context: CallContext,
): Result<Record<string, never>> {
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const { number } = params;
  const entry = findEntry(archive, params, number, params.entry);
  if (entry === null) return fail("entry_unknown", { number }, "number");
  if (entry.request !== null) {
    return fail("entry_of_request", { number, request: entry.request.number }, "number");
  }
  if (entry.voided !== "") return fail("letter_void", { number }, "number");
  const { entry: _, ...named } = params;
  const body = entry.double ? { ...named, entry: entry.id } : named;
  archive.recordOffice(actor.value, [{ type: "number.voided", body }]);
  changed(null);
  return ok({});
}

/** Says why numbers were passed over; a number that was given was not, nor one still to come. */
export function explainGap(
  { archive, changed }: Deps,
  { register, year, series, value, until = value, reason }: Params<"register.explain">,
  context: CallContext,
): Result<Record<string, never>> {
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const last = lastValue(archive, counterOf(register, series), year);
  if (until > last) return fail("number_ahead", { value: until, last }, "value");
  const block = blocksOf(archive, register, year).find(
    (one) => one.closed === null && one.from <= until && value <= one.to,
  );
  if (block !== undefined) {
    return fail(
      "number_reserved",
      { number: String(block.from), name: pcName(block.name) },
      "value",
    );
  }
  const given = archive
    .sql(
      `SELECT value FROM register_entry
       WHERE register = ? AND series = ? AND year = ? AND value BETWEEN ? AND ? ORDER BY value`,
    )
    .pluck()
    .get(register, series, year, value, until) as number | undefined;
  if (given !== undefined) return fail("number_given", { value: given }, "value");
  const named = series === "" ? {} : { series };
  const body = { register, year, value, until, reason, ...named };
  archive.recordOffice(actor.value, [{ type: "number.explained", body }]);
  changed(null);
  return ok({});
}

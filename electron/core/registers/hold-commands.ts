import type { Params } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { REGISTER_WORDS } from "#shared/letter/register.ts";
import type { Office, OfficeEvent } from "#shared/office.ts";
import { MAX_PASSED } from "#shared/register/holding-contract.ts";
import { pcName } from "#shared/register/words.ts";
import type { HeldRegister } from "#shared/register/series.ts";
import type { Deps } from "../deps.ts";
import { actorOf, readOffice, today } from "../office/methods.ts";
import type { CallContext } from "../types.ts";
import { holderOf, holdState, isShared } from "./holding.ts";
import { lastValue } from "./last-value.ts";
import { countingYear } from "./take-number.ts";

type Done = Result<null>;

/** Records what `decide` answers for each of these, all or nothing. */
function command<T>(
  deps: Deps,
  context: CallContext,
  each: readonly T[],
  decide: (one: T, office: Office) => Result<OfficeEvent>,
): Done {
  const { archive } = deps;
  const actor = actorOf(archive, context);
  if (!actor.ok) return actor;
  const office = readOffice(archive);
  if (office === null) return fail("office_missing");
  const done = archive.transact((): Done => {
    const decided = each.map((one) => decide(one, office));
    const events: OfficeEvent[] = [];
    for (const one of decided) {
      if (!one.ok) return one;
      events.push(one.value);
    }
    archive.recordOffice(actor.value, events);
    return ok(null);
  });
  if (done.ok) deps.changed(null);
  return done;
}

/** What refuses a change of the register, in the words of whoever asked for it. */
function notHeld(deps: Deps, register: HeldRegister): Done {
  const holder = holderOf(deps.archive, register);
  const state = holdState(deps, holder);
  const book = REGISTER_WORDS[register];
  const name = pcName(holder?.name ?? "");
  if (state === "own") return ok(null);
  if (state === "unsure") return fail("register_unsure", { book });
  if (state === "apart") return fail("register_apart", { book, name });
  return fail("register_elsewhere", { book, name });
}

/** Only whoever holds a register hands it on: what it gave till then is known to the next one. */
export function assignRegisters(
  deps: Deps,
  { registers, device, name }: Params<"register.assign">,
  context: CallContext,
): Done {
  if (deps.device() === null) return fail("sync_none");
  return command(deps, context, [...new Set(registers)], (register) => {
    const held = notHeld(deps, register);
    if (!held.ok) return held;
    if (device === deps.device()?.id) {
      return fail("register_own", { book: REGISTER_WORDS[register] }, "device");
    }
    return ok({ type: "register.assigned", body: { register, device, name } });
  });
}

/** Takes registers from a PC that is gone; a PC without a portal takes them for itself alone. */
export function takeRegisters(
  deps: Deps,
  { books, reason }: Params<"register.take">,
  context: CallContext,
): Done {
  const { archive } = deps;
  const own = deps.device();
  if (own === null && !isShared(archive)) return fail("register_none");
  return command(deps, context, books, ({ register, next }, office) => {
    const holder = holderOf(archive, register);
    const book = REGISTER_WORDS[register];
    const state = holdState(deps, holder);
    if (state === "own") return fail("register_own", { book });
    if (state === "unsure") return fail("register_unsure", { book });
    const year = countingYear(office, register, today(deps));
    const from = lastValue(archive, register, year) + 1;
    if (next !== undefined && next < from) {
      return fail("number_behind", { value: next, least: from }, "next");
    }
    if (next !== undefined && next - from > MAX_PASSED) {
      return fail("number_far", { value: next, most: from + MAX_PASSED }, "next");
    }
    const passed = next === undefined || next === from ? null : { year, from, to: next - 1 };
    const pc = { device: own?.id ?? "", name: own?.name ?? "" };
    return ok({ type: "register.taken", body: { register, reason, passed, ...pc } });
  });
}

export function askBlock(
  deps: Deps,
  { register, count }: Params<"register.ask">,
  context: CallContext,
): Done {
  const own = deps.device();
  if (own === null) return fail("sync_none");
  return command(deps, context, [register], (_, office) => {
    const holder = holderOf(deps.archive, register);
    const book = REGISTER_WORDS[register];
    const state = holdState(deps, holder);
    if (state === "own") return fail("register_own", { book });
    if (state === "unsure") return fail("register_unsure", { book });
    const year = countingYear(office, register, today(deps));
    const waiting = deps.archive
      .sql("SELECT 1 FROM register_ask WHERE register = ? AND device = ? AND year = ?")
      .get(register, own.id, year);
    if (waiting !== undefined) {
      return fail("register_asked", { book, name: pcName(holder?.name ?? "") });
    }
    const pc = { device: own.id, name: own.name };
    return ok({ type: "register.asked", body: { register, year, count, ...pc } });
  });
}

/** Gives a block of one's own back, or closes that of a PC that is gone. */
export function returnBlock(
  deps: Deps,
  { block, reason }: Params<"register.return">,
  context: CallContext,
): Done {
  return command(deps, context, [block], (id) => {
    const found = deps.archive.sql("SELECT closed FROM register_block WHERE id = ?").get(id) as
      | { closed: string | null }
      | undefined;
    if (found === undefined) return fail("block_unknown", {}, "block");
    if (found.closed !== null) return fail("block_closed", {}, "block");
    return ok({ type: "register.returned", body: { block: id, reason } });
  });
}

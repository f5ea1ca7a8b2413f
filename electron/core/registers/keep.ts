import type { OfficeEvent } from "#shared/office.ts";
import type { RegisterId } from "#shared/letter/register.ts";
import { firstNumber, registerSettings } from "#shared/letter/number.ts";
import { MAX_BLOCK } from "#shared/register/holding-contract.ts";
import { HELD_REGISTERS, isHeld } from "#shared/register/series.ts";
import type { Deps } from "../deps.ts";
import { copyTag, knowsItself } from "../archive/incarnation.ts";
import { readOffice } from "../office/methods.ts";
import { CONSOLE } from "../office/people.ts";
import { holderOf, holdState, type Numbering, rememberLetter } from "./holding.ts";
import { lastValue } from "./last-value.ts";

/**
 * What a PC does by itself for the registers once it has everything that the portal has: it knows
 * again what it gave, the first PC of an office says that it holds them, and a holder sets apart
 * the blocks that were asked for. True when something was recorded, which goes out with the next
 * push.
 */
export function keepRegisters(numbering: Numbering & Pick<Deps, "changed">): boolean {
  const { archive, device, changed } = numbering;
  const own = device();
  if (own === null || archive.safeMode !== null) return false;
  const knew = copyTag(archive.db) === null;
  const recorded = archive.transact(() => {
    knowsItself(archive.db);
    rememberLetter(archive, own.letter);
    const first = own.letter === "" ? HELD_REGISTERS.filter((one) => !isKnown(numbering, one)) : [];
    const pc = { device: own.id, name: own.name };
    const events = first.map((register): OfficeEvent => ({
      type: "register.assigned",
      body: { register, ...pc },
    }));
    if (events.length > 0) archive.recordOffice(CONSOLE.id, events);
    const answered = asks(numbering).map((ask) => answer(numbering, ask));
    return events.length > 0 || answered.includes(true);
  });
  if (recorded || !knew) changed(null);
  return recorded;
}

const isKnown = ({ archive }: Numbering, register: (typeof HELD_REGISTERS)[number]): boolean =>
  holderOf(archive, register) !== null;

type Ask = {
  id: string;
  register: RegisterId;
  year: number;
  count: number;
  device: string;
  name: string;
};

const asks = ({ archive }: Numbering): Ask[] =>
  archive
    .sql("SELECT id, register, year, count, device, name FROM register_ask ORDER BY at, id")
    .all() as Ask[];

function answer(numbering: Numbering, ask: Ask): boolean {
  const { archive } = numbering;
  const { register, year, device, name } = ask;
  const office = readOffice(archive);
  if (office === null || !isHeld(register)) return false;
  if (holdState(numbering, holderOf(archive, register)) !== "own") return false;
  const first = firstNumber(registerSettings(office, register), year);
  const from = Math.max(first, lastValue(archive, register, year) + 1);
  const to = from + Math.min(Math.max(ask.count, 1), MAX_BLOCK) - 1;
  const body = { register, year, from, to, device, name, asked: ask.id };
  archive.recordOffice(CONSOLE.id, [{ type: "register.reserved", body }]);
  return true;
}

import type { ResultOf } from "#shared/contract.ts";
import { ok } from "#shared/errors.ts";
import { REGISTER_WORDS } from "#shared/letter/register.ts";
import type { Office } from "#shared/office.ts";
import type { Holding, HoldingBlock } from "#shared/register/holding-contract.ts";
import { HELD_REGISTERS, type HeldRegister } from "#shared/register/series.ts";
import type { Deps } from "../deps.ts";
import { readOffice, today } from "../office/methods.ts";
import type { Handlers } from "../types.ts";
import { askBlock, assignRegisters, returnBlock, takeRegisters } from "./hold-commands.ts";
import { type Block, blocksOf, holderOf, holdState, isShared, nextOfBlock } from "./holding.ts";
import { lastGiven, lastValue } from "./last-value.ts";
import { countingYear } from "./take-number.ts";

export type HoldingMethod =
  | "register.holdings"
  | "register.assign"
  | "register.take"
  | "register.ask"
  | "register.return";

export function holdingMethods(deps: Deps): Pick<Handlers, HoldingMethod> {
  return {
    "register.holdings": () => ok(holdingsOf(deps)),
    "register.assign": (params, context) => {
      const done = assignRegisters(deps, params, context);
      return done.ok ? ok(holdingsOf(deps)) : done;
    },
    "register.take": async (params, context) => {
      // What the portal knows of the register's numbers must be known here too.
      const known = deps.device() === null ? ok(null) : await deps.syncNow();
      if (!known.ok) return known;
      const done = takeRegisters(deps, params, context);
      return done.ok ? ok(holdingsOf(deps)) : done;
    },
    "register.ask": (params, context) => {
      const done = askBlock(deps, params, context);
      return done.ok ? ok(holdingsOf(deps)) : done;
    },
    "register.return": (params, context) => {
      const done = returnBlock(deps, params, context);
      return done.ok ? ok(holdingsOf(deps)) : done;
    },
  };
}

function holdingsOf(deps: Deps): ResultOf<"register.holdings"> {
  const office = readOffice(deps.archive);
  if (office === null) return [];
  return HELD_REGISTERS.map((register) => holdingOf(deps, office, register));
}

/** Who gives a register's numbers today, and which are set apart. */
export function holdingOf(deps: Deps, office: Office, register: HeldRegister): Holding {
  const { archive } = deps;
  const own = deps.device();
  const year = countingYear(office, register, today(deps));
  const holder = holderOf(archive, register);
  const blocks = blocksOf(archive, register, year).map((block): HoldingBlock => {
    const { id, from, to, name, at, closed } = block;
    const left = leftOf(deps, register, block);
    return { id, year, from, to, left, name, own: block.device === own?.id, at, closed };
  });
  const asked = archive
    .sql("SELECT 1 FROM register_ask WHERE register = ? AND device = ? AND year = ?")
    .get(register, own?.id ?? null, year);
  return {
    id: register,
    name: REGISTER_WORDS[register],
    year,
    last: lastValue(archive, register, year),
    standing: {
      state: holdState(deps, holder),
      shared: own !== null || isShared(archive),
      holder:
        holder === null
          ? null
          : { device: holder.device, name: holder.name, since: holder.at, reason: holder.reason },
      left: blocks.reduce((sum, block) => sum + (block.own ? block.left : 0), 0),
      asked: asked !== undefined,
    },
    blocks,
  };
}

/** Of another PC's block only what it has sent is known. */
function leftOf({ archive }: Deps, register: HeldRegister, block: Block): number {
  const next = nextOfBlock(archive, register, block);
  if (next !== null) return block.to - next + 1;
  if (block.closed === null) return 0;
  return block.to - Math.max(block.from - 1, lastGiven(archive, register, block.year, block));
}

import { fail, ok, type Result } from "#shared/errors.ts";
import { REGISTER_WORDS, type RegisterId } from "#shared/letter/register.ts";
import { pcName } from "#shared/register/words.ts";
import { isHeld } from "#shared/register/series.ts";
import {
  type Block,
  blocksOf,
  holderOf,
  holdState,
  isShared,
  nextOfBlock,
  type Numbering,
  seriesOf,
} from "./holding.ts";

/** Where a PC takes a register's numbers from. */
export type Source = {
  /** Letter in which it counts by itself; empty in the office's one counting. */
  series: string;
  /** All numbers that stand in nobody's block are its to give. */
  whole: boolean;
  /** Blocks of its own that have numbers left. */
  own: Block[];
  /** Open blocks of other PCs. */
  others: Block[];
  /** Name of the PC that gives the rest of them. */
  holder: string;
  /** No other PC gives any of this office's. */
  alone: boolean;
};

/** Refuses with the PC that gives the register's numbers, and what can be done. */
export function sourceOf(numbering: Numbering, register: RegisterId, year: number): Result<Source> {
  const { archive, device } = numbering;
  const own = device();
  const alone = own === null && !isShared(archive);
  if (!isHeld(register)) {
    return ok({ series: seriesOf(numbering), whole: true, own: [], others: [], holder: "", alone });
  }
  const holder = holderOf(archive, register);
  const state = holdState(numbering, holder);
  const book = REGISTER_WORDS[register];
  if (state === "unsure") return fail("register_unsure", { book });
  const name = holder?.name ?? "";
  if (state === "apart") return fail("register_apart", { book, name: pcName(name) });
  const open = blocksOf(archive, register, year).filter(({ closed }) => closed === null);
  const isOwn = (block: Block): boolean => block.device === own?.id;
  const left = open.filter(
    (block) => isOwn(block) && nextOfBlock(archive, register, block) !== null,
  );
  if (state === "elsewhere" && !open.some(isOwn)) {
    return fail("register_elsewhere", { book, name: pcName(name) });
  }
  return ok({
    series: "",
    whole: state === "own",
    own: left,
    others: open.filter((block) => !isOwn(block)),
    holder: pcName(name),
    alone,
  });
}

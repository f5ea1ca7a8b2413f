import type { Holding } from "#shared/register/holding-contract.ts";
import { holdingText as text } from "../../text/holding.ts";

/** The PC that gives the numbers of a book, as people call it. */
export function holderName({ standing: { holder, state } }: Holding): string {
  if (holder === null) return text.unknown;
  if (holder.device === "") return text.alone;
  return state === "own" ? text.own(holder.name) : holder.name;
}

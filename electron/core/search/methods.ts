import { ok } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../types.ts";
import { createCatchUp } from "./catch-up.ts";
import { findAll, searchState } from "./find.ts";

/** Steps of catching up that whoever searches waits for: some 200 requests, a tenth of a second. */
const MOST_STEPS = 8;

export function searchMethods({ archive }: Deps): Pick<Handlers, "search.find" | "search.state"> {
  const catchUp = createCatchUp(archive);

  /** What came in a moment ago is found too, where it is little; the rest follows behind. */
  function catchUpALittle(): void {
    if (archive.safeMode !== null) return;
    try {
      for (let left = MOST_STEPS; left > 0 && catchUp.step(); left -= 1) continue;
    } catch (error) {
      console.error("lajur: the search has not caught up", error); // what is there is found
    }
  }

  return {
    "search.find": (params) => {
      catchUpALittle();
      return findAll(archive, params);
    },
    "search.state": () => {
      catchUpALittle();
      return ok(searchState(archive));
    },
  };
}

import { ok } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import type { Handlers } from "../types.ts";
import { findAll, searchState } from "./find.ts";

export function searchMethods({ archive }: Deps): Pick<Handlers, "search.find" | "search.state"> {
  return {
    "search.find": (params) => findAll(archive, params),
    "search.state": () => ok(searchState(archive)),
  };
}

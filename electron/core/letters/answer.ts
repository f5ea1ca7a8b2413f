import type { ResultOf } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Deps } from "../deps.ts";
import { letterDetails } from "./detail.ts";

export type Answered = ResultOf<"letter.draft">;

/** The letter as it stands after a command. */
export function answerOf(
  { archive }: Pick<Deps, "archive">,
  state: RequestState,
  id: string,
): Result<Answered> {
  const letter = letterDetails(archive, state).find((one) => one.id === id);
  return letter === undefined ? fail("letter_unknown", {}, "letter") : ok({ letter });
}

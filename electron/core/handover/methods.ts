import { ok } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import type { Messages } from "../messages/messages.ts";
import { listOffices } from "../messages/offices.ts";
import type { Handlers } from "../types.ts";
import { answerStep, declineStep } from "./answer.ts";
import { handStep, recallStep } from "./hand.ts";

type Methods =
  | "handover.offices"
  | "handover.ask"
  | "handover.recall"
  | "handover.answer"
  | "handover.decline";

export function handoverMethods(deps: Deps, messages: Messages): Pick<Handlers, Methods> {
  const { archive } = deps;
  return {
    "handover.offices": () => {
      const own = archive.sql("SELECT office FROM portal").pluck().get() as string | undefined;
      const offices = listOffices(archive).filter(({ id }) => id !== own);
      return ok({ offices, joined: own !== undefined });
    },
    "handover.ask": (params, context) => handStep(deps, messages, params, context),
    "handover.recall": (params, context) => recallStep(deps, messages, params, context),
    "handover.answer": (params, context) => answerStep(deps, messages, params, context),
    "handover.decline": (params, context) => declineStep(deps, messages, params, context),
  };
}

import { fail, ok, type Result } from "#shared/errors.ts";
import {
  checkLetter,
  discardLetter,
  letterOf,
  submitLetter,
  voidLetter,
  whileDraft,
} from "#shared/letter/commands.ts";
import { unlessCancelled } from "#shared/request/commands.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Deps } from "../deps.ts";
import { listUsers } from "../office/methods.ts";
import { changeRequest } from "../requests/methods.ts";
import { templateInUse } from "../templates/library.ts";
import type { CallContext, Handlers } from "../types.ts";
import { type Answered, answerOf } from "./answer.ts";
import { listLetters } from "./rows.ts";
import { sendLetter, signaturesOf, signLetter } from "./signed.ts";
import { verifyCode } from "./verify.ts";
import { aboutLetter, fits } from "./write.ts";

type Methods =
  | "letter.list"
  | "letter.draft"
  | "letter.discard"
  | "letter.submit"
  | "letter.check"
  | "letter.void"
  | "letter.sign"
  | "letter.signatures"
  | "letter.send"
  | "letter.verify";

export function letterMethods(deps: Deps): Pick<Handlers, Methods> {
  const { archive } = deps;

  /** Runs a command on one letter of a request and answers the letter. */
  const change = (
    context: CallContext,
    ids: { request: string; letter: string },
    decide: (state: RequestState, actor: string) => Result<RequestEvent>,
  ): Result<Answered> => {
    const changed = changeRequest(deps, context, ids.request, (state, _, actor) => {
      const open = unlessCancelled(state);
      return open.ok ? decide(state, actor) : open;
    });
    return changed.ok ? answerOf(deps, changed.value, ids.letter) : changed;
  };

  return {
    "letter.list": (params, context) => ok(listLetters(archive, params, context.user)),
    "letter.draft": ({ request, letter = deps.newId(), kind, ...text }, context) => {
      const template = templateInUse(archive, kind);
      if (!template.ok) return template;
      const { id, version } = template.value;
      return change(context, { request, letter }, (state) => {
        const known = state.letters.find((one) => one.id === letter);
        const open = known === undefined ? ok(null) : whileDraft(known);
        if (!open.ok) return open;
        const fitting = fits(state, template.value, letter);
        if (!fitting.ok) return fitting;
        const about = aboutLetter(deps, state, template.value, text);
        const body = { ...text, ...about, id: letter, kind, template: { id, version } };
        return ok({ type: "letter.drafted", body });
      });
    },
    "letter.discard": ({ request, letter }, context) => {
      const changed = changeRequest(deps, context, request, (state) =>
        discardLetter(state, letter),
      );
      return changed.ok ? ok({}) : changed;
    },
    "letter.submit": ({ request, letter, checkers }, context) => {
      const users = new Set(
        listUsers(archive)
          .filter((one) => one.active)
          .map(({ id }) => id),
      );
      if (checkers.some((one) => !users.has(one))) return fail("user_unknown", {}, "checkers");
      return change(context, { request, letter }, (state, actor) =>
        submitLetter(state, letter, checkers, actor),
      );
    },
    "letter.check": ({ request, letter, ...answer }, context) =>
      change(context, { request, letter }, (state, actor) =>
        checkLetter(state, letter, answer, actor),
      ),
    "letter.void": ({ request, letter, reason }, context) =>
      change(context, { request, letter }, (state) => voidLetter(state, letter, reason)),
    "letter.sign": (params, context) => signLetter(deps, params, context),
    "letter.signatures": async ({ request, letter }) => {
      const state = archive.readState(request);
      if (state === null) return fail("request_unknown", { id: request }, "request");
      const found = letterOf(state, letter);
      return found.ok ? signaturesOf(deps, state, found.value) : found;
    },
    "letter.send": (params, context) => sendLetter(deps, params, context),
    "letter.verify": ({ code }) => ok(verifyCode(archive, code)),
  };
}

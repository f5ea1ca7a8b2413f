import { ok } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import type { Downloads } from "../files/downloads.ts";
import type { Messages } from "../messages/messages.ts";
import type { Handlers } from "../types.ts";
import { acceptForm, forget, sendBack } from "./decide.ts";
import { incomingFile } from "./file.ts";
import { releaseAnswer } from "./release.ts";
import { holding, incomingRows, waitingRows } from "./rows.ts";
import { showIncoming } from "./show.ts";

type Methods =
  | "incoming.list"
  | "incoming.get"
  | "incoming.file"
  | "incoming.accept"
  | "incoming.return"
  | "incoming.refuse"
  | "incoming.forget"
  | "answer.release";

export function publicRequestMethods(
  deps: Deps,
  messages: Messages,
  downloads: Downloads,
): Pick<Handlers, Methods> {
  const { inbox } = messages;
  return {
    "incoming.list": ({ scope, words }) => {
      const waiting = waitingRows(deps.archive, inbox);
      const rows = scope === "all" ? incomingRows(deps.archive, inbox) : waiting;
      return ok({ waiting: waiting.length, rows: rows.filter(holding(words)) });
    },
    "incoming.get": ({ message }) => showIncoming(deps, inbox, message),
    "incoming.file": (params) => incomingFile(deps, downloads, inbox, params),
    "incoming.accept": (params, context) => acceptForm(deps, messages, params, context),
    "incoming.return": ({ message, text }, context) =>
      sendBack(deps, messages, message, { status: "incomplete", words: text }, context),
    "incoming.refuse": ({ message, reason }, context) =>
      sendBack(deps, messages, message, { status: "refused", words: reason }, context),
    "incoming.forget": ({ message }, context) => forget(deps, messages, message, context),
    "answer.release": (params, context) => releaseAnswer(deps, messages, params, context),
  };
}

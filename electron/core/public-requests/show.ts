import { stat } from "node:fs/promises";
import type {
  Incoming,
  IncomingFile,
  IncomingForm,
  IncomingStep,
} from "#shared/public-request/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import type { Deps } from "../deps.ts";
import { stepOfMessage } from "../handover/step.ts";
import { filesOf, type Inbox, isOf, type KeptMessage } from "../messages/inbox.ts";
import { peopleOf } from "../office/people.ts";
import { formOf } from "./form.ts";

type File = { name: string; size: number; sha256: string };

/** One thing that came in, whole; `message_settled` once its words stand in a request. */
export async function showIncoming(
  deps: Deps,
  inbox: Inbox,
  id: string,
): Promise<Result<Incoming>> {
  const message = inbox.find(id);
  if (isOf(message, "public.requested")) return showForm(deps, inbox, message);
  if (isOf(message, "handover.asked")) return showStep(deps, inbox, message);
  return fail("message_unknown");
}

async function showForm(
  deps: Deps,
  inbox: Inbox,
  message: KeptMessage<"public.requested">,
): Promise<Result<IncomingForm>> {
  const { archive } = deps;
  const { state, request, later, decisions } = formOf(archive, inbox, message);
  const accepted = archive.readState(request);
  const { body } = message;
  if (body === null) return fail("message_settled");
  const person = peopleOf(archive);
  const { tracking, files, ...asked } = body;
  return ok({
    kind: "form",
    message: message.id,
    at: message.at,
    tracking,
    state,
    ...asked,
    files: await known(deps, files),
    later: await Promise.all(
      later.map(async (one) => laterOf(one, await known(deps, filesOf(one)))),
    ),
    decisions: decisions.map(({ kind, at, by, words }) => ({ kind, at, by: person(by), words })),
    request: accepted === null ? null : { id: accepted.id, number: accepted.number },
  });
}

function laterOf(one: KeptMessage, files: IncomingFile[]): IncomingForm["later"][number] {
  const said = { message: one.id, at: one.at, files };
  if (isOf(one, "public.withdrawn")) {
    return { ...said, kind: "withdrawn", text: one.body?.reason ?? "" };
  }
  if (isOf(one, "public.objected"))
    return { ...said, kind: "objected", text: one.body?.grounds ?? "" };
  return {
    ...said,
    kind: "replied",
    text: isOf(one, "public.replied") ? (one.body?.text ?? "") : "",
  };
}

async function showStep(
  deps: Deps,
  inbox: Inbox,
  message: KeptMessage<"handover.asked">,
): Promise<Result<IncomingStep>> {
  const { body, from } = message;
  if (body === null || from === "public") return fail("message_unknown");
  const { state, decision, recalled } = stepOfMessage(deps.archive, inbox, message);
  const person = peopleOf(deps.archive);
  const { handover: _, due, files, ...asked } = body;
  return ok({
    kind: "step",
    message: message.id,
    at: message.at,
    office: from.name,
    state,
    ...asked,
    due: due === "" ? null : due,
    files: await known(deps, files),
    answer:
      decision?.kind === "answered"
        ? {
            branch: decision.answer.branch,
            note: decision.answer.note,
            at: decision.at,
            by: person(decision.by),
            files: await known(deps, decision.answer.files),
          }
        : null,
    reason: decision?.kind === "declined" ? decision.words : recalled,
  });
}

const known = ({ store }: Deps, files: readonly File[]): Promise<IncomingFile[]> =>
  Promise.all(
    files.map(async ({ name, size, sha256 }) => {
      const there = await stat(store.pathOf(sha256)).catch(() => null);
      return { name, size, sha256, here: there !== null };
    }),
  );

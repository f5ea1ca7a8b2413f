import type { IncomingRow } from "#shared/public-request/contract.ts";
import type { Archive } from "../archive/archive.ts";
import { filesOf, type Inbox, isOf, type KeptMessage } from "../messages/inbox.ts";
import { stepOfMessage } from "../handover/step.ts";
import { formOf, isAgain } from "./form.ts";

/** What waits for an answer, the latest first. */
export function waitingRows(archive: Archive, inbox: Inbox): IncomingRow[] {
  const open = inbox.open();
  return inOrder([
    ...formRows(
      archive,
      inbox,
      open.filter((one) => isOf(one, "public.requested")),
    ),
    ...stepRows(
      archive,
      inbox,
      open.filter((one) => isOf(one, "handover.asked")),
    ),
  ]).filter(({ state }) => state === "waiting");
}

/** What came in lately; those that wait for an answer before all others, the latest first. */
export function incomingRows(archive: Archive, inbox: Inbox): IncomingRow[] {
  const waiting = waitingRows(archive, inbox);
  const known = new Set(waiting.map(({ message }) => message));
  const latest = inOrder([
    ...formRows(archive, inbox, inbox.ofType("public.requested")),
    ...stepRows(archive, inbox, inbox.ofType("handover.asked")),
  ]);
  return [...waiting, ...latest.filter(({ message }) => !known.has(message))];
}

/** Rows that hold every one of the words, wherever. */
export function holding(words: string): (row: IncomingRow) => boolean {
  const wanted = words.toLowerCase().split(/\s+/u);
  return ({ from, subject, request }) => {
    const said = `${from} ${subject} ${request?.number ?? ""}`.toLowerCase();
    return wanted.every((word) => said.includes(word));
  };
}

const inOrder = (rows: IncomingRow[]): IncomingRow[] =>
  rows.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

const formRows = (
  archive: Archive,
  inbox: Inbox,
  messages: readonly KeptMessage<"public.requested">[],
): IncomingRow[] =>
  messages.map((message): IncomingRow => {
    const form = formOf(archive, inbox, message);
    const state = form.state === "accepted" ? archive.readState(form.request) : null;
    return {
      message: message.id,
      at: message.at,
      kind: "form",
      from: message.body?.requester.name ?? (state === null ? "" : archive.requesterName(state)),
      subject: message.body?.subject ?? state?.subject ?? "",
      state: form.state,
      due: null,
      files: filesOf(message).length + form.later.flatMap(filesOf).length,
      again: isAgain(form),
      request: state === null ? null : { id: state.id, number: state.number },
    };
  });

const stepRows = (
  archive: Archive,
  inbox: Inbox,
  messages: readonly KeptMessage<"handover.asked">[],
): IncomingRow[] =>
  messages.flatMap((message): IncomingRow[] => {
    const { body, from } = message;
    if (body === null || from === "public") return [];
    return [
      {
        message: message.id,
        at: message.at,
        kind: "step",
        from: from.name,
        subject: body.subject,
        state: stepOfMessage(archive, inbox, message).state,
        due: body.due === "" ? null : body.due,
        files: body.files.length,
        again: false,
        request: null,
      },
    ];
  });

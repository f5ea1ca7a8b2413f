import type { Params, ResultOf } from "#shared/contract.ts";
import type { DispositionTask } from "#shared/disposition/contract.ts";
import { reportOf } from "#shared/disposition/model.ts";
import { keysOf, personKey } from "#shared/disposition/person.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import { listUsers } from "../office/methods.ts";
import { peopleOf } from "../office/people.ts";
import { dispositionDetails, headPost } from "./detail.ts";

type Order = Params<"disposition.list">;
type Row = {
  disposition: string;
  recipient: string;
  request: string;
  number: string;
  subject: string;
  requester: string;
  status: string;
};
type Condition = { parts: string[]; values: Record<string, string | null> };

/** Dispositions recipient by recipient, a page at a time. `user` is the caller's id. */
export function listTasks(
  archive: Archive,
  order: Order,
  user: string | null,
): ResultOf<"disposition.list"> {
  const { parts, values } = conditionOf(archive, order, user);
  const where = parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`;
  const from = `FROM disposition_task AS task JOIN request ON request.id = task.request ${where}`;
  const total = archive.db.prepare(`SELECT count(*) ${from}`).pluck().get(values) as number;
  const by = order.open
    ? "(task.due = ''), task.due, task.given, task.disposition, task.recipient"
    : "coalesce(task.done, request.closed) DESC, task.disposition, task.recipient";
  const rows = archive.db
    .prepare(
      `SELECT task.disposition, task.recipient, task.request, request.number, request.subject,
         request.requester, request.status ${from} ORDER BY ${by} LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, limit: order.limit, offset: order.offset }) as Row[];
  return { total, rows: shown(archive, rows) };
}

function conditionOf(archive: Archive, order: Order, user: string | null): Condition {
  const parts = [
    order.open
      ? "task.done IS NULL AND request.status = 'running'"
      : "(task.done IS NOT NULL OR request.status <> 'running')",
  ];
  const values: Record<string, string | null> = {};
  const known = listUsers(archive).find((one) => one.id === user);
  const keys = known === undefined ? [] : keysOf(known);
  if (order.scope !== "all") {
    values["key"] = keys[0] ?? null;
    values["other"] = keys[1] ?? null;
  }
  if (order.scope === "mine") parts.push("task.recipient IN (@key, @other)");
  if (order.scope === "given") {
    parts.push("(task.sender IN (@key, @other, @unnamed) OR task.actor = @user)");
    values["unnamed"] = keys.includes(personKey(headPost(archive))) ? "" : null;
    values["user"] = user;
  }
  for (const [index, word] of order.words.trim().split(/\s+/).slice(0, 10).entries()) {
    if (word === "") continue;
    const like = `LIKE @word${index} ESCAPE '\\'`;
    parts.push(
      `(request.number ${like} OR request.subject ${like} OR request.requester ${like}
        OR task.recipient ${like} OR task.sender ${like})`,
    );
    values[`word${index}`] = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  }
  return { parts, values };
}

function shown(archive: Archive, rows: readonly Row[]): DispositionTask[] {
  const states = new Map<string, RequestState>();
  const person = peopleOf(archive);
  return rows.map((row) => {
    const state = states.get(row.request) ?? archive.readState(row.request);
    if (state === null) throw new Error(`request ${row.request} has no state`);
    states.set(row.request, state);
    const found = state.dispositions.filter((one) => one.id === row.disposition);
    const [given] = dispositionDetails(archive, found);
    const recipient = given?.to.find((one) => personKey(one) === row.recipient);
    if (given === undefined || recipient === undefined) {
      throw new Error(`disposition ${row.disposition} does not match its projection`);
    }
    const { instructions, note, nature, due, from } = given;
    const report = found[0] === undefined ? undefined : reportOf(found[0], recipient);
    return {
      disposition: given.id,
      recipient,
      leads: recipient === given.leads,
      others: given.to.filter((one) => one !== recipient),
      request: row.request,
      number: row.number,
      subject: row.subject,
      requester: row.requester,
      from,
      instructions,
      note,
      nature,
      due,
      given: given.at,
      by: given.by,
      state: report !== undefined ? "done" : row.status === "running" ? "open" : "closed",
      report:
        report === undefined ? null : { text: report.text, at: report.at, by: person(report.by) },
    };
  });
}

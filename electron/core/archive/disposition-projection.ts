import { reportOf } from "#shared/disposition/model.ts";
import { personKey } from "#shared/disposition/person.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Db } from "./database.ts";

export const DISPOSITION_TABLES = ["disposition_task"] as const;

/**
 * What every recipient of a disposition has to do. Recipient and sender are kept as keys, by which a
 * post is found however it was typed; the words stand in the request's state. The sender is empty in
 * dispositions of before chains, which the head of the office gave.
 */
export function createDispositionProjection(db: Db) {
  const drop = db.prepare("DELETE FROM disposition_task WHERE request = ?");
  // One of before a recipient could not be named twice may name one twice.
  const put = db.prepare(
    `INSERT INTO disposition_task (disposition, recipient, request, leads, sender, actor, given,
       due, nature, done)
     VALUES (@disposition, @recipient, @request, @leads, @sender, @actor, @given, @due, @nature,
       @done)
     ON CONFLICT DO NOTHING`,
  );

  function writeRequest(state: RequestState): void {
    drop.run(state.id);
    for (const one of state.dispositions) {
      const leads = one.leads === undefined || one.leads === "" ? one.to[0] : one.leads;
      for (const recipient of one.to) {
        put.run({
          disposition: one.id,
          recipient: personKey(recipient),
          request: state.id,
          leads: Number(recipient === leads),
          sender: personKey(one.from ?? ""),
          actor: one.by,
          given: one.at,
          due: one.due,
          nature: one.nature,
          done: reportOf(one, recipient)?.at ?? null,
        });
      }
    }
  }

  return { writeRequest };
}

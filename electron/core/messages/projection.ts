import type { IncomingEvent } from "#shared/public-request/events.ts";
import type { Db } from "../archive/database.ts";

export const INCOMING_TABLES = ["incoming_decision"] as const;

/** What the office decided on messages, from its own events. */
export function createIncomingProjection(db: Db) {
  const put = db.prepare(
    `INSERT INTO incoming_decision (event, message, kind, at, actor, body)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  return {
    write(event: IncomingEvent, { id, at, by }: { id: string; at: string; by: string }): void {
      const kind = event.type.slice("incoming.".length);
      put.run(id, event.body.message, kind, at, by, JSON.stringify(event.body));
    },
  };
}

import type { Db } from "../archive/database.ts";

/**
 * The quick look at every start: whether each writer's last event is there with the hash that the
 * writer is known by. One query however long the log is.
 */
export function headsHold(db: Db): boolean {
  const broken = db
    .prepare(
      `SELECT 1 FROM writer LEFT JOIN event ON event.writer = writer.id AND event.seq = writer.seq
         LEFT JOIN event_refused AS stub ON stub.writer = writer.id AND stub.seq = writer.seq
       WHERE writer.seq > 0 AND coalesce(event.hash, stub.hash) IS NOT writer.hash LIMIT 1`,
    )
    .get();
  return broken === undefined;
}

import type { SentMessage } from "#shared/sync/messages.ts";
import type { Db } from "../archive/database.ts";

export type Outbox = ReturnType<typeof createOutbox>;

/** What goes to the portal, written in the transaction of the event that it tells of. */
export function createOutbox(db: Db) {
  const add = db.prepare(
    `INSERT INTO outbox (id, type, key, message) VALUES (@id, @type, @key, @message)
     ON CONFLICT (id) DO NOTHING`,
  );
  const replaced = db.prepare(
    "DELETE FROM outbox WHERE key = @key AND type = 'public.shown' AND id <> @id",
  );
  const waiting = db
    .prepare("SELECT message FROM outbox WHERE sent = 0 ORDER BY no LIMIT ?")
    .pluck();
  const count = db.prepare(
    "SELECT count(*) AS messages, ifnull(sum(length(message)), 0) AS bytes FROM outbox WHERE sent = 0",
  );
  const sent = db.prepare("UPDATE outbox SET sent = 1, refused = @refused WHERE id = @id");
  const again = db.prepare("UPDATE outbox SET sent = 0 WHERE refused IS NULL");
  const drop = db.prepare("DELETE FROM outbox WHERE key = ?");
  const dropSent = db.prepare("DELETE FROM outbox WHERE key = ? AND sent = 1");

  return {
    /** Puts a message in; of what is shown to the public only the latest stays. Twice is once. */
    put(message: SentMessage): void {
      const { id, type, body } = message;
      const key = "tracking" in body ? body.tracking : body.handover;
      if (type === "public.shown") replaced.run({ key, id });
      add.run({ id, type, key, message: JSON.stringify(message) });
    },
    /** What the portal does not have yet, the oldest first. */
    pending: (most = 200): SentMessage[] =>
      (waiting.all(most) as string[]).map((text) => JSON.parse(text) as SentMessage),
    waiting: () => count.get() as { messages: number; bytes: number },
    /** The portal has them; those that it refused are kept with its code, and not sent again. */
    sent(ids: readonly string[], refused: readonly { id: string; code: string }[] = []): void {
      const codes = new Map(refused.map(({ id, code }) => [id, code]));
      for (const id of ids) sent.run({ id, refused: codes.get(id) ?? null });
    },
    /** A portal that was restored gets everything again; it knows by their ids what it has. */
    again: (): void => void again.run(),
    /** Nothing of what was to be said about one form or handover stays. */
    forget: (key: string): void => void drop.run(key),
    /** Nothing of it stays but what has yet to be told. */
    forgetSent: (key: string): void => void dropSent.run(key),
  };
}

import {
  type MessageFile,
  type ReceivedMessage,
  receivedMessageSchema,
} from "#shared/sync/messages.ts";
import type { Db } from "../archive/database.ts";

export type MessageType = ReceivedMessage["type"];
type OfType<T extends MessageType> = Extract<ReceivedMessage, { type: T }>;

/** A message as it is kept. `body` is null once its words stand in the log. */
export type KeptMessage<T extends MessageType = MessageType> = T extends MessageType
  ? {
      id: string;
      at: string;
      type: T;
      key: string;
      from: ReceivedMessage["from"];
      body: OfType<T>["body"] | null;
    }
  : never;

type Row = {
  id: string;
  at: string;
  type: MessageType;
  key: string;
  office: string | null;
  office_name: string | null;
  body: string | null;
};

export type Inbox = ReturnType<typeof createInbox>;

/** Messages of one type that a list shows, the latest. */
const MOST = 500;

/** What the portal sent to this office, each once, in the order of its arrival. */
export function createInbox(db: Db) {
  const add = db.prepare(
    `INSERT INTO message (id, at, type, key, office, office_name, body)
     VALUES (@id, @at, @type, @key, @office, @name, @body) ON CONFLICT (id) DO NOTHING`,
  );
  const wake = db.prepare(
    `UPDATE message SET settled = 0
     WHERE key = ? AND type = 'public.requested' AND body IS NOT NULL`,
  );
  const one = db.prepare("SELECT * FROM message WHERE id = ?");
  const open = db.prepare("SELECT * FROM message WHERE settled = 0 ORDER BY no");
  const ofKey = db.prepare("SELECT * FROM message WHERE key = ? ORDER BY no");
  const ofType = db.prepare(`SELECT * FROM message WHERE type = ? ORDER BY no DESC LIMIT ${MOST}`);
  const settleOne = db.prepare("UPDATE message SET settled = 1, body = NULL WHERE id = ?");
  const restOne = db.prepare("UPDATE message SET settled = 1 WHERE id = ?");
  const forgotten = db
    .prepare(
      `SELECT DISTINCT message.key FROM incoming_decision
       JOIN message ON message.id = incoming_decision.message
       WHERE kind = 'forgotten' AND message.body IS NOT NULL`,
    )
    .pluck();
  const naming = db.prepare("SELECT 1 FROM message WHERE instr(body, ?) > 0 LIMIT 1").pluck();
  const forgetKey = db.prepare("UPDATE message SET settled = 1, body = NULL WHERE key = ?");

  return {
    /** Keeps a message; one that is there already changes nothing. */
    put(message: ReceivedMessage): boolean {
      const { id, at, type, from, body } = message;
      const key = "tracking" in body ? body.tracking : body.handover;
      const { office, name } = from === "public" ? { office: null, name: null } : from;
      const row = { id, at, type, key, office, name, body: JSON.stringify(body) };
      const isNew = add.run(row).changes > 0;
      // What the requester says later opens a form again that had been decided on.
      if (isNew && from === "public") wake.run(key);
      return isNew;
    },
    find(id: string): KeptMessage | null {
      const row = one.get(id) as Row | undefined;
      return row === undefined ? null : kept(row);
    },
    /** Those that wait for something to be done, in the order of their arrival. */
    open: (): KeptMessage[] => (open.all() as Row[]).map(kept),
    /** Everything about one form or one handover, in the order of its arrival. */
    of: (key: string): KeptMessage[] => (ofKey.all(key) as Row[]).map(kept),
    /** Those of one type, latest first. */
    ofType: <T extends MessageType>(type: T): Extract<KeptMessage, { type: T }>[] =>
      (ofType.all(type) as Row[]).map(kept).filter((one) => isOf(one, type)),
    /** Its words are in the log: only the id stays. */
    settle: (id: string): void => void settleOne.run(id),
    /** Nothing is left to do about it; it is kept to be looked at. */
    rest: (id: string): void => void restOne.run(id),
    /** Forms that were deleted on some PC, and are still here. */
    forgotten: (): string[] => forgotten.all() as string[],
    /** Whether a message names this content. */
    names: (sha256: string): boolean => naming.get(sha256) !== undefined,
    /** Nothing of what was said about one form or handover stays. */
    forget: (key: string): void => void forgetKey.run(key),
  };
}

/** Narrows a message to its type. */
export const isOf = <T extends MessageType>(
  message: KeptMessage | null,
  type: T,
): message is Extract<KeptMessage, { type: T }> => message?.type === type;

export const filesOf = ({ body }: KeptMessage): readonly MessageFile[] =>
  body !== null && "files" in body ? body.files : [];

function kept(row: Row): KeptMessage {
  const { id, at, type, key, office, office_name: name } = row;
  const from = office === null ? ("public" as const) : { office, name: name ?? "" };
  const body = row.body === null ? null : bodyOf({ id, at, type, from }, row.body);
  // The type and the body were parsed together.
  return { id, at, type, key, from, body } as KeptMessage;
}

/**
 * Parsed again, so that a message of before a field was added gets its default. Null for what cannot
 * be read: the check of the archive tells of it, and nothing else is kept from working.
 */
function bodyOf(head: object, text: string): ReceivedMessage["body"] | null {
  try {
    const parsed = receivedMessageSchema.safeParse({ ...head, body: JSON.parse(text) as unknown });
    return parsed.success ? parsed.data.body : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

import { createHash } from "node:crypto";
import type { ReceivedMessage } from "#shared/sync/messages.ts";
import type { RefusedEvent, WireEvent, WireIdentity } from "#shared/sync/wire.ts";
import type { ErrorCode } from "#shared/errors.ts";
import type { FeedRow } from "../store/migrations/0001-core.ts";
import type { Store, Tx } from "../store/store.ts";
import type { Place } from "./cursors.ts";

/**
 * Adds to the end of an office's feed. The office is held from here to the end of the transaction;
 * nothing is stored before `write`. Throws for an office that isn't there.
 */
export async function openFeed(store: Store, tx: Tx, office: string, at: string) {
  const row = await store.lockOffice(tx, office);
  if (row === null) throw new Error("no such office");
  const start: Place = { n: row.feed_n, check: row.feed_check };
  let end = start;
  let bytes = row.feed_bytes;
  const rows: FeedRow[] = [];

  type Added = Pick<FeedRow, "kind" | "type" | "json"> & Partial<FeedRow>;
  const NOTHING = {
    writer: null,
    seq: null,
    hash: null,
    stream: null,
    refused: null,
    identities: null,
  };
  /** `what` tells the item from all others: an event's hash, a message's id. */
  function add(what: string, added: Added): void {
    bytes += Buffer.byteLength(added.json) + Buffer.byteLength(added.identities ?? "");
    end = { n: end.n + 1, check: nextCheck(end.check, what) };
    rows.push({
      ...NOTHING,
      ...added,
      ...{ office, n: end.n, check_digits: end.check, upto: bytes, at },
    });
  }

  return {
    start,
    end: (): Place => end,
    get added(): number {
      return end.n - start.n;
    },
    addEvent(event: WireEvent, identities: readonly WireIdentity[] | null): void {
      const { identities: _, ...bare } = event;
      add(event.hash, {
        ...idOf(event),
        kind: "event",
        type: event.type,
        json: JSON.stringify(bare),
        identities: identities === null ? null : JSON.stringify(identities),
      });
    },
    addRefused(event: WireEvent, refused: ErrorCode): void {
      const { writer, seq, prev, hash, stream, lamport } = event;
      const stub: RefusedEvent = { writer, seq, prev, hash, stream, lamport, refused };
      const type = event.type;
      add(hash, { ...idOf(event), kind: "refused", type, refused, json: JSON.stringify(stub) });
    },
    addMessage(message: ReceivedMessage): void {
      add(message.id, {
        kind: "message",
        type: message.type,
        json: JSON.stringify(message),
      });
    },
    async write(): Promise<void> {
      if (rows.length === 0) return;
      await store.insertFeed(tx, rows);
      await tx
        .updateTable("office")
        .set({ feed_n: end.n, feed_check: end.check, feed_bytes: bytes })
        .where("id", "=", office)
        .execute();
    },
  };
}

/** Follows from everything that stands before it, so that no other feed has it at this place. */
const nextCheck = (before: string, what: string): string =>
  createHash("sha256").update(`${before}:${what}`).digest("hex").slice(0, 8);

const idOf = ({ writer, seq, hash, stream }: WireEvent) => ({ writer, seq, hash, stream });

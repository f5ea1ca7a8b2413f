import type { Head } from "#shared/sync/protocol.ts";
import type { WireEvent, WireIdentity } from "#shared/sync/wire.ts";
import type { Db } from "./database.ts";
import type { Identities } from "./identity.ts";
import { type EventRow, hashOf } from "./log.ts";

/** The log as it goes to a portal and back: events as they were hashed, and how far each writer is. */

export type WireLimits = {
  /** Characters of the events' JSON, at least, as long as there are more; one larger event goes alone. */
  maxBytes: number;
  maxEvents: number;
};

const COLUMNS = `writer.uuid AS writer, event.seq AS seq, prev, after, lamport, at, actor, stream,
  type, version, body, event.hash AS hash`;

/**
 * What an event's JSON needs at least beside its body and what it follows, in characters: rather a
 * few events more are read than a batch takes than a second time for its last ones.
 */
const FRAME = 350;

export function createWireLog(db: Db, identities: Identities) {
  const from = db.prepare(
    `SELECT ${COLUMNS} FROM event JOIN writer ON writer.id = event.writer
     WHERE event.writer = (SELECT id FROM writer WHERE uuid = ?) AND event.seq >= ?
     ORDER BY event.seq`,
  );
  const findHeads = db.prepare(
    "SELECT uuid AS writer, seq, lower(hex(hash)) AS hash FROM writer WHERE seq > 0 ORDER BY id",
  );
  const findWriter = db.prepare("SELECT id, seq, hash FROM writer WHERE uuid = ?");
  const findRow = db.prepare(
    `SELECT ${COLUMNS} FROM event JOIN writer ON writer.id = event.writer
     WHERE event.writer = ? AND event.seq = ?`,
  );
  const dropRow = db.prepare("DELETE FROM event WHERE writer = ? AND seq = ?");
  const insert = db.prepare(
    `INSERT INTO event (writer, seq, prev, after, lamport, at, actor, stream, type, version, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  /**
   * A writer's events from `seq` on, without a gap: it ends before one that only its stub is known
   * of. Empty when there are none.
   */
  function wire(writer: string, seq: number, { maxBytes, maxEvents }: WireLimits): WireEvent[] {
    const events: WireEvent[] = [];
    let bytes = 0;
    for (const row of from.iterate(writer, seq) as IterableIterator<EventRow>) {
      if (row.seq !== seq + events.length) break;
      bytes += row.body.length + row.after.length + FRAME;
      if (events.length > 0 && (bytes > maxBytes || events.length >= maxEvents)) break;
      events.push(wired(row));
    }
    // Looked up once no statement is open any more.
    return events.map((event) => ({ ...event, ...named(event) }));
  }

  function named(event: WireEvent): { identities?: WireIdentity[] } {
    const found = digestsOf(event.type, event.body).flatMap((digest) => {
      const identity = identities.wire(digest);
      return identity === null ? [] : [identity];
    });
    return found.length === 0 ? {} : { identities: found };
  }

  /** How far each writer is known, stubs of refused events counted. */
  const heads = (): Head[] => findHeads.all() as Head[];

  /**
   * Puts an event in the place of one that is damaged or gone here, where its hash proves that it
   * is the very same one. Answers whether it did. The projection is as it was.
   */
  function healEvent(event: WireEvent): boolean {
    const writer = findWriter.get(event.writer) as
      | { id: number; seq: number; hash: Buffer | null }
      | undefined;
    if (writer === undefined || event.seq > writer.seq) return false;
    const row: EventRow = { ...event, ...buffersOf(event) };
    if (!hashOf(row).equals(row.hash)) return false;
    const here = findRow.get(writer.id, event.seq) as EventRow | undefined;
    if (here !== undefined && hashOf(here).equals(here.hash)) return false;
    const next = findRow.get(writer.id, event.seq + 1) as EventRow | undefined;
    const proofs = [here?.hash, next?.prev, event.seq === writer.seq ? writer.hash : null];
    if (!proofs.some((proof) => Buffer.isBuffer(proof) && proof.equals(row.hash))) return false;
    dropRow.run(writer.id, event.seq);
    insert.run(
      writer.id,
      row.seq,
      row.prev,
      row.after,
      row.lamport,
      row.at,
      row.actor,
      row.stream,
      row.type,
      row.version,
      row.body,
      row.hash,
    );
    return true;
  }

  return { wire, heads, healEvent };
}

const wired = (row: EventRow): WireEvent => ({
  writer: row.writer,
  seq: row.seq,
  prev: row.prev?.toString("hex") ?? null,
  after: row.after,
  lamport: row.lamport,
  at: row.at,
  actor: row.actor,
  type: row.type,
  version: row.version,
  body: row.body,
  hash: row.hash.toString("hex"),
  stream: row.stream,
});

/** The links of an event as the database has them. */
export const buffersOf = ({ prev, hash }: { prev: string | null; hash: string }) => ({
  prev: prev === null ? null : Buffer.from(prev, "hex"),
  hash: Buffer.from(hash, "hex"),
});

/** Digests of the identities that an event brings with it. */
export function digestsOf(type: string, body: string): string[] {
  switch (type) {
    case "request.created":
    case "requester.corrected": {
      const { requester } = JSON.parse(body) as { requester?: unknown };
      return typeof requester === "string" ? [requester] : [];
    }
    case "bundle.imported": {
      const { identities } = JSON.parse(body) as { identities?: unknown };
      const named = Object.values((identities ?? {}) as Record<string, unknown>);
      return named.filter((one) => typeof one === "string");
    }
    default:
      return [];
  }
}

import { createHash } from "node:crypto";
import { hashedText, type WireEvent } from "#shared/sync/wire.ts";
import type { Db } from "./database.ts";

/**
 * The event log: one hash chain a writer (`prev`), causality within a stream (`after`), order by
 * Lamport time. Rows are appended inside the caller's transaction and never changed.
 */
export type LogEvent = {
  writer: string;
  seq: number;
  /** ISO instant; recorded and shown, never deciding the order. */
  at: string;
  /** User id. */
  by: string;
  /** Request id, or `office`. */
  stream: string;
  type: string;
  /** Shape of the body; one above `EVENT_VERSION` was written by a newer Lajur. */
  version: number;
  body: unknown;
  /** JSON list of the events it follows; read only where a stream has more than one writer. */
  after?: string;
};

export type NewEvent = { type: string; body: unknown };

/** Version of the event shapes written now. */
export const EVENT_VERSION = 1;

export type EventRow = {
  writer: string;
  seq: number;
  prev: Buffer | null;
  after: string;
  lamport: number;
  at: string;
  actor: string;
  stream: string;
  type: string;
  version: number;
  body: string;
  hash: Buffer;
};

/** The event's id as others refer to it. */
export const idOf = (event: Pick<LogEvent, "writer" | "seq">): string =>
  `${event.writer}:${event.seq}`;

/** A later shape of a known event is as little understood as an unknown one. */
export const knownTypeOf = ({ type, version }: Pick<LogEvent, "type" | "version">): string =>
  version > EVENT_VERSION ? `${type}@${version}` : type;

/** The SHA-256 that the next event of the writer carries as `prev`. */
export function hashOf(row: Omit<EventRow, "hash">): Buffer {
  const prev = row.prev?.toString("hex") ?? null;
  return createHash("sha256")
    .update(hashedText({ ...row, prev }))
    .digest();
}

/** Whether an event from outside says what it said when its hash was made. */
export const isIntact = (event: WireEvent): boolean =>
  createHash("sha256").update(hashedText(event)).digest("hex") === event.hash;

export type Log = ReturnType<typeof createLog>;

/** How bodies are kept: a requester's own words are sealed, and opened again for whoever reads. */
export type LogWords = {
  seal(stream: string, body: unknown): string;
  unseal(json: string): string;
};

export function createLog(db: Db, newId: () => string, now: () => string, words: LogWords) {
  const findWriter = db.prepare(
    "SELECT id, uuid, seq, hash FROM writer WHERE own = 1 ORDER BY id DESC LIMIT 1",
  );
  type Writer = { id: number; uuid: string; seq: number; hash: Buffer | null };
  const readWriter = (): Writer => {
    const found = findWriter.get() as Writer | undefined;
    if (found !== undefined) return found;
    db.prepare("INSERT INTO writer (uuid, created) VALUES (?, ?)").run(newId(), now());
    return readWriter();
  };
  const moveWriter = db.prepare("UPDATE writer SET seq = ?, hash = ? WHERE id = ?");
  const insert = db.prepare(
    `INSERT INTO event (writer, seq, prev, after, lamport, at, actor, stream, type, version, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const findHeads = db.prepare(
    `SELECT writer.uuid AS uuid, head.seq AS seq, head.lamport AS lamport
     FROM head JOIN writer ON writer.id = head.writer WHERE stream = ? ORDER BY uuid`,
  );
  const dropHeads = db.prepare("DELETE FROM head WHERE stream = ? AND writer <> ?");
  const setHead = db.prepare(
    `INSERT INTO head (stream, writer, seq, lamport) VALUES (?, ?, ?, ?)
     ON CONFLICT (stream, writer) DO UPDATE SET seq = excluded.seq, lamport = excluded.lamport`,
  );

  const columns = `writer.uuid AS writer, event.seq AS seq, prev, after, lamport, at, actor, stream,
    type, version, body, event.hash AS hash`;
  const ofStream = db.prepare(
    `SELECT ${columns} FROM event JOIN writer ON writer.id = event.writer
     WHERE stream = ? ORDER BY lamport, writer.uuid`,
  );
  const ofWriter = db.prepare(
    `SELECT ${columns} FROM event JOIN writer ON writer.id = event.writer
     WHERE event.writer = ? ORDER BY event.seq`,
  );

  /** Appends events to one stream, in order. Call inside a transaction. */
  function append(stream: string, by: string, events: readonly NewEvent[]): LogEvent[] {
    const writer = readWriter();
    const heads = findHeads.all(stream) as { uuid: string; seq: number; lamport: number }[];
    let { seq, hash: prev } = writer;
    let after = heads.map((head) => `${head.uuid}:${head.seq}`);
    let lamport = heads.reduce((highest, head) => Math.max(highest, head.lamport), 0);
    const written: LogEvent[] = [];
    for (const event of events) {
      seq += 1;
      lamport += 1;
      const at = now();
      const row = {
        writer: writer.uuid,
        seq,
        prev,
        after: JSON.stringify(after),
        lamport,
        at,
        actor: by,
        stream,
        type: event.type,
        version: EVENT_VERSION,
        body: words.seal(stream, event.body),
      };
      const hash = hashOf(row);
      insert.run(
        writer.id,
        seq,
        prev,
        row.after,
        lamport,
        at,
        by,
        stream,
        row.type,
        row.version,
        row.body,
        hash,
      );
      after = [`${writer.uuid}:${seq}`];
      prev = hash;
      written.push({
        writer: writer.uuid,
        seq,
        at,
        by,
        stream,
        type: event.type,
        version: EVENT_VERSION,
        body: event.body,
      });
    }
    moveWriter.run(seq, prev, writer.id);
    // Every head that was seen is followed by these events, an earlier writer's only one too.
    if (heads.some(({ uuid }) => uuid !== writer.uuid)) dropHeads.run(stream, writer.id);
    setHead.run(stream, writer.id, seq, lamport);
    return written;
  }

  const findFirst = db
    .prepare("SELECT type FROM event WHERE stream = ? ORDER BY lamport LIMIT 1")
    .pluck();
  const byId = db.prepare(
    `SELECT ${columns} FROM event JOIN writer ON writer.id = event.writer
     WHERE writer.uuid = ? AND event.seq = ?`,
  );

  const findUuid = db.prepare("SELECT uuid FROM writer WHERE id = ?").pluck();
  const uuids = new Map<number, string>();

  /** A writer's uuid never changes. */
  function uuidOf(writer: number): string {
    const uuid = uuids.get(writer) ?? (findUuid.get(writer) as string);
    uuids.set(writer, uuid);
    return uuid;
  }

  // Without the chain's own columns, and in the order of the index: a rebuild reads all of it.
  const bodiesOf = db
    .prepare(
      `SELECT writer, seq, lamport, at, actor, type, version, body FROM event
       WHERE stream = ? ORDER BY lamport`,
    )
    .raw();
  type Body = [number, number, number, string, string, string, number, string];

  /** All events of a stream in causal order: by Lamport time, ties by writer. */
  function read(stream: string): LogEvent[] {
    const rows = bodiesOf.all(stream) as Body[];
    const first = rows[0]?.[0];
    if (rows.some(([writer]) => writer !== first)) return readMerged(stream);
    return rows.map(([writer, seq, , at, by, type, version, body]) => ({
      writer: uuidOf(writer),
      seq,
      at,
      by,
      stream,
      type,
      version,
      body: JSON.parse(words.unseal(body)) as unknown,
    }));
  }

  /** Of several writers: what each event follows tells which were written at once. */
  const readMerged = (stream: string): LogEvent[] =>
    (ofStream.all(stream) as EventRow[]).map((row) => ({ ...toEvent(row), after: row.after }));

  const toEvent = (row: EventRow): LogEvent => ({
    writer: row.writer,
    seq: row.seq,
    at: row.at,
    by: row.actor,
    stream: row.stream,
    type: row.type,
    version: row.version,
    body: JSON.parse(words.unseal(row.body)) as unknown,
  });

  return {
    append,
    read,
    /** Whether it is the stream of a request. */
    begins: (stream: string): boolean => findFirst.get(stream) === "request.created",
    /** Whether every event of a stream says what it said when it was written. */
    holds: (stream: string): boolean =>
      (ofStream.all(stream) as EventRow[]).every((row) => hashOf(row).equals(row.hash)),
    /** All events of a stream as they stand, in causal order. */
    rowsOf: (stream: string): EventRow[] => ofStream.all(stream) as EventRow[],
    /** The event with the id `writer:seq`, or null. */
    find(id: string): LogEvent | null {
      const [writer = "", seq = ""] = id.split(":");
      const row = byId.get(writer, Number(seq)) as EventRow | undefined;
      return row === undefined ? null : toEvent(row);
    },
    /** Every request's id in the order of registration; one that is not understood is left out. */
    streams: (): string[] =>
      db
        .prepare(`SELECT stream FROM event WHERE type = 'request.created' AND version <= ${EVENT_VERSION}
           GROUP BY stream ORDER BY min(rowid)`)
        .pluck()
        .all() as string[],
    count: (): number => db.prepare("SELECT count(*) FROM event").pluck().get() as number,
    writers: (): Writer[] =>
      db.prepare("SELECT id, uuid, seq, hash FROM writer ORDER BY id").all() as Writer[],
    /** Rows of one writer as they stand, for verification. */
    rows: (writer: number) => ofWriter.iterate(writer) as IterableIterator<EventRow>,
  };
}

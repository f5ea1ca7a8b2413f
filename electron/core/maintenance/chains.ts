import type { Statement } from "better-sqlite3";
import type { Db } from "../archive/database.ts";
import { hashOf } from "../archive/log.ts";
import { createStreamNames } from "./stream-names.ts";
import type { Problems } from "./problems.ts";

/** Unreadable rows in a row after which the rest of a chain is given up. */
const MOST_UNREADABLE = 2000;

export type EventRow = {
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

type Writer = { id: number; uuid: string; seq: number; hash: Buffer | null };
export type Head = { writer: number; seq: number; lamport: number };

export const EVENT_COLUMNS =
  "seq, prev, after, lamport, at, actor, stream, type, version, body, hash";

export type Chains = {
  events: number;
  /** Events that are not as they were written. */
  broken: number;
  /** Events of each stream that no other one of it follows; empty while one is broken. */
  heads: Map<string, Head[]>;
};

/**
 * Verifies every writer's chain: its numbers without gaps, each event's hash and link, what it
 * follows, and the writer's and the streams' heads against all of that.
 */
export function checkChains(db: Db, problems: Problems, step: (done: number) => void): Chains {
  const { tell } = problems;
  const names = createStreamNames(db);
  const writers = db
    .prepare("SELECT id, uuid, seq, hash FROM writer ORDER BY id")
    .all() as Writer[];
  const mirrored = new Map(
    db.prepare("SELECT id, uuid FROM writer_mirror").raw().all() as [number, string][],
  );
  const heads = new Map<string, Map<number, Head>>();
  const followed = new Set<string>();
  const ends = new Map<string, number>();
  const loose: { uuid: string; seq: number; request: string | null; by: number }[] = [];
  const result: Chains = { events: 0, broken: 0, heads: new Map() };

  for (const writer of writers) {
    const stubs = stubsOf(db, writer.id);
    const rows = withStubs(readable(db, writer.id), stubs);
    let seq = 0;
    let prev: Buffer | null = null;
    let uuid: string | null = null;
    const lose = (code: "event_changed" | "event_missing" | "event_unreadable", at: number) => {
      const stream = names.of(writer.id, at);
      tell(code, requestOf(stream), { seq: at });
      result.broken += 1;
    };
    for (const row of rows) {
      if (typeof row === "number") {
        if (row <= writer.seq || row === seq + 1) lose("event_unreadable", row);
        seq = Math.max(seq, row);
        prev = null;
        continue;
      }
      if ("refused" in row) {
        takeStub(writer.id, row);
        continue;
      }
      const whole = (name: string): boolean => intact(name, row);
      // The writer's own name is part of every hash: a damaged one shows here, once.
      uuid ??= [writer.uuid, mirrored.get(writer.id) ?? writer.uuid].find(whole) ?? writer.uuid;
      // A gap that no index knows of either may be long; each missing number is told.
      for (let gap = seq + 1; gap < row.seq && gap < seq + MOST_UNREADABLE; gap += 1) {
        lose("event_missing", gap);
      }
      const follows = row.seq === seq + 1;
      const linked =
        !follows || seq === 0
          ? row.seq > 1 || row.prev === null
          : prev === null || row.prev?.equals(prev) === true;
      const good = intact(uuid, row);
      if (!good || !linked) {
        const named = names.known(row.stream) ? row.stream : names.of(writer.id, row.seq);
        tell("event_changed", requestOf(named), { seq: row.seq });
        result.broken += 1;
      } else {
        const last = heads.get(row.stream) ?? new Map<number, Head>();
        last.set(writer.id, { writer: writer.id, seq: row.seq, lamport: row.lamport });
        heads.set(row.stream, last);
        for (const one of JSON.parse(row.after) as string[]) {
          if (one === `${uuid}:${row.seq - 1}`) continue;
          const [of, at]: string[] = one.split(":");
          if (of !== uuid) followed.add(`${row.stream} ${one}`);
          loose.push({
            uuid: of ?? "",
            seq: Number(at),
            request: requestOf(row.stream),
            by: row.seq,
          });
        }
      }
      seq = row.seq;
      prev = good ? row.hash : null;
      result.events += 1;
      step(result.events);
    }
    /** Of a refused event only its links are known. */
    function takeStub(id: number, stub: Stub): void {
      const linked = prev === null || stub.prev?.equals(prev) === true;
      if (stub.seq !== seq + 1 || !linked) lose("event_changed", stub.seq);
      const last = heads.get(stub.stream) ?? new Map<number, Head>();
      last.set(id, { writer: id, seq: stub.seq, lamport: stub.lamport });
      heads.set(stub.stream, last);
      seq = stub.seq;
      prev = stub.hash;
    }
    ends.set(uuid ?? writer.uuid, seq);
    if (uuid !== null && uuid !== writer.uuid) tell("writer_changed", null);
    closeChain(writer, seq, prev);
  }

  /** The writer's own row against the end of its chain. */
  function closeChain(writer: Writer, seq: number, end: Buffer | null): void {
    const sameHash = end === null || writer.hash?.equals(end) === true;
    if (seq === writer.seq && (sameHash || seq === 0)) return;
    // The log goes at least as far as its head, or the head bears the hash of the last event: the
    // events are whole and the head is not.
    if (seq >= writer.seq || (end !== null && sameHash)) return tell("writer_changed", null);
    for (let gap = seq + 1; gap <= writer.seq && gap <= seq + MOST_UNREADABLE; gap += 1) {
      const stream = names.of(writer.id, gap);
      tell("event_missing", requestOf(stream), { seq: gap });
      result.broken += 1;
    }
  }

  for (const { uuid, seq, request, by } of loose) {
    if (seq >= 1 && seq <= (ends.get(uuid) ?? 0)) continue;
    if (result.broken === 0) tell("event_loose", request, { seq: by });
  }
  if (result.broken === 0) {
    result.heads = openEnds(db, heads, followed);
    checkHeads(db, problems, result.heads);
  }
  return result;
}

export const requestOf = (stream: string | null): string | null =>
  stream === "office" ? null : stream;

export const intact = (writer: string, row: EventRow): boolean => {
  const { hash, ...rest } = row;
  return Buffer.isBuffer(hash) && hashOf({ writer, ...rest }).equals(hash);
};

/** What remains of an event that was refused, or that nobody can understand. */
export type Stub = {
  refused: string;
  seq: number;
  prev: Buffer | null;
  stream: string;
  lamport: number;
  hash: Buffer;
};

/** A writer's stubs in order. */
export const stubsOf = (db: Db, writer: number): Stub[] =>
  db
    .prepare(
      `SELECT code AS refused, seq, prev, stream, lamport, hash FROM event_refused
       WHERE writer = ? ORDER BY seq`,
    )
    .all(writer) as Stub[];

/** Both in order of their numbers. */
function* withStubs(
  rows: Iterable<EventRow | number>,
  stubs: readonly Stub[],
): Generator<EventRow | Stub | number> {
  let next = 0;
  for (const row of rows) {
    const seq = typeof row === "number" ? row : row.seq;
    for (let stub = stubs[next]; stub !== undefined && stub.seq < seq; stub = stubs[next]) {
      yield stub;
      next += 1;
    }
    yield row;
  }
  yield* stubs.slice(next);
}

/** Rows of a writer in order; the number alone of one that cannot be read. */
export function* readable(db: Db, writer: number): Generator<EventRow | number> {
  const from = db.prepare(
    `SELECT ${EVENT_COLUMNS} FROM event WHERE writer = ? AND seq > ? ORDER BY seq`,
  );
  const next = db
    .prepare("SELECT seq FROM event WHERE writer = ? AND seq > ? ORDER BY seq LIMIT 1")
    .pluck();
  const highest = Number(db.prepare("SELECT seq FROM writer WHERE id = ?").pluck().get(writer));
  let at = 0;
  let failures = 0;
  while (failures < MOST_UNREADABLE) {
    try {
      for (const row of from.iterate(writer, at) as IterableIterator<EventRow>) {
        at = row.seq;
        failures = 0;
        yield row;
      }
      return;
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      failures += 1;
      at = following(next, writer, at);
      if (at > highest) return;
      yield at;
    }
  }
}

function following(next: Statement, writer: number, at: number): number {
  try {
    return (next.get(writer, at) as number | undefined) ?? at + 1;
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    return at + 1;
  }
}

/** Broken pages, or a schema so broken that a table is not found in it. */
export const isCorrupt = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  /^SQLITE_(CORRUPT.*|NOTADB|ERROR)$/.test(String(error.code));

/** Of each writer's last event in a stream those that no other writer's follows. */
function openEnds(
  db: Db,
  ends: Map<string, Map<number, Head>>,
  followed: ReadonlySet<string>,
): Map<string, Head[]> {
  const uuids = new Map(
    db.prepare("SELECT id, uuid FROM writer").raw().all() as [number, string][],
  );
  const open = new Map<string, Head[]>();
  for (const [stream, byWriter] of ends) {
    open.set(
      stream,
      [...byWriter.values()].filter(
        ({ writer, seq }) => !followed.has(`${stream} ${uuids.get(writer)}:${seq}`),
      ),
    );
  }
  return open;
}

/** The table of heads against those that follow from the log. */
function checkHeads(db: Db, { tell }: Problems, heads: ReadonlyMap<string, Head[]>): void {
  const expected = new Set<string>();
  for (const [stream, ends] of heads) {
    for (const { writer, seq, lamport } of ends)
      expected.add(`${stream} ${writer} ${seq} ${lamport}`);
  }
  const rows = db
    .prepare("SELECT stream, writer, seq, lamport FROM head")
    .iterate() as IterableIterator<Head & { stream: string }>;
  for (const { stream, writer, seq, lamport } of rows) {
    if (expected.delete(`${stream} ${writer} ${seq} ${lamport}`)) continue;
    tell("heads_differ", heads.has(stream) ? requestOf(stream) : null);
  }
  for (const key of expected) tell("heads_differ", requestOf(key.split(" ")[0] ?? null));
}

import type { RefusedEvent, WireEvent } from "#shared/sync/wire.ts";
import type { Db } from "./database.ts";
import type { Identities } from "./identity.ts";
import { isIntact, type LogEvent } from "./log.ts";
import { createStreamHeads, type StreamHead } from "./stream-heads.ts";
import { createWriters, type KnownWriter } from "./writers.ts";
import { buffersOf, digestsOf } from "./wire-log.ts";

/** What a PC gets of other PCs' work: whole events, and what remains of refused ones. */
export type ReceivedItem = WireEvent | RefusedEvent;

export type Received = {
  /** Events that are in the log now and were not before, stubs counted. */
  applied: number;
  /**
   * The first event that others wait for; null when nothing does. What waits is kept and applied as
   * soon as that one arrives, so whoever asks for more may go on from where it is.
   */
  gap: { writer: string; seq: number } | null;
  /** Neither applied nor kept, or kept as a stub (`event_malformed`). */
  broken: { writer: string; seq: number; code: "event_broken" | "event_malformed" }[];
  /** Another event bears the same id here; these are kept aside. */
  forked: { writer: string; seq: number }[];
  /** Requests of which something cannot be read; they are not shown. */
  unread: string[];
  /** Streams that changed. */
  streams: string[];
};

/** What came into one stream. */
export type Fresh = {
  events: LogEvent[];
  /** Each one follows all that was known of its stream, so nothing was done at once. */
  linear: boolean;
  /** Each one comes in the stream's order after all that was known of it. */
  inOrder: boolean;
  /** The stream was not known before. */
  isNew: boolean;
};

export type Taken = Omit<Received, "streams" | "unread"> & { fresh: Map<string, Fresh> };

/** Events kept until one that they follow arrives; more than these are left to be asked for again. */
const MOST_WAITING = 20_000;

/** Takes others' events into the log, and says what is new. The projection is the caller's. */
export function createReceiver(db: Db, identities: Identities, { now }: { now: () => string }) {
  const insert = db.prepare(
    `INSERT INTO event (writer, seq, prev, after, lamport, at, actor, stream, type, version, body, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertStub = db.prepare(
    `INSERT INTO event_refused (writer, seq, prev, stream, lamport, hash, code)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const dropStub = db.prepare("DELETE FROM event_refused WHERE writer = ? AND seq = ?");
  const findKnown = db.prepare(
    `SELECT hash, stream, lamport, 0 AS stub FROM event WHERE writer = @writer AND seq = @seq
     UNION ALL
     SELECT hash, stream, lamport, 1 FROM event_refused WHERE writer = @writer AND seq = @seq`,
  );
  const setAside = db.prepare(
    `INSERT INTO event_aside (writer, seq, hash, item, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const countWaiting = db.prepare("SELECT count(*) FROM event_waiting").pluck();
  const wait = db.prepare(
    `INSERT INTO event_waiting (writer, seq, need_writer, need_seq, item) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET need_writer = excluded.need_writer, need_seq = excluded.need_seq,
       item = excluded.item`,
  );
  const dropWaiting = db.prepare("DELETE FROM event_waiting WHERE writer = ? AND seq = ?");
  const findReady = db
    .prepare(
      `SELECT item FROM event_waiting JOIN writer ON writer.uuid = event_waiting.need_writer
       WHERE writer.seq >= event_waiting.need_seq ORDER BY event_waiting.writer, event_waiting.seq`,
    )
    .pluck();
  const findGap = db.prepare(
    `SELECT need_writer AS writer, coalesce(writer.seq, 0) + 1 AS seq FROM event_waiting
     LEFT JOIN writer ON writer.uuid = event_waiting.need_writer
     ORDER BY event_waiting.writer, event_waiting.seq LIMIT 1`,
  );
  const isErased = db.prepare(
    `SELECT 1 FROM event WHERE (stream = @owner AND type IN ('identity.erased', 'request.destroyed'))
       OR (stream = 'office' AND type = 'bundle.removed' AND json_extract(body, '$.id') = @owner)`,
  );

  type Known = { hash: Buffer; stream: string; lamport: number; stub: 0 | 1 };

  /** Call inside a transaction. */
  function take(items: readonly ReceivedItem[]): Taken {
    const writers = createWriters(db, now);
    const heads = createStreamHeads(db);
    const taken: Taken = { applied: 0, gap: null, broken: [], forked: [], fresh: new Map() };
    let waiting = countWaiting.get() as number;

    function takeOne(item: ReceivedItem): void {
      const writer = writers.of(item.writer);
      if (item.seq <= writer.seq) return takeKnown(item, writer);
      if (item.seq > writer.seq + 1) {
        return keepWaiting(item, { writer: item.writer, seq: item.seq - 1 });
      }
      const { prev, hash } = buffersOf(item);
      const linked = prev === null ? writer.hash === null : writer.hash?.equals(prev) === true;
      if (!linked || ("body" in item && !isIntact(item))) {
        taken.broken.push({ ...idOf(item), code: "event_broken" });
        return;
      }
      if ("refused" in item) {
        addStub(item, writer.id, item.refused);
      } else {
        const after = followed(item);
        const missing = after?.find((one) => writers.seqOf(one.writer) < one.seq);
        if (missing !== undefined) return keepWaiting(item, missing);
        if (after === null || !isSound(item, after)) {
          // Every PC finds the same, so that all go on from the same stub.
          taken.broken.push({ ...idOf(item), code: "event_malformed" });
          addStub(item, writer.id, "event_malformed");
        } else {
          add(item, writer.id, after);
        }
      }
      writers.move(writer, item.seq, hash);
      taken.applied += 1;
    }

    function takeKnown(item: ReceivedItem, writer: KnownWriter): void {
      const known = findKnown.get({ writer: writer.id, seq: item.seq }) as Known | undefined;
      const { hash } = buffersOf(item);
      if (known === undefined) return; // damaged here; see healEvent
      if (!known.hash.equals(hash)) {
        setAside.run(item.writer, item.seq, item.hash, JSON.stringify(item), now());
        taken.forked.push(idOf(item));
        writers.leave(writer);
        return;
      }
      // A portal that refused it once has taken it up now.
      const whole = known.stub === 1 && "body" in item && isIntact(item);
      if (!whole) return;
      const after = followed(item);
      if (after === null || !isSound(item, after)) return;
      dropStub.run(writer.id, item.seq);
      insertRow(item, writer.id);
      heads.pass(item.stream, after);
      const fresh = freshOf(item.stream);
      fresh.linear = false;
      fresh.inOrder = false;
      fresh.events.push(logged(item));
      taken.applied += 1;
    }

    function keepWaiting(item: ReceivedItem, need: Id): void {
      if (waiting >= MOST_WAITING) return;
      wait.run(item.writer, item.seq, need.writer, need.seq, JSON.stringify(item));
      waiting += 1;
    }

    /** What an event follows is in its own stream, and its Lamport time is the next one. */
    function isSound(item: WireEvent, after: readonly Id[]): boolean {
      const ends = heads.of(item.stream);
      const own = ends.get(item.writer);
      // What its writer wrote before comes before it, also in the order.
      if (own !== undefined && own.seq < item.seq && own.lamport >= item.lamport) return false;
      let highest = 0;
      for (const one of after) {
        const head = ends.get(one.writer);
        const known =
          head?.seq === one.seq
            ? { stream: item.stream, lamport: head.lamport }
            : (findKnown.get({ writer: writers.of(one.writer).id, seq: one.seq }) as
                | Known
                | undefined);
        if (known?.stream !== item.stream) return false;
        highest = Math.max(highest, known.lamport);
      }
      return item.lamport === highest + 1 && isObject(item.body);
    }

    function add(item: WireEvent, writer: number, after: readonly Id[]): void {
      const ends = heads.of(item.stream);
      const fresh = freshOf(item.stream);
      fresh.linear &&= isNext(ends, after);
      fresh.inOrder &&= heads.isLast(item);
      insertRow(item, writer);
      if (digestsOf(item.type, item.body).length > 0) adopt(item);
      fresh.events.push(logged(item));
      heads.follow(item, writer, after);
    }

    function insertRow(item: WireEvent, writer: number): void {
      const { prev, hash } = buffersOf(item);
      const { seq, after, lamport, at, actor, stream, type, version, body } = item;
      insert.run(writer, seq, prev, after, lamport, at, actor, stream, type, version, body, hash);
    }

    /** A stub does not tell what it follows. */
    function addStub(item: ReceivedItem, writer: number, code: string): void {
      const { prev, hash } = buffersOf(item);
      freshOf(item.stream).linear = false;
      insertStub.run(writer, item.seq, prev, item.stream, item.lamport, hash, code);
      heads.follow(item, writer, []);
    }

    function freshOf(stream: string): Fresh {
      const known = taken.fresh.get(stream);
      if (known !== undefined) return known;
      const isNew = heads.of(stream).size === 0;
      const made: Fresh = { events: [], linear: true, inOrder: true, isNew };
      taken.fresh.set(stream, made);
      return made;
    }

    function settleWaiting(): void {
      if (waiting === 0) return;
      for (;;) {
        const ready = findReady.all() as string[];
        if (ready.length === 0) break;
        for (const text of ready) {
          const item = JSON.parse(text) as ReceivedItem;
          dropWaiting.run(item.writer, item.seq);
          takeOne(item);
        }
        writers.flush();
      }
      taken.gap = (findGap.get() as Id | undefined) ?? null;
    }

    for (const item of items) takeOne(item);
    writers.flush();
    settleWaiting();
    writers.flush();
    heads.flush();
    return taken;
  }

  /** Identities come in with the event that names them, unless they have been erased since. */
  function adopt(event: WireEvent): void {
    const owner =
      event.type === "bundle.imported"
        ? (JSON.parse(event.body) as { id: string }).id
        : event.stream;
    const named = digestsOf(event.type, event.body);
    const given = (event.identities ?? []).filter(({ digest }) => named.includes(digest));
    if (given.length === 0 || isErased.get({ owner }) !== undefined) return;
    for (const identity of given) identities.adopt(owner, identity);
  }

  const logged = (item: WireEvent): LogEvent => ({
    writer: item.writer,
    seq: item.seq,
    at: item.at,
    by: item.actor,
    stream: item.stream,
    type: item.type,
    version: item.version,
    body: JSON.parse(identities.unseal(item.body)) as unknown,
  });

  return { take };
}

type Id = { writer: string; seq: number };

const idOf = ({ writer, seq }: Id): Id => ({ writer, seq });

/** Whether these are all the heads, of which there is one at most. */
const isNext = (ends: ReadonlyMap<string, StreamHead>, after: readonly Id[]): boolean =>
  ends.size <= 1 &&
  after.length === ends.size &&
  after.every(({ writer, seq }) => ends.get(writer)?.seq === seq);

/** The ids that an event says it follows; null where that is no such list. */
function followed(event: WireEvent): Id[] | null {
  const list = parsed(event.after);
  if (!Array.isArray(list)) return null;
  const ids = list.map((one: unknown): Id | null => {
    const found = typeof one === "string" ? /^(.{1,80}):([1-9]\d{0,15})$/su.exec(one) : null;
    return found === null ? null : { writer: found[1] ?? "", seq: Number(found[2]) };
  });
  return ids.every((one) => one !== null) ? ids : null;
}

function isObject(body: string): boolean {
  const value = parsed(body);
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // from outside: told as malformed
  }
}

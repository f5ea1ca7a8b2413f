import type { Db } from "../archive/database.ts";
import type { Report } from "../tasks/progress.ts";
import {
  EVENT_COLUMNS,
  type EventRow,
  intact,
  isCorrupt,
  readable,
  type Stub,
  stubsOf,
} from "./chains.ts";

export type WriterRow = { id: number; uuid: string };

/** Unreadable rows after which a scan of the whole table gives up. */
const MOST_SKIPPED = 20_000;

/**
 * Writes every writer's chain into `fresh`, event by event: the one of the old database where its
 * hash and its link hold, else one of a backup, else one that only a scan of the whole table finds.
 */
export function salvageEvents(
  old: Db,
  sources: readonly Db[],
  fresh: Db,
  writers: readonly WriterRow[],
  report: Report,
): { restored: number; lost: number } {
  const put = fresh.prepare(
    `INSERT INTO event (writer, ${EVENT_COLUMNS}) VALUES (@writer, ${EVENT_COLUMNS.replace(/(\w+)/g, "@$1")})`,
  );
  const putStub = fresh.prepare(
    `INSERT OR IGNORE INTO event_refused (writer, seq, prev, stream, lamport, hash, code)
     VALUES (@writer, @seq, @prev, @stream, @lamport, @hash, @refused)`,
  );
  const setHead = fresh.prepare("UPDATE writer SET seq = ?, hash = ? WHERE id = ?");
  const total = Number(quietly(() => old.prepare("SELECT count(*) FROM event").pluck().get()) ?? 0);
  const result = { restored: 0, lost: 0 };
  let done = 0;
  let scanned: Map<string, EventRow> | null = null;

  for (const writer of writers) {
    const fromBackups = sources.map((source) =>
      source.prepare(
        `SELECT ${EVENT_COLUMNS} FROM event WHERE seq = ?
           AND writer = (SELECT id FROM writer WHERE uuid = ?)`,
      ),
    );
    let seq = 0;
    let prev: Buffer | null = null;
    const fits = (row: EventRow | undefined): row is EventRow =>
      row !== undefined &&
      intact(writer.uuid, row) &&
      (prev === null ? row.seq === 1 && row.prev === null : row.prev?.equals(prev) === true);
    const add = (row: EventRow): void => {
      put.run({ writer: writer.id, ...row });
      seq = row.seq;
      prev = row.hash;
      report({ stage: "rebuild", done: (done += 1), total: total * 2 });
    };
    const stubs = new Map(
      [...sources, old].flatMap((from) => namedStubs(from, writer).map((one) => [one.seq, one])),
    );
    /** Whether the place after the last one is a refused event's, whose stub goes on from it. */
    const skip = (wanted: number): boolean => {
      const stub = stubs.get(wanted);
      const linked =
        stub !== undefined &&
        (prev === null ? stub.prev === null : stub.prev?.equals(prev) === true);
      if (!linked) return false;
      putStub.run({ writer: writer.id, ...stub });
      seq = stub.seq;
      prev = stub.hash;
      return true;
    };
    /** Fills from `seq + 1` up to before `until`; false when one is nowhere. */
    const fill = (until: number): boolean => {
      for (let wanted = seq + 1; wanted < until; wanted += 1) {
        const found = fromBackups
          .map((one) => quietly(() => one.get(wanted, writer.uuid)) as EventRow | undefined)
          .find(fits);
        if (found !== undefined) {
          add(found);
          result.restored += 1;
          continue;
        }
        if (skip(wanted)) continue;
        scanned ??= scan(old);
        const hidden = scanned.get(`${writer.id} ${wanted}`);
        if (!fits(hidden)) return false;
        add(hidden);
      }
      return true;
    };

    const end = endOf(old, writer.id) ?? furthest(sources, writer.uuid);
    let broken = false;
    for (const row of quietly(() => readable(old, writer.id)) as Iterable<EventRow | number>) {
      if (typeof row === "number") continue;
      if (row.seq <= seq) continue;
      if (row.seq > seq + 1 && !fill(row.seq)) {
        broken = true;
        break;
      }
      if (fits(row)) add(row);
    }
    // The head says how far the chain goes, unless it bears the hash of an event before that.
    const upTo = end === null || sameHash(end.hash, prev) ? seq : end.seq;
    if (!broken) broken = !fill(upTo + 1);
    if (broken) result.lost += Math.max(1, upTo - seq);
    setHead.run(seq, prev, writer.id);
  }
  return result;
}

const sameHash = (one: Buffer | null, other: Buffer | null): boolean =>
  one !== null && other !== null && one.equals(other);

/** A database may know the writer under another row, or be of before there were stubs. */
function namedStubs(from: Db, { uuid }: WriterRow): Stub[] {
  const found = quietly(() => {
    const id = from.prepare("SELECT id FROM writer WHERE uuid = ?").pluck().get(uuid);
    return typeof id === "number" ? stubsOf(from, id) : [];
  });
  return (found as Stub[] | undefined) ?? [];
}

type End = { seq: number; hash: Buffer | null };

function endOf(old: Db, writer: number): End | null {
  const found = quietly(() => old.prepare("SELECT seq, hash FROM writer WHERE id = ?").get(writer));
  return (found as End | undefined) ?? null;
}

/** The head that a backup knows, where the writer's own row cannot be read any more. */
function furthest(sources: readonly Db[], uuid: string): End | null {
  const ends = sources.flatMap((source) => {
    const found = quietly(() =>
      source.prepare("SELECT seq, hash FROM writer WHERE uuid = ?").get(uuid),
    );
    return found === undefined ? [] : [found as End];
  });
  return ends.sort((one, other) => other.seq - one.seq)[0] ?? null;
}

/** Every row that can be read without the help of an index, by writer and number. */
function scan(old: Db): Map<string, EventRow> {
  const found = new Map<string, EventRow>();
  const forth = old.prepare(
    `SELECT rowid AS row, writer, ${EVENT_COLUMNS} FROM event NOT INDEXED WHERE rowid > ? ORDER BY rowid`,
  );
  const last = quietly(() => old.prepare("SELECT max(rowid) FROM event").pluck().get());
  let at = 0;
  for (let skipped = 0; skipped < MOST_SKIPPED && at <= Number(last ?? 0) + 1; skipped += 1) {
    try {
      for (const row of forth.iterate(at) as IterableIterator<
        EventRow & { row: number; writer: number }
      >) {
        const { row: rowid, writer, ...event } = row;
        at = rowid;
        found.set(`${writer} ${event.seq}`, event);
      }
      break;
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      at += 1;
    }
  }
  return found;
}

function quietly(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (isCorrupt(error)) return undefined;
    throw error;
  }
}

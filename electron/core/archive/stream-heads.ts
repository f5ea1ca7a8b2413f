import type { Db } from "./database.ts";

/** A writer's event in a stream that no other one follows. */
export type StreamHead = { writer: number; seq: number; lamport: number };

type Id = { writer: string; seq: number };

/** The heads of streams while a batch of others' events comes in; written once at its end. */
export function createStreamHeads(db: Db) {
  const find = db.prepare(
    `SELECT writer.uuid AS uuid, head.writer AS writer, head.seq AS seq, head.lamport AS lamport
     FROM head JOIN writer ON writer.id = head.writer WHERE stream = ?`,
  );
  const drop = db.prepare("DELETE FROM head WHERE stream = ?");
  const put = db.prepare("INSERT INTO head (stream, writer, seq, lamport) VALUES (?, ?, ?, ?)");
  const known = new Map<string, Map<string, StreamHead>>();
  const changed = new Set<string>();

  /** By the writers' names. */
  function of(stream: string): Map<string, StreamHead> {
    const kept = known.get(stream);
    if (kept !== undefined) return kept;
    const rows = find.all(stream) as (StreamHead & { uuid: string })[];
    const heads = new Map(rows.map(({ uuid, ...head }) => [uuid, head]));
    known.set(stream, heads);
    return heads;
  }

  /** Events that some other one follows are no heads. */
  function pass(stream: string, after: readonly Id[]): void {
    const heads = of(stream);
    for (const one of after) {
      const head = heads.get(one.writer);
      if (head !== undefined && head.seq <= one.seq) heads.delete(one.writer);
    }
    changed.add(stream);
  }

  return {
    of,
    pass,
    /** Whether an event comes after all that is known of its stream; the last one is a head. */
    isLast(event: { writer: string; stream: string; lamport: number }): boolean {
      for (const [writer, { lamport }] of of(event.stream)) {
        if (lamport > event.lamport) return false;
        if (lamport === event.lamport && writer > event.writer) return false;
      }
      return true;
    },
    /** The heads once this event has followed `after`, and what its own writer wrote before. */
    follow(
      event: Id & { stream: string; lamport: number },
      writer: number,
      after: readonly Id[],
    ): void {
      pass(event.stream, after);
      of(event.stream).set(event.writer, { writer, seq: event.seq, lamport: event.lamport });
    },
    flush(): void {
      for (const stream of changed) {
        drop.run(stream);
        for (const { writer, seq, lamport } of of(stream).values()) {
          put.run(stream, writer, seq, lamport);
        }
      }
      changed.clear();
    },
  };
}

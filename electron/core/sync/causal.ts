import type { WireEvent } from "#shared/sync/wire.ts";

/** What is sent next, out of several writers' logs. */
export type Logs = {
  /** A writer's events from `seq` on, at least one if there is any. */
  wire(writer: string, seq: number): readonly WireEvent[];
  /** How far each writer is here. */
  heads: ReadonlyMap<string, number>;
};

export type Batch = { events: WireEvent[]; bytes: number };

/**
 * The next events that the portal lacks, up to `maxBytes` of JSON; one larger event goes alone. Of
 * each writer in its order, and what an event follows before it, so that nobody who reads them in
 * the order of their arrival ever waits. `sent` is how far the portal has each writer. Pure.
 */
export function nextBatch(
  { wire, heads }: Logs,
  sent: ReadonlyMap<string, number>,
  maxBytes: number,
  maxEvents: number,
): Batch {
  const done = new Map(sent);
  const queues = new Map<string, readonly WireEvent[]>();
  const batch: Batch = { events: [], bytes: 0 };
  const seqOf = (writer: string): number => done.get(writer) ?? 0;

  /** Null where it is all sent, or goes on behind an event of which only the stub is here. */
  function peek(writer: string): WireEvent | null {
    const next = seqOf(writer) + 1;
    if (next > (heads.get(writer) ?? 0)) return null;
    const known = queues.get(writer);
    const queue =
      known?.[0] !== undefined && next - known[0].seq < known.length ? known : wire(writer, next);
    queues.set(writer, queue);
    return queue[next - (queue[0]?.seq ?? 0)] ?? null;
  }

  /** The writer whose next event has to go before this one, or null. */
  function before(event: WireEvent, visited: ReadonlySet<string>): string | null {
    for (const one of JSON.parse(event.after) as string[]) {
      const [writer = "", seq] = one.split(":");
      if (writer === event.writer || Number(seq) <= seqOf(writer)) continue;
      if (!visited.has(writer) && peek(writer) !== null) return writer;
    }
    return null;
  }

  for (const first of heads.keys()) {
    while (peek(first) !== null) {
      let writer = first;
      const visited = new Set<string>();
      for (;;) {
        const event = peek(writer);
        if (event === null) break;
        visited.add(writer);
        const other = before(event, visited);
        if (other === null) break;
        writer = other;
      }
      const event = peek(writer);
      if (event === null) break;
      const bytes = Buffer.byteLength(JSON.stringify(event)) + 1;
      const full = batch.bytes + bytes > maxBytes || batch.events.length >= maxEvents;
      if (batch.events.length > 0 && full) return batch;
      batch.events.push(event);
      batch.bytes += bytes;
      done.set(writer, event.seq);
    }
  }
  return batch;
}

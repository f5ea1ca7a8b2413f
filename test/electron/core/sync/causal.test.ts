import fc from "fast-check";
import { expect, it } from "vitest";
import { nextBatch } from "#core/sync/causal.ts";
import type { WireEvent } from "#shared/sync/wire.ts";

/** Events of three writers; each may follow others' that were written before it. */
const history = fc
  .array(
    fc.record({
      writer: fc.constantFrom("a", "b", "c"),
      follows: fc.array(fc.nat(30), { maxLength: 2 }),
      size: fc.integer({ min: 0, max: 400 }),
    }),
    { maxLength: 30 },
  )
  .map((made) => {
    const events: WireEvent[] = [];
    for (const { writer, follows, size } of made) {
      const seq = events.filter((event) => event.writer === writer).length + 1;
      const after = follows
        .flatMap((at) => events[at] ?? [])
        .map((one) => `${one.writer}:${one.seq}`);
      events.push({
        ...{ writer, seq, prev: null, after: JSON.stringify(after), lamport: 1, actor: "u" },
        ...{ at: "2026-11-21T09:00:00.000Z", type: "note.added", version: 1, stream: "r" },
        ...{ body: JSON.stringify("x".repeat(size)), hash: "0".repeat(64) },
      });
    }
    return events;
  });

it("sends everything once, each writer's in its order, and nothing before what it follows", () => {
  fc.assert(
    fc.property(
      history,
      fc.integer({ min: 100, max: 3000 }),
      fc.integer({ min: 1, max: 5 }),
      (events, most, window) => {
        const heads = new Map<string, number>();
        for (const { writer, seq } of events) heads.set(writer, seq);
        const wire = (writer: string, from: number): WireEvent[] =>
          events.filter((event) => event.writer === writer && event.seq >= from).slice(0, window);
        const sent = new Map<string, number>();
        const order: WireEvent[] = [];
        for (;;) {
          const { events: batch, bytes } = nextBatch({ wire, heads }, sent, most, 7);
          if (batch.length === 0) break;
          expect(bytes <= most || batch.length === 1).toBe(true);
          expect(batch.length).toBeLessThanOrEqual(7);
          for (const event of batch) {
            expect(event.seq).toBe((sent.get(event.writer) ?? 0) + 1);
            for (const one of JSON.parse(event.after) as string[]) {
              const [writer = "", seq] = one.split(":");
              expect(Number(seq)).toBeLessThanOrEqual(sent.get(writer) ?? 0);
            }
            sent.set(event.writer, event.seq);
            order.push(event);
          }
        }
        expect(order).toHaveLength(events.length);
      },
    ),
  );
});

it("passes over a writer that goes on behind an event of which only the stub is here", () => {
  const event = (writer: string, seq: number): WireEvent => ({
    ...{ writer, seq, prev: null, after: "[]", lamport: 1, actor: "u", body: "{}" },
    ...{ at: "2026-11-21T09:00:00.000Z", type: "note.added", version: 1, stream: "r" },
    hash: "0".repeat(64),
  });
  const logs = {
    heads: new Map([
      ["a", 3],
      ["b", 1],
    ]),
    // The second of `a` is a stub.
    wire: (writer: string, seq: number) =>
      writer === "a" ? (seq === 1 ? [event("a", 1)] : []) : [event("b", 1)],
  };
  const ids = nextBatch(logs, new Map(), 10_000, 10).events.map(({ writer, seq }) => writer + seq);
  expect(ids).toEqual(["a1", "b1"]);
});

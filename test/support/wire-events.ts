import { createHash, randomUUID } from "node:crypto";
import { hashedText, type WireEvent, type WireIdentity } from "#shared/sync/wire.ts";

export type Said = Partial<Omit<WireEvent, "writer" | "hash" | "prev">> & {
  identities?: WireIdentity[];
};

/**
 * One incarnation of a PC's database, as far as the portal sees it: writes events with a sound chain,
 * on streams of the caller's choice.
 */
export function createWriter(id: string = randomUUID()) {
  let seq = 0;
  let prev: string | null = null;

  /** The next event; `said` overrides what it says. */
  function next(said: Said = {}): WireEvent {
    seq += 1;
    const { identities, ...given } = said;
    const event = sealed({
      writer: id,
      seq,
      prev,
      after: "[]",
      lamport: seq,
      at: "2026-11-20T02:00:00.000Z",
      actor: "petugas",
      type: "note.added",
      version: 1,
      body: JSON.stringify({ step: null, text: `Catatan ${seq}` }),
      stream: "office",
      ...given,
    });
    prev = event.hash;
    return identities === undefined ? event : { ...event, identities };
  }

  return {
    id,
    next,
    /** The next `count` events, spread over a few requests. */
    some: (count: number, stream = `${id}-r`): WireEvent[] =>
      Array.from({ length: count }, (_, index) => next({ stream: `${stream}${index % 7}` })),
  };
}

/** The event with the hash that belongs to it. */
export const sealed = (event: Omit<WireEvent, "hash">): WireEvent => ({
  ...event,
  hash: createHash("sha256").update(hashedText(event)).digest("hex"),
});

/** A made-up identity with the event's body that names it. */
export function identity(): { identity: WireIdentity; digest: string } {
  const digest = createHash("sha256").update(randomUUID()).digest("hex");
  const base64 = (bytes: number): string => Buffer.alloc(bytes, 7).toString("base64");
  return {
    digest,
    identity: {
      digest,
      salt: base64(16),
      nonce: base64(12),
      ciphertext: base64(120),
      key: base64(32),
    },
  };
}

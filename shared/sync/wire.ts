import { z } from "zod";
import { instant } from "#shared/text.ts";

/** Events as they travel between archives: exactly as they were hashed by whoever wrote them. */

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const id = z.string().min(1).max(80);
const base64 = (longest: number) => z.base64().max(longest);

export const EVENT_LIMITS = {
  /** Characters of one event's body; a larger one is refused for good. */
  body: 4_000_000,
  /** Characters of the list of heads that an event follows. */
  after: 100_000,
} as const;

export const loggedEventSchema = z.object({
  writer: id,
  seq: z.int().min(1),
  prev: sha256.nullable(),
  /** JSON list of `writer:seq`: the heads of the stream that its author had seen. */
  after: z.string().max(EVENT_LIMITS.after),
  lamport: z.int().min(1),
  at: instant,
  actor: z.string().max(80),
  type: z.string().min(1).max(80),
  version: z.int().min(1),
  /** As it was hashed, so that the hash can be proved. */
  body: z.string().max(EVENT_LIMITS.body),
  hash: sha256,
});

/**
 * A requester's identity that an event names by its digest, with the key that opens it. It stands
 * beside the event, outside of the hash, and is left out once it was erased.
 */
export const wireIdentitySchema = z.object({
  digest: sha256,
  salt: base64(64),
  nonce: base64(64),
  ciphertext: base64(20_000),
  key: base64(64),
});

export const wireEventSchema = loggedEventSchema.extend({
  /** Request id, or `office`. */
  stream: id,
  identities: z.array(wireIdentitySchema).max(8).optional(),
});

/**
 * What remains of an event that the portal refused: enough to hold the writer's chain together and
 * to say why. Later events of the writer follow it all the same.
 */
export const refusedEventSchema = wireEventSchema
  .pick({ writer: true, seq: true, prev: true, hash: true, stream: true, lamport: true })
  .extend({ refused: z.string().min(1).max(60) });

export type LoggedEvent = z.infer<typeof loggedEventSchema>;
export type WireEvent = z.infer<typeof wireEventSchema>;
export type WireIdentity = z.infer<typeof wireIdentitySchema>;
export type RefusedEvent = z.infer<typeof refusedEventSchema>;

/** The text whose SHA-256 is the event's hash; `prev` in hexadecimal digits, or null at the start. */
export function hashedText(event: Omit<WireEvent, "hash" | "identities">): string {
  const { writer, seq, prev, after, lamport, at, actor, stream, type, version, body } = event;
  return JSON.stringify([
    writer,
    seq,
    prev ?? "",
    after,
    lamport,
    at,
    actor,
    stream,
    type,
    version,
    body,
  ]);
}

/** The event's id as others refer to it. */
export const wireId = ({ writer, seq }: { writer: string; seq: number }): string =>
  `${writer}:${seq}`;

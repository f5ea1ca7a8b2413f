import { deflateRawSync, inflateRawSync } from "node:zlib";
import { BUNDLE_LIMITS } from "#shared/bundle/limits.ts";
import type { BundledEvent } from "#shared/bundle/manifest.ts";
import { openSealed } from "#shared/privacy/sealed.ts";
import type { Recorded } from "#shared/request/events.ts";
import type { Requester } from "#shared/request/model.ts";
import { foldEvents } from "#shared/request/fold.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { ERASED } from "../archive/identity.ts";
import { EVENT_VERSION, type Log } from "../archive/log.ts";

/** The events of a request on their way between offices, as they were hashed. */

export function bundledEvents(log: Pick<Log, "rowsOf">, request: string): BundledEvent[] {
  return log.rowsOf(request).map((row) => ({
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
  }));
}

/** Whether all are of a kind that this version can read. */
export const isReadable = (events: readonly BundledEvent[]): boolean =>
  events.every(({ version }) => version <= EVENT_VERSION);

type Read = (digest: string) => Requester | null;

/** The events with the requester's words put back; `read` knows the identities by their digests. */
export const openedEvents = (events: readonly BundledEvent[], read: Read): Recorded[] =>
  events.map(({ writer, seq, type, body, at, actor, after }) => {
    const opened = JSON.parse(openSealed(body, read, ERASED)) as unknown;
    const follows = JSON.parse(after) as string[];
    return {
      ...{ type, body: opened, at, by: actor },
      ...{ id: `${writer}:${seq}`, after: follows },
    } as Recorded;
  });

/**
 * The state that the events tell; null where they tell none, or one that this version does not
 * understand.
 */
export function foldBundle(
  events: readonly BundledEvent[],
  definition: Definition,
  id: string,
  read: Read,
): RequestState | null {
  try {
    const state = foldEvents(openedEvents(events, read), definition, id);
    return state !== null && state.id === id && Array.isArray(state.visits) ? state : null;
  } catch (error) {
    // From outside: what does not fit the definition is refused, not a bug.
    if (error instanceof Error) return null;
    throw error;
  }
}

/**
 * Events as one text in another event's body: smaller, and out of reach of whatever reads that
 * event's own words.
 */
export const packEvents = (events: readonly BundledEvent[]): string =>
  deflateRawSync(JSON.stringify(events)).toString("base64");

export const unpackEvents = (packed: string): BundledEvent[] =>
  JSON.parse(
    inflateRawSync(Buffer.from(packed, "base64"), {
      maxOutputLength: BUNDLE_LIMITS.request,
    }).toString("utf8"),
  ) as BundledEvent[];

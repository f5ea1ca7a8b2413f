import { existsSync } from "node:fs";
import { BATCH_LIMITS, type Pushed } from "#shared/sync/protocol.ts";
import { namedFiles } from "#shared/sync/named-files.ts";
import { type WireEvent, wireId } from "#shared/sync/wire.ts";
import { isIntact } from "../archive/log.ts";
import { leaveOwnWriter } from "../archive/writers.ts";
import { type Batch, nextBatch } from "./causal.ts";
import { findForks } from "./forks.ts";
import { ownWriter } from "./own-writer.ts";
import type { Round, Trouble } from "./round.ts";

/** Bytes of JSON below which a batch is not halved any more. */
const SMALLEST = 8 * 1024;

/**
 * Sends what the portal lacks, of every writer that is here, a batch at a time: halved where the
 * line or what stands between takes no large ones, and growing again. Answers where the feed ends
 * as far as is known, which began at `end`; null where somebody else wrote meanwhile.
 */
export async function pushEvents(
  round: Round,
  end: string,
): Promise<{ trouble: Trouble; end: string | null }> {
  const { archive, client, places, report } = round;
  let limit: number = BATCH_LIMITS.bytes;
  let most: number = BATCH_LIMITS.grown;
  let last: string | null = end;
  let broken: Trouble = null;
  /** Writers of whom no more can be sent now: one of their events is not as it was written. */
  const blocked = new Set<string>();
  const total = waitingEvents(round);
  let ahead: Batch | null = null;
  for (let done = 0; ;) {
    const { epoch } = places.place();
    const sent = places.heads();
    const { events, bytes } = ahead ?? readBatch(archive, sent, limit, blocked);
    ahead = null;
    if (events.length === 0) return { trouble: broken, end: last };
    report({ what: "events-out", name: "", done, total: Math.max(total, done + events.length) });
    const gone = Promise.withResolvers<null>();
    const answering = client.push(epoch, events, () => gone.resolve(null));
    // While the portal is at it, what goes out next if it takes all of this is read.
    for (const { writer, seq } of events) sent.set(writer, seq);
    const isUnderway = (await Promise.race([answering, gone.promise])) === null;
    const next = isUnderway ? readBatch(archive, sent, Math.min(most, limit * 2), blocked) : null;
    const answer = await answering;
    if (!answer.ok && answer.code === "event_broken") {
      broken = answer;
      last = null;
      const met = await block(round, events, blocked);
      if (met !== null) return { trouble: met, end: null };
      continue;
    }
    if (!answer.ok) {
      const tooMuch = answer.status === 413 || answer.status === 0;
      if (!tooMuch || bytes <= SMALLEST || events.length === 1) {
        return { trouble: answer, end: null };
      }
      limit = Math.max(SMALLEST, Math.floor(Math.min(limit, bytes) / 2));
      // What was too large once is so again; what was too slow may have been chance.
      if (answer.status === 413) most = limit;
      continue;
    }
    limit = Math.min(most, limit * 2);
    if (answer.value.heads.every(({ writer, seq }) => sent.get(writer) === seq)) ahead = next;
    done += events.length;
    round.counts.sent += events.length;
    last = archive.transact(() => {
      taken(round, events, answer.value);
      round.places.see(answer.value.end);
      return moved(round, answer.value.placed, last);
    });
    if (!progressed(events, answer.value)) return { trouble: broken, end: null };
  }
}

/** What comes after `sent`, without the writers that are blocked. */
function readBatch(
  { log }: Round["archive"],
  sent: ReadonlyMap<string, number>,
  maxBytes: number,
  blocked: ReadonlySet<string>,
): Batch {
  const heads = new Map<string, number>();
  for (const { writer, seq } of log.heads()) if (!blocked.has(writer)) heads.set(writer, seq);
  const limits = { maxBytes, maxEvents: BATCH_LIMITS.events };
  const wire = (writer: string, seq: number): WireEvent[] => log.wire(writer, seq, limits);
  return nextBatch({ wire, heads }, sent, maxBytes, limits.maxEvents);
}

/**
 * Leaves out whoever broke a batch: a writer of whom an event is damaged here, or under whose name
 * another archive has gone on. What the others wrote goes out all the same.
 */
async function block(
  round: Round,
  events: readonly WireEvent[],
  blocked: Set<string>,
): Promise<Trouble> {
  const before = blocked.size;
  for (const event of events) if (!isIntact(event)) blocked.add(event.writer);
  if (blocked.size > before) return null;
  const forks = await findForks(round);
  if (!forks.ok) return forks;
  // Where nothing tells whose fault it was, nobody of the batch goes on.
  const guilty = forks.value.length > 0 ? forks.value : events.map(({ writer }) => writer);
  for (const writer of guilty) blocked.add(writer);
  return null;
}

/** A portal that answers without having taken anything would be asked for ever. */
const progressed = (events: readonly WireEvent[], { heads }: Pushed): boolean =>
  events.some((event) =>
    heads.some(({ writer, seq }) => writer === event.writer && seq >= event.seq),
  );

function taken(round: Round, events: readonly WireEvent[], { heads, refused }: Pushed): void {
  const { archive, places, refusals, files, store } = round;
  for (const { writer, seq } of heads) places.setHead(writer, seq);
  for (const { writer, seq, code } of refused) {
    const event = events.find((one) => one.writer === writer && one.seq === seq);
    refusals.add({
      id: wireId({ writer, seq }),
      direction: "out",
      type: event?.type ?? "",
      stream: event?.stream ?? "",
      code,
    });
    // Another archive goes on under this writer's name: nothing more is written under it here.
    if (code === "event_forked" && writer === ownWriter(archive)?.uuid) leaveOwnWriter(archive.db);
  }
  // What came with a message is named by an event of this PC before its content has arrived here.
  const isHere = (sha256: string): boolean => existsSync(store.pathOf(sha256));
  for (const event of events) queueFiles(files, "out", event, isHere);
}

/** Queues the contents that an event names. */
export function queueFiles(
  files: Round["files"],
  direction: "out" | "in",
  { body, stream }: Pick<WireEvent, "body" | "stream">,
  isWanted: (sha256: string) => boolean,
): void {
  if (!body.includes('"sha256"')) return;
  for (const named of namedFiles(JSON.parse(body))) {
    if (isWanted(named.sha256)) files.queue(direction, named, stream);
  }
}

/** Past what was just sent, without reading it back, where nothing else stands in between. */
function moved({ places }: Round, placed: Pushed["placed"], end: string | null): string | null {
  if (placed === undefined) return null;
  if (places.place().cursor === placed.after) places.setCursor(placed.upTo);
  return end === placed.after ? placed.upTo : null;
}

/** Events that are here and, as far as is known, not on the portal. */
export function waitingEvents({ archive, places }: Pick<Round, "archive" | "places">): number {
  const sent = places.heads();
  return archive.log
    .heads()
    .reduce((sum, { writer, seq }) => sum + Math.max(0, seq - (sent.get(writer) ?? 0)), 0);
}

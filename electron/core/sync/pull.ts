import { existsSync } from "node:fs";
import { failure } from "#shared/errors.ts";
import { namedFiles } from "#shared/sync/named-files.ts";
import { BATCH_LIMITS, type Feed, type FeedItem } from "#shared/sync/protocol.ts";
import { type RefusedEvent, type WireEvent, wireId } from "#shared/sync/wire.ts";
import type { Answer } from "./portal-client.ts";
import { queueFiles } from "./push.ts";
import { unread } from "./refusals.ts";
import { type Round, type Trouble, troubleOf } from "./round.ts";

/** Events that are asked for singly at a time. */
const MOST_FETCHED = 200;

/**
 * Takes over the office's feed from where this PC stands, a page at a time: what a page brings and
 * the place behind it are written in one transaction. `end` is where the feed is known to end; null
 * when it is not.
 */
export async function pullFeed(round: Round, end: string | null): Promise<Trouble> {
  const { client, places, report } = round;
  const { cursor: start, epoch } = places.place();
  const pages = readPages(client, { start, epoch, end });
  const total = Math.max(0, numberOf(end ?? "0") - numberOf(start));
  let gap: Gap = null;
  let done = 0;
  for await (const page of pages) {
    if (!page.ok) return page;
    const { items, cursor } = page.value;
    gap = takePage(round, items, cursor);
    done += items.length;
    report({ what: "events-in", name: "", done, total: Math.max(total, done) });
  }
  return gap === null ? null : fillGap(round, gap);
}

/**
 * The pages up to `end`, each larger than the one before; ends behind one that was refused. While a
 * page is taken over, the next one is on its way.
 */
async function* readPages(
  client: Round["client"],
  { start, epoch, end }: { start: string; epoch: string; end: string | null },
): AsyncGenerator<Answer<Feed>> {
  let bytes: number = BATCH_LIMITS.bytes;
  let from = start;
  const ask = (): Promise<Answer<Feed>> => client.feed(from, epoch, bytes);
  let asked = from === end ? null : ask();
  while (asked !== null) {
    const page: Answer<Feed> = await asked;
    asked = null;
    if (page.ok && page.value.more && page.value.cursor !== from && page.value.cursor !== end) {
      from = page.value.cursor;
      bytes = Math.min(BATCH_LIMITS.grown, bytes * 2);
      asked = ask();
      // Nobody waits for it where taking over this one fails.
      asked.catch(() => {});
    }
    yield page;
  }
}

/** Place in the feed, for showing how far it is. */
const numberOf = (cursor: string): number => Number(cursor.split(".")[0]);

/** What taking a page needs of a round. */
export type Taker = Pick<
  Round,
  | "archive"
  | "places"
  | "files"
  | "refusals"
  | "store"
  | "onMessage"
  | "onStreams"
  | "onDestroyed"
  | "counts"
>;
type Gap = { writer: string; seq: number } | null;
type Item = WireEvent | RefusedEvent;

/** Takes items over and moves the cursor behind them. Answers what others of them wait for. */
export function takePage(round: Taker, items: readonly FeedItem[], cursor: string): Gap {
  const { archive, places, onMessage, files, onStreams } = round;
  const events = items.flatMap((item): Item[] => {
    if ("event" in item) return [item.event];
    return "refused" in item ? [item.refused] : [];
  });
  const messages = items.flatMap((item) => ("message" in item ? [item.message] : []));
  const received = archive.transact(() => {
    const taken = takeEvents(round, events);
    for (const message of messages) {
      onMessage(message);
      for (const named of namedFiles(message.body)) {
        if (isLacking(round, named.sha256)) files.queue("in", named, "");
      }
    }
    places.setCursor(cursor);
    return taken;
  });
  round.counts.messages += messages.length;
  if (received.streams.length + messages.length > 0) onStreams(received.streams);
  if (events.some(isDestruction)) round.onDestroyed();
  return received.gap;
}

const isLacking = ({ store }: Taker, sha256: string): boolean => !existsSync(store.pathOf(sha256));

/** Call in a transaction. */
function takeEvents(round: Taker, items: readonly Item[]): { streams: string[]; gap: Gap } {
  const { archive, places, refusals, files, counts } = round;
  if (items.length === 0) return { streams: [], gap: null };
  const received = archive.receive(items);
  const heads = new Map<string, number>();
  for (const { writer, seq } of items) heads.set(writer, Math.max(heads.get(writer) ?? 0, seq));
  for (const [writer, seq] of heads) places.setHead(writer, seq);
  for (const item of items) {
    if ("refused" in item) refusals.add({ ...nameOf(item), code: item.refused });
    else queueFiles(files, "in", item, (sha256) => isLacking(round, sha256));
  }
  for (const one of received.broken) refusals.add({ ...nameOf(one, items), code: one.code });
  for (const one of received.forked) {
    refusals.add({ ...nameOf(one, items), code: "event_forked" });
  }
  for (const stream of received.unread) {
    refusals.add(unread(stream));
  }
  if (items.some(isDestruction)) dropDestroyed(round);
  counts.received += received.applied;
  return { streams: received.streams, gap: received.gap };
}

const isDestruction = (item: Item): boolean => "body" in item && item.type === "request.destroyed";

/** Files of destroyed requests are nowhere any more, unless a living one has the same content. */
function dropDestroyed({ archive }: Taker): void {
  archive
    .sql(
      `DELETE FROM sync_file WHERE stream IN (SELECT stream FROM event WHERE type = 'request.destroyed')
         AND sha256 NOT IN (SELECT sha256 FROM retention_file)`,
    )
    .run();
}

function nameOf(
  { writer, seq }: { writer: string; seq: number },
  items: readonly Item[] = [],
): { id: string; direction: "in"; type: string; stream: string } {
  const item = items.find((one) => one.writer === writer && one.seq === seq);
  const type = item !== undefined && "type" in item ? item.type : "";
  return { id: wireId({ writer, seq }), direction: "in", type, stream: item?.stream ?? "" };
}

/** Asks for what others wait for, as long as that brings something. */
async function fillGap(round: Round, first: NonNullable<Gap>): Promise<Trouble> {
  const { client, places } = round;
  for (let gap: Gap = first; gap !== null;) {
    const { writer, seq } = gap;
    const wanted = Array.from({ length: MOST_FETCHED }, (_, at) => ({ writer, seq: seq + at }));
    const answer = await client.fetch(wanted);
    if (!answer.ok) return answer;
    if (answer.value.length === 0) return troubleOf(failure("sync_gap"));
    const items = answer.value.map((event) => ({ event }));
    const next = takePage(round, items, places.place().cursor);
    if (next !== null && next.writer === writer && next.seq === seq) {
      return troubleOf(failure("sync_gap"));
    }
    gap = next;
  }
  return null;
}

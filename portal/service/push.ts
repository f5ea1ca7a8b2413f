import { createHash } from "node:crypto";
import { failure } from "#shared/errors.ts";
import type { Head, Pushed } from "#shared/sync/protocol.ts";
import { hashedText, type WireEvent, wireId } from "#shared/sync/wire.ts";
import type { AcceptedEvent, ServiceContext } from "../context.ts";
import type { Tx } from "../store/store.ts";
import { type Answer, refuse, type Refusal, taken } from "./answer.ts";
import type { Caller } from "./callers.ts";
import { writeCursor } from "./cursors.ts";
import { eraseIdentities, keepableIdentities } from "./identities.ts";
import { openFeed } from "./feed-writer.ts";
import { keepFork } from "./forks.ts";
import { judge } from "./judge.ts";
import { findKnown, keyOf } from "./known.ts";
import { claimStreams, findStreams } from "./streams.ts";
import { findWriters, moveWriters } from "./writers.ts";

/** Control characters and halves of pairs, which no database takes as a key. */
const UNFIT = /[\u0000-\u001F\u007F]|\p{Surrogate}/u;

type Outcome = { pushed: Pushed; stop: Refusal | null; stored: number; erased: boolean };

/**
 * Takes up events of the caller's office in the order in which they come, all in one transaction.
 * One that is there already is passed over; a gap (`event_gap`) or a broken chain (`event_broken`)
 * ends it there, and what came before stays. One that is not allowed leaves a stub in its place, so
 * that the chain goes on.
 */
export async function pushEvents(
  ctx: ServiceContext,
  caller: Caller,
  { epoch, events }: { epoch: string; events: readonly WireEvent[] },
): Promise<Answer<Pushed>> {
  if (epoch !== caller.epoch) return refuse("epoch_changed");
  const unfit = events.some(({ writer, stream, type }) => UNFIT.test(writer + stream + type));
  if (unfit) return refuse("batch_broken");
  // Not while the office is held.
  const proved = events.map((event) => hashOf(event) === event.hash);
  const { pushed, stop, stored, erased } = await ctx.store.transact((tx) =>
    take(ctx, tx, caller, events, proved),
  );
  const office = caller.office.id;
  if (erased) for (const hook of ctx.hooks.erased) hook(office);
  if (stored > 0) await ctx.store.announce(office);
  return stop === null ? taken(pushed) : { ok: false, error: { ...stop, heads: pushed.heads } };
}

const hashOf = (event: WireEvent): string =>
  createHash("sha256").update(hashedText(event)).digest("hex");

async function take(
  ctx: ServiceContext,
  tx: Tx,
  caller: Caller,
  events: readonly WireEvent[],
  proved: readonly boolean[],
): Promise<Outcome> {
  const office = caller.office.id;
  const at = ctx.now().toISOString();
  const feed = await openFeed(ctx.store, tx, office, at);
  const writers = await findWriters(tx, events);
  const known = await findKnown(tx, office, events, writers);
  const streams = await findStreams(tx, events);
  const refused: Pushed["refused"] = [];
  const accepted: AcceptedEvent[] = [];
  const erased = new Set<string>();
  let stop: Refusal | null = null;

  for (const [index, event] of events.entries()) {
    const { writer, seq, hash } = event;
    const head = writers.get(writer) ?? { office, seq: 0, hash: null };
    if (head.office !== office) {
      refused.push({ writer, seq, code: "event_other_office" });
      continue;
    }
    if (seq > head.seq + 1) {
      stop = failure("event_gap", { event: wireId(event) });
      break;
    }
    const before = known.get(keyOf(event));
    if (before?.hash === hash) {
      if (before.refused !== null) refused.push({ writer, seq, code: before.refused });
      continue;
    }
    if (proved[index] !== true || (seq > head.seq && event.prev !== head.hash)) {
      stop = failure("event_broken", { event: wireId(event) });
      break;
    }
    if (seq <= head.seq) {
      await keepFork(tx, office, caller.device.id, event, at);
      refused.push({ writer, seq, code: "event_forked" });
      continue;
    }
    const verdict = judge(event, office, streams);
    if (verdict.code === null) {
      const identities = keepableIdentities(event, streams.get(event.stream)?.erased === true);
      feed.addEvent(event, identities);
      accepted.push({ event, body: verdict.body });
      if (verdict.erases) erased.add(event.stream);
    } else {
      feed.addRefused(event, verdict.code);
      refused.push({ writer, seq, code: verdict.code });
    }
    known.set(keyOf(event), { hash, refused: verdict.code });
    writers.set(writer, { office, seq, hash });
  }

  await feed.write();
  if (feed.added > 0) await moveWriters(tx, office, writers);
  await claimStreams(tx, office, streams);
  await eraseIdentities(tx, office, erased);
  if (accepted.length > 0) {
    for (const hook of ctx.hooks.accepted) await hook(tx, office, accepted);
  }
  const heads = headsOf(office, writers);
  const whole = feed.added > 0 && feed.added === events.length;
  const end = writeCursor(feed.end());
  const placed = { after: writeCursor(feed.start), upTo: end };
  return {
    pushed: { heads, refused, end, ...(whole ? { placed } : {}) },
    stop,
    stored: feed.added,
    erased: erased.size > 0,
  };
}

/** How far the portal has the writers of the batch. */
const headsOf = (office: string, writers: Awaited<ReturnType<typeof findWriters>>): Head[] =>
  [...writers].flatMap(([writer, head]) =>
    head.office === office && head.hash !== null
      ? [{ writer, seq: head.seq, hash: head.hash }]
      : [],
  );

import { z } from "zod";
import type { ErrorCode } from "#shared/errors.ts";
import {
  answerMessageSchema,
  type HandoverMessage,
  handoverMessageSchema,
  type PublicMessage,
  type AnswerMessage,
} from "#shared/sync/messages.ts";
import type { Party, ServiceContext } from "../context.ts";
import type { Tx } from "../store/store.ts";
import type { Caller } from "./callers.ts";
import { openFeed } from "./feed-writer.ts";
import { checkHandover } from "./handovers.ts";

const id = z.string().min(1).max(80);
/** What every message has, also one that this portal does not know yet. */
export const anyMessageSchema = z.looseObject({ id, type: z.string().max(80) });
const handoverSchema = z.intersection(handoverMessageSchema, z.object({ to: id }));

type Sent =
  | { kind: "answer"; message: AnswerMessage }
  | { kind: "handover"; message: HandoverMessage & { to: string } };

/**
 * Takes an office's messages, each once by its id, and passes them on to the other office's feed or
 * to the public part. One that is not understood or not allowed is named with a code, and keeps
 * nothing from going. Who a message is from is the portal's to say.
 */
export async function sendMessages(
  ctx: ServiceContext,
  caller: Caller,
  messages: readonly z.infer<typeof anyMessageSchema>[],
): Promise<{ refused: { id: string; code: ErrorCode }[] }> {
  const refused: { id: string; code: ErrorCode }[] = [];
  for (const raw of messages) {
    const sent = understand(raw);
    const code = sent === null ? "message_strange" : await send(ctx, caller, sent);
    if (code !== null) refused.push({ id: raw.id, code });
  }
  return { refused };
}

function understand(raw: unknown): Sent | null {
  const answer = answerMessageSchema.safeParse(raw);
  if (answer.success) return { kind: "answer", message: answer.data };
  const handover = handoverSchema.safeParse(raw);
  return handover.success ? { kind: "handover", message: handover.data } : null;
}

/** One transaction each: a refused message leaves nothing behind. */
async function send(
  ctx: ServiceContext,
  { office }: Caller,
  sent: Sent,
): Promise<ErrorCode | null> {
  const code = await ctx.store.transact(async (tx) => {
    // A first try that still runs has to end before the second one looks. Always in one order, so
    // that two offices that write to each other do not wait for each other.
    const held = sent.kind === "handover" ? [office.id, sent.message.to] : [office.id];
    for (const each of held.toSorted()) await ctx.store.lockOffice(tx, each);
    const before = await findMessage(tx, sent.message.id);
    if (before !== null) return before === office.id ? null : "message_taken";
    return sent.kind === "answer"
      ? answerPublic(ctx, tx, office.id, sent.message)
      : handOver(ctx, tx, office, sent.message);
  });
  if (code === null && sent.kind === "handover") await ctx.store.announce(sent.message.to);
  return code;
}

async function answerPublic(
  ctx: ServiceContext,
  tx: Tx,
  office: string,
  message: AnswerMessage,
): Promise<ErrorCode | null> {
  if (ctx.hooks.answer.length === 0) return "message_recipient";
  for (const hook of ctx.hooks.answer) {
    const code = await hook(tx, office, message);
    if (code !== null) return code;
  }
  await note(ctx, tx, office, "public", message);
  return null;
}

async function handOver(
  ctx: ServiceContext,
  tx: Tx,
  office: { id: string; name: string },
  { to, ...message }: HandoverMessage & { to: string },
): Promise<ErrorCode | null> {
  const at = ctx.now().toISOString();
  const code = await checkHandover(tx, office.id, to, message, at);
  if (code !== null) return code;
  const from = { office: office.id, name: office.name };
  const feed = await openFeed(ctx.store, tx, to, at);
  feed.addMessage({ ...message, from });
  await feed.write();
  await note(ctx, tx, office.id, to, message);
  return null;
}

/**
 * Takes what the public sent to an office, in the caller's transaction; after its commit the office
 * is to be told by `store.announce(office)`. Answers its place in the office's feed; null when the
 * message is there already.
 */
export async function receivePublic(
  ctx: ServiceContext,
  tx: Tx,
  office: string,
  message: PublicMessage,
): Promise<number | null> {
  // Holds the office: a first try that still runs ends before this one looks.
  const feed = await openFeed(ctx.store, tx, office, ctx.now().toISOString());
  if ((await findMessage(tx, message.id)) !== null) return null;
  feed.addMessage({ ...message, from: "public" });
  await feed.write();
  await note(ctx, tx, "public", office, message);
  return feed.end().n;
}

/** Whose message it is that has this id; null for none. */
async function findMessage(tx: Tx, message: string): Promise<Party | null> {
  const row = await tx
    .selectFrom("message")
    .select("sender")
    .where("id", "=", message)
    .executeTakeFirst();
  return row?.sender ?? null;
}

async function note(
  ctx: ServiceContext,
  tx: Tx,
  from: Party,
  to: Party,
  message: AnswerMessage | HandoverMessage | PublicMessage,
): Promise<void> {
  const at = ctx.now().toISOString();
  const { id, type } = message;
  await tx.insertInto("message").values({ id, sender: from, recipient: to, type, at }).execute();
  for (const hook of ctx.hooks.passed) await hook(tx, { from, to, message });
}

import type { ServiceContext } from "../context.ts";
import { type Answer, refuse, taken } from "./answer.ts";
import { hashSecret } from "./secrets.ts";

/** The PC that asks, its office, and how things stood when it began to ask. */
export type Caller = {
  device: { id: string; name: string; letter: string; fetched: number };
  office: { id: string; name: string; end: number; check: string };
  epoch: string;
};

/** Milliseconds after which it is noted again that a PC was seen. */
const SEEN_AGAIN = 60_000;

/** Whose token it is, in one indexed query; a revoked one's is good for nothing. */
export async function authenticate(ctx: ServiceContext, token: string): Promise<Answer<Caller>> {
  const row = await ctx.store.db
    .selectFrom("device")
    .innerJoin("office", "office.id", "device.office")
    .innerJoin("fact", (join) => join.on("fact.name", "=", "epoch"))
    .where("device.token_hash", "=", hashSecret(token))
    .select([
      "device.id",
      "device.name",
      "device.letter",
      "device.seen",
      "device.revoked",
      "device.fetched_n",
      "office.id as office",
      "office.name as office_name",
      "office.feed_n",
      "office.feed_check",
      "fact.value as epoch",
    ])
    .executeTakeFirst();
  if (row === undefined) return refuse("token_unknown");
  if (row.revoked !== null) return refuse("token_revoked");
  const now = ctx.now();
  if (row.seen === null || Math.abs(now.getTime() - Date.parse(row.seen)) >= SEEN_AGAIN) {
    const seen = now.toISOString();
    await ctx.store.db.updateTable("device").set({ seen }).where("id", "=", row.id).execute();
  }
  return taken({
    device: { id: row.id, name: row.name, letter: row.letter, fetched: row.fetched_n },
    office: { id: row.office, name: row.office_name, end: row.feed_n, check: row.feed_check },
    epoch: row.epoch,
  });
}

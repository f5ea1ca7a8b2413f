import type { Joined } from "#shared/sync/protocol.ts";
import type { ServiceContext } from "../context.ts";
import { type Answer, refuse, taken } from "./answer.ts";
import { readEpoch } from "./epoch.ts";
import { hashSecret, newToken, readCode } from "./secrets.ts";

/** A PC joins the office whose one-time code it has; the token is told once and kept as a hash. */
export async function join(
  ctx: ServiceContext,
  { code, name, app }: { code: string; name: string; app: string },
): Promise<Answer<Joined>> {
  const now = ctx.now().toISOString();
  const token = newToken();
  return ctx.store.transact(async (tx) => {
    const used = await tx
      .updateTable("device_code")
      .set({ used: now })
      .where("code_hash", "=", hashSecret(readCode(code)))
      .where("used", "is", null)
      .where("expires", ">", now)
      .returning("office")
      .executeTakeFirst();
    if (used === undefined) return refuse("join_code_unknown");
    // Two that join at once get two letters.
    const office = await ctx.store.lockOffice(tx, used.office);
    if (office === null) return refuse("join_code_unknown");
    const { count } = await tx
      .selectFrom("device")
      .where("office", "=", office.id)
      .select((row) => row.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    const device = { id: ctx.newId(), name, letter: letterOf(count) };
    await tx
      .insertInto("device")
      .values({
        ...device,
        office: office.id,
        token_hash: hashSecret(token),
        app,
        joined: now,
        seen: null,
        revoked: null,
      })
      .execute();
    return taken({
      token,
      device,
      office: { id: office.id, name: office.name },
      epoch: await readEpoch(tx),
      empty: office.feed_n === 0,
    });
  });
}

/**
 * Of the n-th PC of an office, from 0: none, B, C, ... Z, AA, AB, ... None is given twice, since a
 * revoked PC stays on the list.
 */
export function letterOf(n: number): string {
  if (n === 0) return "";
  let letters = "";
  for (let rest = n + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PublicMessage, ReceivedMessage } from "#shared/sync/messages.ts";
import { unnameFiles } from "../files/rights.ts";
import type { PortalContext } from "../context.ts";
import type { Tx } from "../store/store.ts";
import { sweepUploads } from "./store/uploads.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Milliseconds after which a form that was not sent is given up with its files. */
const UNSENT = 2 * DAY;
/** Days after which a request goes that nobody has touched, though the office never ended it. */
const FORGOTTEN_DAYS = 730;
const AT_ONCE = 100;
export const ERASED = "(dihapus dari portal)";

export type Swept = { requests: number; uploads: number };

/**
 * Deletes personal data whose time on the portal is over (UU 27/2022): what was sent and shown, its
 * files, and the messages in the office's feed, which keep their places. The number alone stays, to
 * say that it was deleted. One node at a time; null when another one is at it.
 */
export async function sweep(ctx: PortalContext, spool: string): Promise<Swept | null> {
  const swept: Swept = { requests: 0, uploads: 0 };
  const now = ctx.now().getTime();
  const ago = (ms: number): string => new Date(now - ms).toISOString();
  const done = await ctx.store.onlyOne("public", async () => {
    swept.uploads = await ctx.store.transact((tx) => sweepUploads(tx, ago(UNSENT)));
    await clearSpool(spool, now - HOUR);
    let numbers = await due(ctx, ago(ctx.config.publicDays * DAY), ago(FORGOTTEN_DAYS * DAY));
    while (numbers.length > 0 && !ctx.stopping.aborted) {
      for (const number of numbers) {
        await ctx.store.transact((tx) => erase(ctx, tx, number));
        swept.requests += 1;
      }
      numbers = await due(ctx, ago(ctx.config.publicDays * DAY), ago(FORGOTTEN_DAYS * DAY));
    }
  });
  return done ? swept : null;
}

/** Ended or withdrawn, quiet for long enough, and without an answer that may still be fetched. */
async function due(ctx: PortalContext, ended: string, forgotten: string): Promise<string[]> {
  const today = ctx.now().toISOString().slice(0, 10);
  const rows = await ctx.store.db
    .selectFrom("public_request")
    .select("number")
    .where("erased", "is", null)
    .where((row) =>
      row.or([
        row.and([
          row("changed", "<", ended),
          row.or([row("ended", "is not", null), row("withdrawn", "is not", null)]),
        ]),
        row("changed", "<", forgotten),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("public_release as answer")
            .select("answer.number")
            .whereRef("answer.number", "=", "public_request.number")
            .where("answer.expires", ">=", today),
        ),
      ),
    )
    .limit(AT_ONCE)
    .execute();
  return rows.map(({ number }) => number);
}

async function erase(ctx: PortalContext, tx: Tx, number: string): Promise<void> {
  const request = await tx
    .selectFrom("public_request")
    .select(["office", "message", "feed_n"])
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  const { office } = request;
  const posts = await tx
    .selectFrom("public_post")
    .select(["message", "feed_n"])
    .where("number", "=", number)
    .execute();
  for (const { message, feed_n } of [request, ...posts]) {
    await blankMessage(tx, office, feed_n, message);
    await unnameFiles(tx, { office, source: `message:${message}` });
  }
  await tx.deleteFrom("public_post").where("number", "=", number).execute();
  await tx.deleteFrom("public_release").where("number", "=", number).execute();
  await tx
    .updateTable("public_request")
    .set({ contents: null, shown: null, erased: ctx.now().toISOString() })
    .where("number", "=", number)
    .execute();
  // A snapshot of before still holds the messages.
  await tx
    .updateTable("office")
    .set((row) => ({ erasures: row("erasures", "+", 1) }))
    .where("id", "=", office)
    .execute();
}

/** The office has taken over what it needs; a PC that joins later gets the message without words. */
async function blankMessage(tx: Tx, office: string, n: number, id: string): Promise<void> {
  const row = await tx
    .selectFrom("feed")
    .select("json")
    .where("office", "=", office)
    .where("n", "=", n)
    .where("kind", "=", "message")
    .executeTakeFirst();
  if (row === undefined) return;
  const message = JSON.parse(row.json) as PublicMessage & Pick<ReceivedMessage, "from">;
  if (message.id !== id) return;
  const json = JSON.stringify({ ...message, body: blanked(message) });
  await tx
    .updateTable("feed")
    .set({ json })
    .where("office", "=", office)
    .where("n", "=", n)
    .execute();
}

function blanked(message: PublicMessage): PublicMessage["body"] {
  const { tracking } = message.body;
  switch (message.type) {
    case "public.requested": {
      const { delivery, requester } = message.body;
      const nobody = { institution: "", identity: "", address: "", phone: "", email: "" };
      return {
        tracking,
        requester: { ...nobody, kind: requester.kind, name: ERASED },
        subject: ERASED,
        items: [{ name: ERASED, period: "", unit: "", format: "" }],
        purpose: "",
        delivery,
        obtaining: "",
        proxyFor: "",
        files: [],
      };
    }
    case "public.replied":
      return { tracking, text: ERASED, files: [] };
    case "public.withdrawn":
      return { tracking, reason: "" };
    case "public.objected":
      return { tracking, grounds: ERASED, files: [] };
    default:
      return message satisfies never;
  }
}

/** What a crash left behind of posts that were being read. */
async function clearSpool(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < before) await rm(path, { force: true });
  }
}

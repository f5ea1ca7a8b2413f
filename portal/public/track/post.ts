import type { PublicMessage } from "#shared/sync/messages.ts";
import type { PortalContext } from "../../context.ts";
import type { Tx } from "../../store/store.ts";
import { hashOf } from "../store/key.ts";
import { findRequest, type PostContents } from "../store/requests.ts";
import { clearUploads, listUploads } from "../store/uploads.ts";
import { messageFile, sendToOffice } from "../submit.ts";

export type PostKind = "replied" | "withdrawn" | "objected";
export type NewPost = {
  number: string;
  kind: PostKind;
  /** The form's own: the same one twice is sent once. */
  nonce: string;
  text: string;
};

/** Sends the office what the requester says of a request, in one transaction with its message. */
export async function post(ctx: PortalContext, { number, kind, nonce, text }: NewPost) {
  const office = await ctx.store.transact(async (tx) => {
    const unlocked = await findRequest(tx, number);
    if (unlocked === null || unlocked.erased !== null) return null;
    await ctx.store.lockOffice(tx, unlocked.office);
    if (await isPosted(tx, nonce)) return null;
    const at = ctx.now().toISOString();
    const uploads = await listUploads(tx, nonce);
    const files = uploads.map(messageFile);
    const contents: PostContents = { text, files };
    const message = messageOf(kind, { id: ctx.newId(), at }, number, contents);
    const place = await sendToOffice(ctx, tx, unlocked.office, message);
    await tx
      .insertInto("public_post")
      .values({
        form_hash: hashOf(nonce),
        number,
        kind,
        at,
        message: message.id,
        feed_n: place,
        contents: JSON.stringify(contents),
      })
      .execute();
    await tx
      .updateTable("public_request")
      .set({ changed: at, ...(kind === "withdrawn" ? { withdrawn: at } : {}) })
      .where("number", "=", number)
      .execute();
    await clearUploads(tx, nonce, uploads);
    return unlocked.office;
  });
  if (office !== null) await ctx.store.announce(office);
}

async function isPosted(tx: Tx, nonce: string): Promise<boolean> {
  const row = await tx
    .selectFrom("public_post")
    .select("number")
    .where("form_hash", "=", hashOf(nonce))
    .executeTakeFirst();
  return row !== undefined;
}

function messageOf(
  kind: PostKind,
  head: { id: string; at: string },
  tracking: string,
  { text, files }: PostContents,
): PublicMessage {
  switch (kind) {
    case "replied":
      return { ...head, type: "public.replied", body: { tracking, text, files } };
    case "withdrawn":
      return { ...head, type: "public.withdrawn", body: { tracking, reason: text } };
    case "objected":
      return { ...head, type: "public.objected", body: { tracking, grounds: text, files } };
    default:
      return kind satisfies never;
  }
}

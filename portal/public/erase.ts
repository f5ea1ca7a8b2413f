import type { PublicMessage, ReceivedMessage } from "#shared/sync/messages.ts";
import { unnameFiles } from "../files/rights.ts";
import type { Tx } from "../store/store.ts";

export const ERASED = "(dihapus dari portal)";

/**
 * Deletes the personal data of one request from the form (UU 27/2022): what was sent and shown, its
 * files, and the messages in the office's feed, which keep their places. The number alone stays, to
 * say that it was deleted. `at` is an ISO instant.
 */
export async function erase(tx: Tx, number: string, at: string): Promise<void> {
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
    .set({ contents: null, shown: null, erased: at })
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

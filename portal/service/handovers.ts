import type { ErrorCode } from "#shared/errors.ts";
import type { HandoverMessage } from "#shared/sync/messages.ts";
import type { Tx } from "../store/store.ts";

/**
 * Whether an office may send this of a handed-over step to another one: only the office that was
 * asked answers or declines, only the one that asked recalls. A new one is noted.
 */
export async function checkHandover(
  tx: Tx,
  from: string,
  to: string,
  { type, body: { handover } }: HandoverMessage,
  at: string,
): Promise<ErrorCode | null> {
  const known = await tx
    .selectFrom("handover")
    .selectAll()
    .where("id", "=", handover)
    .executeTakeFirst();
  switch (type) {
    case "handover.asked": {
      if (known !== undefined) return "handover_taken";
      const other = await tx
        .selectFrom("office")
        .select("id")
        .where("id", "=", to)
        .executeTakeFirst();
      if (other === undefined || to === from) return "message_recipient";
      await tx
        .insertInto("handover")
        .values({ id: handover, asker: from, asked: to, at })
        .execute();
      return null;
    }
    case "handover.answered":
    case "handover.declined":
      return known?.asked === from && known.asker === to ? null : "handover_strange";
    case "handover.recalled":
      return known?.asker === from && known.asked === to ? null : "handover_strange";
    default:
      return type satisfies never;
  }
}

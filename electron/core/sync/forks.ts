import type { Head } from "#shared/sync/protocol.ts";
import { leaveOwnWriter } from "../archive/writers.ts";
import { wireId } from "#shared/sync/wire.ts";
import { ownWriter } from "./own-writer.ts";
import type { Answer } from "./portal-client.ts";
import type { Round } from "./round.ts";

/** Writers under whose name another archive has gone on; asks the portal how far it has each. */
export async function findForks(round: Round): Promise<Answer<string[]>> {
  const answer = await round.client.heads();
  if (!answer.ok) return answer;
  return { ok: true, value: round.archive.transact(() => markForks(round, answer.value.heads)) };
}

/**
 * Tells forked writers by the hash of what the portal has of them. Nothing more is sent under such
 * a name, and nothing more written if it was this archive's own. Call in a transaction.
 */
export function markForks(round: Round, heads: readonly Head[]): string[] {
  const { archive, places, refusals } = round;
  const here = new Map(archive.log.heads().map((head) => [head.writer, head]));
  const own = ownWriter(archive);
  const forked: string[] = [];
  for (const { writer, seq, hash } of heads) {
    const mine = here.get(writer);
    const ahead = seq > (mine?.seq ?? 0);
    const differs = mine !== undefined && !ahead && hashAt(round, writer, seq) !== hash;
    if (own?.uuid === writer && (differs || ahead)) leaveOwnWriter(archive.db);
    if (!differs) continue;
    forked.push(writer);
    // Nobody could tell its events from the portal's, so none of them is sent.
    places.setHead(writer, mine.seq);
    refusals.add({
      ...{ id: wireId({ writer, seq }), direction: "out", type: "", stream: "" },
      code: "event_forked",
    });
  }
  return forked;
}

function hashAt({ archive }: Round, writer: string, seq: number): string | null {
  return (archive
    .sql(
      `SELECT lower(hex(event.hash)) FROM event JOIN writer ON writer.id = event.writer
       WHERE writer.uuid = @writer AND event.seq = @seq
       UNION ALL
       SELECT lower(hex(one.hash)) FROM event_refused AS one JOIN writer ON writer.id = one.writer
       WHERE writer.uuid = @writer AND one.seq = @seq`,
    )
    .pluck()
    .get({ writer, seq }) ?? null) as string | null;
}

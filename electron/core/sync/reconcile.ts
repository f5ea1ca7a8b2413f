import { stat } from "node:fs/promises";
import { markForks } from "./forks.ts";
import type { Round, Trouble } from "./round.ts";

/**
 * Both compare how far they have each writer: after joining, and when the portal was restored or is
 * another one. What it lacks is sent again by whoever has it, and its feed is read from the
 * beginning; what is here already is passed over by its id.
 */
export async function reconcile(round: Round): Promise<Trouble> {
  const { archive, client, places, outbox } = round;
  const answer = await client.heads();
  if (!answer.ok) return answer;
  const { epoch, heads } = answer.value;
  // First what takes long: whatever ends it in between, all of this is done again.
  await queueStored(round);
  archive.transact(() => {
    places.beginEpoch(epoch, heads);
    markForks(round, heads);
    outbox.again();
  });
  return null;
}

/** Contents queued in one transaction. */
const AT_ONCE = 500;

/** Every content that a request or a bundle of this archive has may be what the portal lost. */
async function queueStored({ archive, store, files }: Round): Promise<void> {
  const named = new Map(
    archive
      .sql(
        `SELECT sha256, request FROM retention_file
         UNION SELECT sha256, 'office' FROM imported_file`,
      )
      .raw()
      .all() as [string, string][],
  );
  let found: { sha256: string; size: number; stream: string }[] = [];
  const queue = (): void => {
    archive.transact(() => {
      for (const { stream, ...file } of found) files.queue("out", file, stream);
    });
    found = [];
  };
  for await (const sha256 of store.list()) {
    const stream = named.get(sha256);
    if (stream === undefined) continue;
    const { size } = await stat(store.pathOf(sha256));
    found.push({ sha256, size, stream });
    if (found.length >= AT_ONCE) queue();
  }
  queue();
}

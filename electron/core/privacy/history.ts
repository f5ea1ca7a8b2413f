import type { Requester } from "#shared/request/model.ts";
import type { Archive } from "../archive/archive.ts";
import type { LogEvent } from "../archive/log.ts";

/** What a correction changed, for the history: both identities, null where they were erased. */
export function correctionsIn(
  archive: Archive,
  events: readonly LogEvent[],
): Map<LogEvent, { before: Requester | null; after: Requester | null }> {
  const found = new Map<LogEvent, { before: Requester | null; after: Requester | null }>();
  let before: Requester | null = null;
  for (const event of events) {
    if (event.type !== "request.created" && event.type !== "requester.corrected") continue;
    const { requester } = event.body as { requester: string | null };
    const after = requester === null ? null : archive.identities.read(requester);
    if (event.type === "requester.corrected") found.set(event, { before, after });
    before = after;
  }
  return found;
}

import type { RequestState } from "#shared/request/state.ts";
import { isDestroyed } from "#shared/retention/state.ts";
import type { ReceivedMessage } from "#shared/sync/messages.ts";
import type { Archive } from "../archive/archive.ts";
import { recallPassed } from "../handover/recall-passed.ts";
import { shownMessage } from "../public-requests/shown.ts";
import { forgetForm } from "./forget.ts";
import { createInbox } from "./inbox.ts";
import { createOutbox } from "./outbox.ts";
import { settleMessage } from "./settle.ts";

export type Messages = ReturnType<typeof createMessages>;

/**
 * What the public and other offices send to this office, and what goes to them. Every PC of the
 * office gets every message; what was done with one follows from the log, so that it is done once.
 */
export function createMessages(archive: Archive) {
  const inbox = createInbox(archive.db);
  const outbox = createOutbox(archive.db);

  // In the transaction of whatever was recorded: the portal is told of it, or nothing happened.
  archive.onRecord((state) => {
    for (const message of recallPassed(state, archive.now())) outbox.put(message);
    if (state.origin !== undefined) show(state, state.origin.portal);
  });

  function show(state: RequestState, tracking: string): void {
    if (state.erased !== undefined || isDestroyed(state)) {
      inbox.forget(tracking);
      outbox.forget(tracking);
      return;
    }
    outbox.put(shownMessage(archive, state));
  }

  const heard = new Set<string>();

  /**
   * Writes into the log what later messages say about requests that this PC knows; what two PCs did
   * to one without knowing each other is shown to the public as it stands now. Once the feed has been
   * read to its end, so that what another PC took over already is not taken twice. Answers the
   * requests that changed.
   */
  function settle(): string[] {
    const changed = new Set<string>();
    for (const message of inbox.open()) {
      const request = archive.transact(() => settleMessage(archive, inbox, message));
      if (request !== null) changed.add(request);
    }
    for (const key of inbox.forgotten()) forgetForm(archive, { inbox, outbox }, key);
    for (const stream of heard) {
      if (!isForked(stream)) continue;
      const state = archive.readState(stream);
      const { origin } = state ?? {};
      if (state !== null && origin !== undefined) {
        archive.transact(() => show(state, origin.portal));
      }
    }
    heard.clear();
    return [...changed];
  }

  const headsOf = archive.sql("SELECT count(*) FROM head WHERE stream = ?").pluck();
  const isForked = (stream: string): boolean => (headsOf.get(stream) as number) > 1;

  return {
    inbox,
    outbox,
    /** Keeps a message. Call inside the transaction that stores how far the feed was read. */
    receive: (message: ReceivedMessage): boolean => inbox.put(message),
    /** Streams that events of other PCs have come for. */
    hear: (streams: readonly string[]): void => {
      for (const stream of streams) heard.add(stream);
    },
    settle,
  };
}

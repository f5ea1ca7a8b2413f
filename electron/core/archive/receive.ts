import { hasConflict } from "#shared/conflict/state.ts";
import type { Recorded } from "#shared/request/events.ts";
import { applyEvent, Misfit } from "#shared/request/reduce.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { LogEvent } from "./log.ts";
import { OFFICE_STREAM } from "./office-stream.ts";
import type { Fresh, Received, ReceivedItem, Taken } from "./receive-log.ts";

/** What taking in others' events needs of the archive; see archive.ts. */
export type ReceiveDeps = {
  transact<T>(work: () => T): T;
  take(items: readonly ReceivedItem[]): Taken;
  recorded(event: LogEvent): Recorded;
  findDefinition(sop: { id: string; version: number }): Definition | null;
  /** The state that is kept in memory, null when it is not. */
  kept(request: string): RequestState | null;
  /** Moves what is shown of a request. */
  project(before: RequestState | null, next: RequestState, events: readonly LogEvent[]): void;
  /** Does all of it or nothing; false where what others wrote cannot be read. */
  attempt(request: string, work: () => void): boolean;
  /** Writes all that is shown of a request anew, as far as it can be; false where it cannot be read. */
  showAnew(request: string): boolean;
  /** Requests whose SOP has arrived. */
  readyRequests(): string[];
  office: {
    take(events: readonly LogEvent[]): void;
    /** Answers the requests whose SOP says something else now. */
    writeAnew(): string[];
    settleCalendar(work: () => void): void;
  };
  /** Destroys what identifies the requester. */
  erase(request: string): void;
};

/**
 * Takes in other PCs' events, in one transaction: the log, and what the screens read, once for every
 * request that they touch. What does not fit is set aside, never a reason to stop.
 */
export function createReceive(deps: ReceiveDeps) {
  const { findDefinition, showAnew } = deps;

  function takeOffice({ events, inOrder }: Fresh): void {
    deps.office.settleCalendar(() => {
      if (inOrder) deps.office.take(events);
      else for (const request of deps.office.writeAnew()) showAnew(request);
    });
    for (const { type, body } of events) {
      if (type === "bundle.removed") deps.erase((body as { id: string }).id);
    }
    for (const request of deps.readyRequests()) showAnew(request);
  }

  function takeRequest(
    request: string,
    fresh: Fresh,
    before: RequestState | null,
    unread: string[],
  ): void {
    const isLine = before === null ? fresh.isNew : !hasConflict(before);
    const next = fresh.linear && isLine ? applied(before, fresh.events, request) : null;
    const isMoved =
      next !== null && deps.attempt(request, () => deps.project(before, next, fresh.events));
    if (!isMoved && !showAnew(request)) unread.push(request);
    if (fresh.events.some(isErasure)) deps.erase(request);
  }

  /** Null where they cannot be applied one after the other. */
  function applied(
    before: RequestState | null,
    events: readonly LogEvent[],
    request: string,
  ): RequestState | null {
    const sop = before?.sop ?? begunWith(events[0]);
    const definition = sop && findDefinition(sop);
    if (definition === null) return null;
    try {
      let state = before;
      for (const event of events) {
        state = applyEvent(state, deps.recorded(event), definition, request);
      }
      return state;
    } catch (error) {
      if (!(error instanceof Misfit)) console.error(error); // all of it is tried once more, aside
      return null;
    }
  }

  function begunWith(first: LogEvent | undefined): RequestState["sop"] | null {
    const event = first && deps.recorded(first);
    return event?.type === "request.created" ? event.body.sop : null;
  }

  return (items: readonly ReceivedItem[]): Received =>
    deps.transact(() => {
      const { fresh, ...told } = deps.take(items);
      // What was kept is of before these events; whoever asks from now on gets them with it.
      const before = new Map([...fresh.keys()].map((stream) => [stream, deps.kept(stream)]));
      const unread: string[] = [];
      const office = fresh.get(OFFICE_STREAM);
      if (office !== undefined) takeOffice(office);
      for (const [stream, one] of fresh) {
        if (stream !== OFFICE_STREAM) takeRequest(stream, one, before.get(stream) ?? null, unread);
      }
      return { ...told, unread, streams: [...fresh.keys()] };
    });
}

const isErasure = ({ type }: LogEvent): boolean =>
  type === "identity.erased" || type === "request.destroyed";

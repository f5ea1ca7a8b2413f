import type { Failure } from "#shared/errors.ts";
import { isDispositionEvent } from "#shared/disposition/state.ts";
import { isLetterEvent } from "#shared/letter/state.ts";
import type { OfficeEvent } from "#shared/office.ts";
import type { Recorded, RequestEvent } from "#shared/request/events.ts";
import type { Requester } from "#shared/request/model.ts";
import { applyEvent, foldEvents } from "#shared/request/reduce.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Zone } from "#shared/time/zone.ts";
import type { Statement } from "better-sqlite3";
import { createCalendarStore } from "./calendar.ts";
import type { Db } from "./database.ts";
import { createIdentities, ERASED } from "./identity.ts";
import type { Incarnation } from "./incarnation.ts";
import { createLog, EVENT_VERSION, type LogEvent } from "./log.ts";
import { createProjection, PROJECTION_TABLES } from "./projection.ts";
import { takeReadIndexes } from "./read-indexes.ts";
import { SEARCH_TABLES, touchesSearch } from "./search-projection.ts";
import { createStates } from "./states.ts";
import { touchesRetention } from "./retention-projection.ts";

/** The stream of events about the office itself. */
export const OFFICE_STREAM = "office";

export type ArchiveOptions = {
  folder: string;
  holder: string;
  /** Folder of this PC that tells an archive from its copies; see incarnation.ts. */
  twins: string;
  /** Why nothing may be written from the start; null for the usual start. */
  safeMode: Failure | null;
  /** Why the database cannot be opened: an empty one stands in for it, to restore a backup with. */
  rescue: Failure | null;
  /** ISO instant. */
  now: () => string;
  newId: () => string;
};

export type Archive = ReturnType<typeof createArchive>;

/** The archive on a database that is open already, such as the check's own connection. */
export function createArchive(
  db: Db,
  options: ArchiveOptions,
  incarnation: Incarnation | null,
  release: () => void,
) {
  const identities = createIdentities(db);
  const log = createLog(db, options.newId, options.now, identities);
  const calendar = createCalendarStore(db, options.now);
  const projection = createProjection(db, calendar, identities);
  const definitions = new Map<string, Definition>();
  const findDefinition = db
    .prepare("SELECT definition FROM sop WHERE id = ? AND version = ?")
    .pluck();

  /** The definition a request stays on; published versions never change, so they are kept parsed. */
  function definitionOf(sop: { id: string; version: number }): Definition {
    const key = `${sop.id}@${sop.version}`;
    const known = definitions.get(key);
    if (known !== undefined) return known;
    const text = findDefinition.get(sop.id, sop.version) as string | undefined;
    if (text === undefined) throw new Error(`SOP ${key} is not in the archive`);
    const definition = JSON.parse(text) as Definition;
    definitions.set(key, definition);
    return definition;
  }

  const hasDefinition = ({ id, version }: { id: string; version: number }): boolean =>
    findDefinition.get(id, version) !== undefined;

  const statements = new Map<string, Statement>();

  /** A prepared statement, kept; for texts that are written in the code, not made from input. */
  function sql(text: string): Statement {
    const known = statements.get(text) ?? db.prepare(text);
    statements.set(text, known);
    return known;
  }

  /** Null for in-house work, and where the identity has been erased. */
  const requesterOf = (state: RequestState): Requester | null =>
    state.requester === null ? null : identities.read(state.requester);

  const nameOf = (digest: string): string => identities.read(digest)?.name ?? ERASED;

  const requesterName = (state: RequestState): string =>
    state.requester === null ? "" : nameOf(state.requester);

  function write(state: RequestState, isNew: boolean): void {
    const definition = definitionOf(state.sop);
    if (isNew) projection.addRequest(state, definition, requesterName(state));
    else projection.moveRequest(state, definition);
  }

  /** All of `work` or nothing of it; inside another one it is a part of that. */
  function transact<T>(work: () => T): T {
    if (db.inTransaction) return work();
    try {
      return db.transaction(work).immediate();
    } catch (error) {
      states.drop(); // what was kept may have just been taken back
      throw error;
    }
  }

  function recordOffice(by: string, events: OfficeEvent[]): void {
    transact(() => {
      const zone = zoneNow();
      for (const event of log.append(OFFICE_STREAM, by, events)) {
        projection.writeOffice(officeEvent(event), writtenOf(event));
      }
      if (zoneNow() !== zone) closeAnew();
    });
  }

  /**
   * Appends events to a request and moves its projection, in one transaction. `state` is the one
   * they were decided on, null for a new request.
   */
  function record(
    id: string,
    by: string,
    state: RequestState | null,
    definition: Definition,
    events: RequestEvent[],
  ): RequestState {
    return transact(() => {
      let next = state;
      for (const event of log.append(id, by, events)) {
        next = applyEvent(next, recorded(event), definition, id);
      }
      if (next === null) throw new Error("no events to record");
      write(next, state === null);
      if (events.some(touchesLetters)) projection.writeLetters(next, requesterName(next), nameOf);
      if (events.some(isDispositionEvent)) projection.writeDispositions(next);
      if (touchesRetention(state, next)) projection.writeRetention(next);
      if (events.some(touchesSearch) || next.status !== state?.status) writeSearch(next);
      states.keep(next);
      return next;
    });
  }

  /**
   * One request folded from its events, for rebuilding and checking; up to and with the event for
   * which `until` holds, to see it as it was then.
   */
  function fold(id: string, until?: (event: Recorded) => boolean): RequestState {
    const events = log.read(id).map(recorded);
    const first = events[0];
    if (first?.type !== "request.created") throw new Error(`stream ${id} has no beginning`);
    const last = until === undefined ? -1 : events.findIndex(until);
    const seen = last < 0 ? events : events.slice(0, last + 1);
    const state = foldEvents(seen, definitionOf(first.body.sop), id);
    if (state === null) throw new Error(`stream ${id} is empty`);
    return state;
  }

  const zoneNow = (): Zone => calendar.index().calendar.zone;

  /** The days on which requests were closed are those of the office's zone. */
  function closeAnew(): void {
    for (const id of projection.closedRequests()) {
      const state = states.read(id);
      if (state !== null) projection.writeRetention(state);
    }
  }

  const states = createStates((id) => (log.begins(id) ? fold(id) : null));

  /** Writes everything shown of one request anew, such as after its identity has changed. */
  function reproject(id: string): RequestState {
    return transact(() => {
      states.drop();
      const state = fold(id);
      projection.dropRequest(id);
      show(state);
      writeSearch(state);
      return state;
    });
  }

  function show(state: RequestState): void {
    write(state, true);
    projection.writeLetters(state, requesterName(state), nameOf);
    projection.writeDispositions(state);
    projection.writeRetention(state);
  }

  /** Writes what the search finds of a request, as far as it says something new. */
  const writeSearch = (state: RequestState): void =>
    projection.writeSearch(state, requesterOf(state));

  let safeMode: Failure | null = null;

  /** From now on nothing is written: every write fails with SQLITE_READONLY. Reading goes on. */
  function enterSafeMode(reason: Failure): void {
    safeMode = reason;
    db.pragma("query_only = ON");
  }

  function close(): void {
    if (safeMode === null && db.open) incarnation?.close();
    release();
  }

  /** Writes all that the office's own events say; into cleared tables. */
  function projectOffice(): void {
    for (const event of log.read(OFFICE_STREAM)) {
      projection.writeOffice(officeEvent(event), writtenOf(event));
    }
  }

  /**
   * Makes the projection anew from the events alone. The search index, which takes longer than all
   * the rest, is left as it is where nothing is wrong with it.
   */
  function rebuild({ search = true } = {}): { events: number; requests: number } {
    return transact(() => {
      projection.clear(search);
      const makeIndexes = takeReadIndexes(db, SHOWN_TABLES);
      definitions.clear();
      states.drop();
      projectOffice();
      const ids = log.streams();
      for (const id of ids) {
        const state = fold(id);
        show(state);
        if (search) writeSearch(state);
      }
      makeIndexes();
      return { events: log.count(), requests: ids.length };
    });
  }

  return {
    db,
    sql,
    log,
    identities,
    calendar,
    moveDeadlines: projection.moveDeadlines,
    retention: { findRule: projection.findRule, rules: projection.retentionRules },
    folder: options.folder,
    now: options.now,
    definitionOf,
    hasDefinition,
    requesterOf,
    requesterName,
    writeSearch,
    kindName: projection.kindName,
    /** Null when there is no such request. Shared with others: never changed in place. */
    readState: states.read,
    transact,
    recordOffice,
    record,
    fold,
    rebuild,
    reproject,
    projectOffice,
    clearProjection: projection.clear,
    enterSafeMode,
    /** Why nothing is written; null as long as everything is. */
    get safeMode(): Failure | null {
      return safeMode;
    },
    /** Whether it was closed in order the last time. */
    clean: incarnation?.clean ?? false,
    /** True until an office or a request has been recorded. */
    isFresh: (): boolean => db.prepare("SELECT 1 FROM office").get() === undefined,
    close,
  };
}

/** The index of the search looks its own rows up while it is written. */
const SHOWN_TABLES = PROJECTION_TABLES.filter(
  (table) => !(SEARCH_TABLES as readonly string[]).includes(table),
);

const touchesLetters = (event: RequestEvent): boolean =>
  event.type === "request.created" || isLetterEvent(event);

const officeEvent = (event: LogEvent): OfficeEvent =>
  ({ type: knownTypeOf(event), body: event.body }) as OfficeEvent;

/** A later shape of a known event is as little understood as an unknown one. */
export const knownTypeOf = ({ type, version }: LogEvent): string =>
  version > EVENT_VERSION ? `${type}@${version}` : type;

const writtenOf = (event: LogEvent) => ({ id: idOf(event), at: event.at, by: event.by });

/** The event's id as others refer to it. */
export const idOf = (event: LogEvent): string => `${event.writer}:${event.seq}`;

/** What the reducer needs of a logged event; its shape was checked when it was written. */
function recorded(event: LogEvent): Recorded {
  return { type: knownTypeOf(event), body: event.body, at: event.at, by: event.by } as Recorded;
}

import type { Failure } from "#shared/errors.ts";
import { hasConflict } from "#shared/conflict/state.ts";
import { isDispositionEvent } from "#shared/disposition/state.ts";
import { isLetterEvent } from "#shared/letter/state.ts";
import type { OfficeEvent } from "#shared/office.ts";
import type { Recorded, RequestEvent } from "#shared/request/events.ts";
import type { Requester } from "#shared/request/model.ts";
import { foldEvents } from "#shared/request/fold.ts";
import { applyEvent } from "#shared/request/reduce.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Statement } from "better-sqlite3";
import { diskFailure } from "../failure-of.ts";
import { mergeErasures } from "../privacy/erasures.ts";
import { askForTidying } from "../privacy/tidy.ts";
import { createCalendarStore } from "./calendar.ts";
import type { Db } from "./database.ts";
import { createIdentities, ERASED } from "./identity.ts";
import type { Incarnation } from "./incarnation.ts";
import { createLog, idOf, knownTypeOf, type LogEvent } from "./log.ts";
import { createOfficeStream, OFFICE_STREAM } from "./office-stream.ts";
import { createProjection, PROJECTION_TABLES } from "./projection.ts";
import { createReceive } from "./receive.ts";
import { createReceiver } from "./receive-log.ts";
import { takeReadIndexes } from "./read-indexes.ts";
import { SEARCH_TABLES, touchesSearch } from "./search-projection.ts";
import { createStates } from "./states.ts";
import { touchesRetention } from "./retention-projection.ts";
import { createWireLog } from "./wire-log.ts";

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
  const log = {
    ...createLog(db, options.newId, options.now, identities),
    ...createWireLog(db, identities),
  };
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
      // What was kept may have just been taken back.
      states.drop();
      projection.forget();
      throw error;
    }
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
      const written = log.append(id, by, events).map(recorded);
      // What such a request is now is told by all that was written at once.
      const next =
        state !== null && hasConflict(state)
          ? fold(id)
          : written.reduce((before, event) => applyEvent(before, event, definition, id), state);
      if (next === null) throw new Error("no events to record");
      project(state, next, events);
      for (const listener of recordListeners) listener(next);
      return next;
    });
  }

  /** Writes what these events changed; `before` is null for a request that is not shown yet. */
  function project(
    before: RequestState | null,
    next: RequestState,
    events: readonly { type: string }[],
    search = writeSearch,
  ): void {
    const types = events as readonly RequestEvent[];
    const isNew = before === null || before.number !== next.number;
    if (isNew) projection.dropListed(next.id);
    write(next, isNew);
    if (types.some(touchesLetters)) projection.writeLetters(next, requesterName(next), nameOf);
    if (types.some(isDispositionEvent)) projection.writeDispositions(next);
    if (touchesRetention(before, next)) projection.writeRetention(next);
    if (types.some(touchesSearch) || next.status !== before?.status) search(next);
    if (next.conflicts !== before?.conflicts) projection.writeConflicts(next);
    states.keep(next);
  }

  /**
   * One request folded from its events, for rebuilding and checking; up to and with the event for
   * which `until` holds, to see it as it was then.
   */
  function fold(id: string, until?: (event: Recorded) => boolean): RequestState {
    const found = look(id, until);
    if (found === null) throw new Error(`stream ${id} has no beginning`);
    if (found.state === null) throw new Error(`the SOP of ${id} is not in the archive`);
    return found.state;
  }

  type Sop = { id: string; version: number };

  /** The state is null until its SOP has arrived; all of it where nothing understood begins it. */
  function look(
    id: string,
    until?: (event: Recorded) => boolean,
  ): { sop: Sop; state: RequestState | null } | null {
    const events = log.read(id).map(recorded);
    const first = events[0];
    if (first?.type !== "request.created") return null;
    const { sop } = first.body;
    if (!hasDefinition(sop)) return { sop, state: null };
    const last = until === undefined ? -1 : events.findIndex(until);
    const seen = last < 0 ? events : events.slice(0, last + 1);
    return { sop, state: foldEvents(seen, definitionOf(sop), id) };
  }

  const states = createStates((id) => (projection.isUnread(id) ? null : (look(id)?.state ?? null)));

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
    projection.writeConflicts(state);
  }

  /**
   * All of `work` or nothing of it, within the transaction. False where an event of the stream is
   * what somebody wrote, and cannot be read; what the disk refuses or has changed is thrown.
   */
  function attempt(stream: string, work: () => void): boolean {
    try {
      db.transaction(work)();
      return true;
    } catch (error) {
      if (diskFailure(error, options.folder) !== null || !log.holds(stream)) throw error;
      console.error(error);
      projection.forget();
      return false;
    }
  }

  /** Writes all that is shown of a request anew, as far as it can be shown yet; throws like `fold`. */
  function showOrThrow(id: string, search = writeSearch): RequestState | null {
    const found = look(id);
    projection.dropListed(id);
    if (found === null) return null;
    if (found.state === null) {
      projection.awaitSop(id, found.sop);
      return null;
    }
    show(found.state);
    search(found.state);
    return found.state;
  }

  /**
   * The same; false where something of it cannot be read. Nothing of it is shown then, all of it
   * stays in the log, and its next events are another try.
   */
  function showAnew(id: string, search = writeSearch): boolean {
    states.forget(id);
    return attempt(id, () => void showOrThrow(id, search)) || leaveUnread(id);
  }

  function leaveUnread(id: string): false {
    states.forget(id);
    projection.dropListed(id);
    projection.leaveUnread(id);
    return false;
  }

  /** Writes what the search finds of a request, as far as it says something new. */
  const writeSearch = (state: RequestState): void =>
    projection.writeSearch(state, requesterOf(state));

  /** What comes in by thousands is shown at once; the search takes it up behind. */
  const writeSearchLater = ({ id }: RequestState): void => projection.writeSearchLater(id);

  /** Does what was left for later; false where it cannot be read, and is not shown from now on. */
  function catchUpSearch(id: string): boolean {
    const state = states.read(id);
    return state === null || attempt(id, () => writeSearch(state)) || leaveUnread(id);
  }

  const SEARCH_WRITERS = { now: writeSearch, later: writeSearchLater, kept: (): void => {} };

  const recordListeners: ((state: RequestState) => void)[] = [];

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

  const office = createOfficeStream({
    db,
    log,
    calendar,
    projection,
    readState: states.read,
    definitionOf,
    attempt,
    forgetDefinitions: () => definitions.clear(),
  });

  const recordOffice = (by: string, events: OfficeEvent[]): void =>
    transact(() => {
      const written = log.append(OFFICE_STREAM, by, events);
      office.settleZone(() => office.write(written));
    });

  /** What another PC has erased is erased here, and again whenever a backup brings it back. */
  function forgetIdentity(id: string): void {
    const { number = "", erased } = states.read(id) ?? {};
    if (erased !== undefined) {
      const { at, by } = erased;
      // Another PC's event may hold anything: that it cannot be told why must not keep it from erasing.
      const given: unknown = erased.reason;
      const reason = identities.seal(id, typeof given === "string" ? given : "");
      mergeErasures(options.folder, [{ request: id, number, at, by, reason }]);
    }
    identities.destroy(id);
    askForTidying(db);
  }

  const receiver = createReceiver(db, identities, options);
  const receive = createReceive({
    transact,
    take: receiver.take,
    recorded,
    findDefinition: (sop) => (hasDefinition(sop) ? definitionOf(sop) : null),
    kept: (id) => states.kept(id),
    project: (before, next, events) => project(before, next, events, writeSearchLater),
    attempt,
    showAnew: (id) => showAnew(id, writeSearchLater),
    readyRequests: projection.readyRequests,
    office,
    erase(id) {
      forgetIdentity(id);
      if (states.read(id) !== null) reproject(id);
    },
  });

  /**
   * Makes the projection anew from the events alone. The search index takes longer than all the
   * rest: it may be made behind, and is left as it is (`kept`) where nothing is wrong with it.
   */
  function rebuild(search: keyof typeof SEARCH_WRITERS = "now"): {
    events: number;
    requests: number;
  } {
    return transact(() => {
      projection.clear(search !== "kept");
      const makeIndexes = takeReadIndexes(db, SHOWN_TABLES);
      definitions.clear();
      states.drop();
      projection.readNumbers();
      office.writeAll();
      const ids = log.streams();
      for (const id of ids) showAnew(id, SEARCH_WRITERS[search]);
      states.drop();
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
    catchUpSearch,
    /** Many requests are written for the search in this transaction. */
    writeManySearched: projection.writeMany,
    kindName: projection.kindName,
    /** Null when there is no such request. Shared with others: never changed in place. */
    readState: states.read,
    transact,
    /** Told of what this PC recorded on a request, within the transaction. */
    onRecord: (listener: (state: RequestState) => void): void => {
      recordListeners.push(listener);
    },
    recordOffice,
    record,
    /** Takes in other PCs' events, in one transaction. */
    receive,
    fold,
    rebuild,
    reproject,
    showOrThrow,
    projectOffice: office.writeAll,
    readNumbers: projection.readNumbers,
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
  event.type === "request.created" || event.type === "request.renumbered" || isLetterEvent(event);

/** What the reducer needs of a logged event; its shape was checked when it was written. */
export function recorded(event: LogEvent): Recorded {
  const { body, at, by, after } = event;
  const known = { type: knownTypeOf(event), body, at, by, id: idOf(event) };
  return (
    after === undefined ? known : { ...known, after: JSON.parse(after) as string[] }
  ) as Recorded;
}

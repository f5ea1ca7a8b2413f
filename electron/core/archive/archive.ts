import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { failure, ok, type Result } from "#shared/errors.ts";
import { isDispositionEvent } from "#shared/disposition/state.ts";
import { isLetterEvent } from "#shared/letter/state.ts";
import type { OfficeEvent } from "#shared/office.ts";
import type { Recorded, RequestEvent } from "#shared/request/events.ts";
import type { Requester } from "#shared/request/model.ts";
import { applyEvent, foldEvents, type RequestState } from "#shared/request/state.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Statement } from "better-sqlite3";
import { createCalendarStore } from "./calendar.ts";
import { type Db, openDatabase } from "./database.ts";
import { createIdentities } from "./identity.ts";
import { takeLock } from "./lock.ts";
import { createLog, type LogEvent } from "./log.ts";
import { createProjection, ERASED } from "./projection.ts";

/** The stream of events about the office itself. */
export const OFFICE_STREAM = "office";

export type ArchiveOptions = {
  folder: string;
  holder: string;
  /** ISO instant. */
  now: () => string;
  newId: () => string;
};

export type Archive = ReturnType<typeof assemble>;

/**
 * Opens the archive in `folder`, making it when there is none. Answers `archive_held`,
 * `archive_newer` or `archive_broken`; nothing has been changed then.
 */
export function openArchive(options: ArchiveOptions): Result<Archive> {
  try {
    mkdirSync(options.folder, { recursive: true });
    const lock = takeLock(options.folder, options.holder);
    if (!lock.ok) return lock;
    const db = openDatabase(join(options.folder, "archive.sqlite"), (migrated) => {
      assemble(migrated, options, () => {}).rebuild();
    });
    if (!db.ok) {
      lock.value.release();
      return db;
    }
    return ok(
      assemble(db.value, options, () => {
        db.value.close();
        lock.value.release();
      }),
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, error: failure("archive_unwritable", { detail }) };
  }
}

function assemble(db: Db, options: ArchiveOptions, close: () => void) {
  const log = createLog(db, options.newId, options.now);
  const identities = createIdentities(db);
  const calendar = createCalendarStore(db, options.now);
  const projection = createProjection(db, calendar);
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

  const requesterName = (state: RequestState): string =>
    state.requester === null ? "" : (requesterOf(state)?.name ?? ERASED);

  function write(state: RequestState, isNew: boolean): void {
    const definition = definitionOf(state.sop);
    if (isNew) projection.addRequest(state, definition, requesterName(state));
    else projection.moveRequest(state, definition);
  }

  /** All of `work` or nothing of it; inside another one it is a part of that. */
  const transact = <T>(work: () => T): T =>
    db.inTransaction ? work() : db.transaction(work).immediate();

  function recordOffice(by: string, events: OfficeEvent[]): void {
    transact(() => {
      for (const event of log.append(OFFICE_STREAM, by, events)) {
        projection.writeOffice(officeEvent(event), writtenOf(event));
      }
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
      if (events.some(touchesLetters)) projection.writeLetters(next, requesterName(next));
      if (events.some(isDispositionEvent)) projection.writeDispositions(next);
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

  /** Makes the projection anew from the events alone. */
  function rebuild(): { events: number; requests: number } {
    return transact(() => {
      projection.clear();
      definitions.clear();
      for (const event of log.read(OFFICE_STREAM)) {
        projection.writeOffice(officeEvent(event), writtenOf(event));
      }
      const ids = log.streams();
      for (const id of ids) {
        const state = fold(id);
        write(state, true);
        projection.writeLetters(state, requesterName(state));
        projection.writeDispositions(state);
      }
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
    folder: options.folder,
    now: options.now,
    definitionOf,
    hasDefinition,
    requesterOf,
    readState: projection.readState,
    transact,
    recordOffice,
    record,
    fold,
    rebuild,
    /** True until an office or a request has been recorded. */
    isFresh: (): boolean => db.prepare("SELECT 1 FROM office").get() === undefined,
    close,
  };
}

const touchesLetters = (event: RequestEvent): boolean =>
  event.type === "request.created" || isLetterEvent(event);

const officeEvent = ({ type, body }: LogEvent): OfficeEvent => ({ type, body }) as OfficeEvent;

const writtenOf = (event: LogEvent) => ({ id: idOf(event), at: event.at, by: event.by });

/** The event's id as others refer to it. */
export const idOf = (event: LogEvent): string => `${event.writer}:${event.seq}`;

/** What the reducer needs of a logged event; its shape was checked when it was written. */
function recorded(event: LogEvent): Recorded {
  return { type: event.type, body: event.body, at: event.at, by: event.by } as Recorded;
}

import type { OfficeEvent } from "#shared/office.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { CalendarStore } from "./calendar.ts";
import type { Db } from "./database.ts";
import { idOf, knownTypeOf, type Log, type LogEvent } from "./log.ts";
import type { Projection } from "./projection.ts";

/** The stream of events about the office itself. */
export const OFFICE_STREAM = "office";

type OfficeDeps = {
  db: Db;
  log: Pick<Log, "read">;
  calendar: CalendarStore;
  projection: Projection;
  readState(request: string): RequestState | null;
  definitionOf(sop: RequestState["sop"]): Definition;
  /** Does all of it or nothing; false where what others wrote cannot be read. */
  attempt(stream: string, work: () => void): boolean;
  /** SOPs may say something else from now on. */
  forgetDefinitions(): void;
};

/** What the office's own events say, and what of the requests hangs on it. */
export function createOfficeStream(deps: OfficeDeps) {
  const { db, log, calendar, projection, readState, definitionOf } = deps;
  const findSops = db.prepare("SELECT id || '@' || version, definition FROM sop").raw();
  const findOnSop = db
    .prepare("SELECT id FROM request WHERE sop || '@' || sop_version = ?")
    .pluck();

  function writeOne(event: LogEvent): void {
    const { at, by, body } = event;
    const known = { type: knownTypeOf(event), body } as OfficeEvent;
    projection.writeOffice(known, { id: idOf(event), at, by });
  }

  /** What this PC wrote. */
  const write = (events: readonly LogEvent[]): void => events.forEach(writeOne);

  /** What anybody wrote: one that cannot be read keeps no other from being taken up. */
  function take(events: readonly LogEvent[]): void {
    for (const event of events) deps.attempt(OFFICE_STREAM, () => writeOne(event));
  }

  /** Writes all of it; into cleared tables. */
  const writeAll = (): void => take(log.read(OFFICE_STREAM));

  const sops = (): [string, string][] => findSops.all() as [string, string][];

  /** Writes the office's tables anew; answers the requests whose SOP says something else now. */
  function writeAnew(): string[] {
    const before = new Map(sops());
    projection.clearOffice();
    deps.forgetDefinitions();
    writeAll();
    const changed = sops().filter(([sop, text]) => (before.get(sop) ?? text) !== text);
    return changed.flatMap(([sop]) => findOnSop.all(sop) as string[]);
  }

  /** Runs a change of the office; the days on which requests were closed are those of its zone. */
  function settleZone(work: () => void): void {
    const zone = calendar.zone();
    work();
    if (calendar.zone() === zone) return;
    for (const id of projection.closedRequests()) {
      const state = readState(id);
      if (state !== null) projection.writeRetention(state);
    }
  }

  /** The same, and moves the deadlines where the calendar is another one now. */
  function settleCalendar(work: () => void): void {
    const text = (): string => JSON.stringify(calendar.calendar());
    const before = text();
    settleZone(work);
    if (text() === before) return;
    for (const id of projection.openRequests()) {
      const state = readState(id);
      if (state !== null) projection.moveDeadlines(state, definitionOf(state.sop));
    }
  }

  return { write, take, writeAll, writeAnew, settleZone, settleCalendar };
}

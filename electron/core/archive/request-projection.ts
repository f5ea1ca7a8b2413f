import { openConflicts } from "#shared/conflict/state.ts";
import { duesOf } from "#shared/request/clocks.ts";
import { closedAt, currentVisit, isPaused, type RequestState } from "#shared/request/state.ts";
import { type Definition, stepOf } from "#shared/sop/definition.ts";
import type { CalendarStore } from "./calendar.ts";
import type { Db } from "./database.ts";

export const REQUEST_TABLES = ["request", "request_unshown", "request_unread"] as const;

/** One row a request for the lists, and which requests cannot be shown yet. */
export function createRequestProjection(db: Db, calendar: CalendarStore) {
  const addRow = db.prepare(
    `INSERT INTO request (id, number, subject, requester, sop, sop_version, status, outcome,
       received, created, changed, closed, step, lane, entered, period, due, legal_due,
       deadline, paused, conflicts)
     VALUES (@id, @number, @subject, @requester, @sop, @version, @status, @outcome,
       @received, @created, @changed, @closed, @step, @lane, @entered, @period, @due,
       @legalDue, @deadline, @paused, @conflicts)`,
  );
  // Three ways to move a row: an index is rewritten wherever one of its columns is named.
  const moveStatus = db.prepare(
    `UPDATE request SET status = @status, outcome = @outcome, changed = @changed,
       closed = @closed, step = @step, lane = @lane, entered = @entered, due = @due,
       legal_due = @legalDue, deadline = @deadline, paused = @paused WHERE id = @id`,
  );
  const moveStep = db.prepare(
    `UPDATE request SET changed = @changed, step = @step, lane = @lane, entered = @entered,
       due = @due, legal_due = @legalDue, deadline = @deadline, paused = @paused WHERE id = @id`,
  );
  const touch = db.prepare("UPDATE request SET changed = @changed WHERE id = @id");
  const findPlace = db.prepare(
    `SELECT status, outcome, closed, step, entered, due, legal_due AS legalDue, paused, conflicts
     FROM request WHERE id = ?`,
  );
  const setConflicts = db.prepare("UPDATE request SET conflicts = ? WHERE id = ?");
  const awaitSop = db.prepare(
    "INSERT INTO request_unshown (request, sop, version) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const findAwaiting = db
    .prepare(
      `SELECT request FROM request_unshown AS waiting
       WHERE EXISTS (SELECT 1 FROM sop WHERE sop.id = waiting.sop AND sop.version = waiting.version)`,
    )
    .pluck();
  const findOpen = db.prepare("SELECT id FROM request WHERE status = 'running'").pluck();
  const dropAwaiting = db.prepare("DELETE FROM request_unshown WHERE request = ?");
  const leaveUnread = db.prepare("INSERT OR IGNORE INTO request_unread (request) VALUES (?)");
  const findUnread = db.prepare("SELECT 1 FROM request_unread WHERE request = ?");
  const dropUnread = db.prepare("DELETE FROM request_unread WHERE request = ?");
  const dropRow = db.prepare("DELETE FROM request WHERE id = ?");

  const placeOf = (state: RequestState, definition: Definition) => {
    const current = currentVisit(state);
    const { due, legalDue } = duesOf(state, definition, calendar.index());
    const dues = [due, legalDue].filter((one) => one !== null);
    return {
      due,
      legalDue,
      deadline: dues.sort()[0] ?? null,
      paused: Number(isPaused(state)),
      conflicts: openConflicts(state).length,
      id: state.id,
      status: state.status,
      outcome: state.outcome,
      changed: state.changed,
      closed: closedAt(state),
      step: current?.step ?? null,
      lane: current === null ? null : (stepOf(definition, current.step)?.lane ?? null),
      entered: current?.entered ?? null,
    };
  };

  /** Writes a request that the projection does not have yet. */
  function add(state: RequestState, definition: Definition, requester: string): void {
    addRow.run({
      ...placeOf(state, definition),
      number: state.number,
      subject: state.subject,
      requester,
      sop: state.sop.id,
      version: state.sop.version,
      received: state.received,
      created: state.created.at,
      period: state.period ?? "",
    });
  }

  /** Writes where a request stands now; what it was registered with never changes. */
  function move(state: RequestState, definition: Definition): void {
    const place = placeOf(state, definition);
    const before = findPlace.get(state.id) as Place | undefined;
    if (before?.conflicts !== place.conflicts) setConflicts.run(place.conflicts, state.id);
    // Closed anew within one batch, or settled the other way: closed still, but not as before.
    if (!isSameStatus(before, place)) moveStatus.run(place);
    else if (isSamePlace(before, place)) touch.run({ id: place.id, changed: place.changed });
    else moveStep.run(place);
  }

  const setDues = db.prepare(
    "UPDATE request SET due = @due, legal_due = @legalDue, deadline = @deadline WHERE id = @id",
  );

  /** Counts the deadlines of one open request anew, after the calendar has changed. */
  function moveDeadlines(state: RequestState, definition: Definition): void {
    const { id, due, legalDue, deadline } = placeOf(state, definition);
    setDues.run({ id, due, legalDue, deadline });
  }

  /** Forgets what the lists say of a request, right before it is written anew. */
  const drop = (id: string): void => {
    dropRow.run(id);
    dropAwaiting.run(id);
    dropUnread.run(id);
  };

  return {
    add,
    move,
    moveDeadlines,
    drop,
    awaitSop: (id: string, sop: { id: string; version: number }): void => {
      awaitSop.run(id, sop.id, sop.version);
    },
    /** Nothing of it is shown from now on. */
    leaveUnread: (id: string): void => void leaveUnread.run(id),
    isUnread: (id: string): boolean => findUnread.get(id) !== undefined,
    /** Requests whose SOP has arrived. */
    ready: (): string[] => findAwaiting.all() as string[],
    open: (): string[] => findOpen.all() as string[],
  };
}

type Place = {
  status: string;
  outcome: string | null;
  closed: string | null;
  step: number | null;
  entered: string | null;
  due: string | null;
  legalDue: string | null;
  paused: number;
  conflicts: number;
};

const isSameStatus = (one: Place | undefined, other: Place): one is Place =>
  one !== undefined &&
  one.status === other.status &&
  one.outcome === other.outcome &&
  one.closed === other.closed;

const isSamePlace = (one: Place, other: Place): boolean =>
  one.step === other.step &&
  one.entered === other.entered &&
  one.due === other.due &&
  one.legalDue === other.legalDue &&
  one.paused === other.paused;

import type { OfficeEvent } from "#shared/office.ts";
import { duesOf } from "#shared/request/clocks.ts";
import { closedAt, currentVisit, isPaused, type RequestState } from "#shared/request/state.ts";
import { type Definition, stepOf } from "#shared/sop/definition.ts";
import type { CalendarStore } from "./calendar.ts";
import { BUNDLE_TABLES, createBundleProjection } from "../bundle/projection.ts";
import type { Db } from "./database.ts";
import { createDispositionProjection, DISPOSITION_TABLES } from "./disposition-projection.ts";
import type { Identities } from "./identity.ts";
import { createLetterProjection, LETTER_TABLES } from "./letter-projection.ts";
import { createRegisterProjection, REGISTER_TABLES } from "./register-projection.ts";
import { createRetentionProjection, RETENTION_TABLES } from "./retention-projection.ts";
import { createSearchProjection, SEARCH_TABLES } from "./search-projection.ts";

/** Who wrote an event, and when. */
type Written = { id: string; at: string; by: string };

/** What the screens read. Written in the transaction of the event, and only from here. */
export type Projection = ReturnType<typeof createProjection>;

export const PROJECTION_TABLES = [
  "office",
  "user",
  "sop",
  "sop_retired",
  "sop_confirmed",
  "book",
  "calendar",
  "holiday_year",
  "request",
  ...LETTER_TABLES,
  ...REGISTER_TABLES,
  ...DISPOSITION_TABLES,
  ...RETENTION_TABLES,
  ...BUNDLE_TABLES,
  ...SEARCH_TABLES,
] as const;

export function createProjection(db: Db, calendar: CalendarStore, identities: Identities) {
  const putOffice = db.prepare(
    `INSERT INTO office (one, event, profile) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET event = excluded.event, profile = excluded.profile`,
  );
  const putUser = db.prepare(
    `INSERT INTO user (id, name, post, lanes, active) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, post = excluded.post,
       lanes = excluded.lanes, active = excluded.active`,
  );
  const putSop = db.prepare(
    `INSERT INTO sop (id, version, at, actor, definition) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const putRetired = db.prepare(
    `INSERT INTO sop_retired (id, at, actor, reason) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET at = excluded.at, actor = excluded.actor,
       reason = excluded.reason`,
  );
  const dropRetired = db.prepare("DELETE FROM sop_retired WHERE id = ?");
  const putConfirmed = db.prepare(
    `INSERT INTO sop_confirmed (id, version, step, at, actor) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const putBook = db.prepare(
    "INSERT INTO book (id, book) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET book = excluded.book",
  );
  const dropBook = db.prepare("DELETE FROM book WHERE id = ?");
  const putCalendar = db.prepare(
    `INSERT INTO calendar (one, settings) VALUES (1, ?)
     ON CONFLICT (one) DO UPDATE SET settings = excluded.settings`,
  );
  const putHolidays = db.prepare(
    `INSERT INTO holiday_year (year, holidays) VALUES (?, ?)
     ON CONFLICT (year) DO UPDATE SET holidays = excluded.holidays`,
  );
  const addRow = db.prepare(
    `INSERT INTO request (id, number, subject, requester, sop, sop_version, status, outcome,
       received, created, changed, closed, step, lane, entered, period, due, legal_due,
       deadline, paused)
     VALUES (@id, @number, @subject, @requester, @sop, @version, @status, @outcome,
       @received, @created, @changed, @closed, @step, @lane, @entered, @period, @due,
       @legalDue, @deadline, @paused)`,
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
    "SELECT status, step, entered, due, legal_due AS legalDue, paused FROM request WHERE id = ?",
  );
  const putTemplate = db.prepare(
    `INSERT INTO template (id, version, at, actor, template) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const letters = createLetterProjection(db);
  const registers = createRegisterProjection(db);
  const dispositions = createDispositionProjection(db);
  const bundles = createBundleProjection(db, identities);
  const retention = createRetentionProjection(db, () => calendar.index().calendar.zone);
  const search = createSearchProjection(db, () => calendar.index().ahead);

  /** `id` is the event's own, `writer:seq`. */
  function writeOffice(event: OfficeEvent, { id, at, by }: Written): void {
    switch (event.type) {
      case "office.saved":
        putOffice.run(id, JSON.stringify(event.body));
        calendar.changed();
        return;
      case "user.saved": {
        const { id, name, post, lanes, active } = event.body;
        putUser.run(id, name, post, JSON.stringify(lanes), Number(active));
        return;
      }
      case "sop.published":
        putSop.run(event.body.id, event.body.version, at, by, JSON.stringify(event.body));
        return;
      case "sop.retired":
        putRetired.run(event.body.id, at, by, event.body.reason);
        return;
      case "sop.reinstated":
        dropRetired.run(event.body.id);
        return;
      case "sop.confirmed":
        putConfirmed.run(event.body.id, event.body.version, event.body.step, at, by);
        return;
      case "book.saved":
        putBook.run(event.body.id, JSON.stringify(event.body));
        return;
      case "calendar.saved":
        putCalendar.run(JSON.stringify(event.body));
        calendar.changed();
        return;
      case "holidays.saved":
        putHolidays.run(event.body.year, JSON.stringify(event.body));
        calendar.changed();
        return;
      case "template.saved":
        putTemplate.run(event.body.id, event.body.version, at, by, JSON.stringify(event.body));
        return;
      case "number.entered":
      case "number.voided":
      case "number.explained":
      case "classification.saved":
        registers.write(event, { at, by });
        return;
      case "retention.saved":
      case "destruction.proposed":
      case "destruction.approved":
      case "destruction.withdrawn":
      case "destruction.started":
      case "destruction.executed":
        retention.writeOffice(event, { at, by });
        return;
      case "bundle.imported":
      case "bundle.removed":
        bundles.write(event, { id, at, by });
        return;
      case "book.removed":
        dropBook.run(event.body.id);
        return;
      default:
        event satisfies never;
    }
  }

  const placeOf = (state: RequestState, definition: Definition) => {
    const current = currentVisit(state);
    const { due, legalDue } = duesOf(state, definition, calendar.index());
    const dues = [due, legalDue].filter((one) => one !== null);
    return {
      due,
      legalDue,
      deadline: dues.sort()[0] ?? null,
      paused: Number(isPaused(state)),
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
  function addRequest(state: RequestState, definition: Definition, requester: string): void {
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
  function moveRequest(state: RequestState, definition: Definition): void {
    const place = placeOf(state, definition);
    const before = findPlace.get(state.id) as Place | undefined;
    if (before?.status !== place.status) moveStatus.run(place);
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

  const dropRow = db.prepare("DELETE FROM request WHERE id = ?");

  /** Forgets a request, right before it is written anew. */
  function dropRequest(id: string): void {
    dropRow.run(id);
    search.dropRequest(id);
  }

  /** Empties what is made from the events; the search index too where it is made anew as well. */
  function clear(withSearch: boolean): void {
    calendar.changed();
    retention.forget();
    if (withSearch) search.clear();
    for (const table of PROJECTION_TABLES) {
      if (withSearch || !isOfSearch(table)) db.exec(`DELETE FROM "${table}"`);
    }
  }

  return {
    writeOffice,
    addRequest,
    dropRequest,
    moveRequest,
    moveDeadlines,
    writeLetters: letters.writeRequest,
    writeDispositions: dispositions.writeRequest,
    writeRetention: retention.writeRequest,
    writeSearch: search.writeRequest,
    kindName: search.kindName,
    findRule: retention.find,
    closedRequests: retention.closedRequests,
    retentionRules: retention.rules,
    clear,
  };
}

type Place = {
  status: string;
  step: number | null;
  entered: string | null;
  due: string | null;
  legalDue: string | null;
  paused: number;
};

const isSamePlace = (one: Place, other: Place): boolean =>
  one.step === other.step &&
  one.entered === other.entered &&
  one.due === other.due &&
  one.legalDue === other.legalDue &&
  one.paused === other.paused;

const isOfSearch = (table: string): boolean => (SEARCH_TABLES as readonly string[]).includes(table);

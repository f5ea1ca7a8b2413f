import type { OfficeEvent } from "#shared/office.ts";
import type { CalendarStore } from "./calendar.ts";
import { BUNDLE_TABLES, createBundleProjection } from "../bundle/projection.ts";
import type { Db } from "./database.ts";
import { CONFLICT_TABLES, createConflictProjection } from "./conflict-projection.ts";
import { createDispositionProjection, DISPOSITION_TABLES } from "./disposition-projection.ts";
import type { Identities } from "./identity.ts";
import { createIncomingProjection, INCOMING_TABLES } from "../messages/projection.ts";
import { createLetterProjection, LETTER_TABLES } from "./letter-projection.ts";
import { createRegisterProjection, REGISTER_TABLES } from "./register-projection.ts";
import { createRequestProjection, REQUEST_TABLES } from "./request-projection.ts";
import {
  createRetentionProjection,
  RETENTION_TABLES,
  SCHEDULE_TABLES,
} from "./retention-projection.ts";
import { createSearchProjection, SEARCH_TABLES } from "./search-projection.ts";

/** Who wrote an event, and when. */
type Written = { id: string; at: string; by: string };

/** What the screens read. Written in the transaction of the event, and only from here. */
export type Projection = ReturnType<typeof createProjection>;

/** Made from the office's own events; emptied together when those are written in another order. */
const OFFICE_TABLES = [
  "office",
  "user",
  "sop",
  "sop_retired",
  "sop_confirmed",
  "book",
  "calendar",
  "holiday_year",
  "template",
  "office_unheld",
  "writer_pc",
  ...SCHEDULE_TABLES,
  ...REGISTER_TABLES,
  ...BUNDLE_TABLES,
  ...INCOMING_TABLES,
] as const;

export const PROJECTION_TABLES = [
  ...OFFICE_TABLES,
  ...REQUEST_TABLES,
  ...LETTER_TABLES,
  ...DISPOSITION_TABLES,
  ...RETENTION_TABLES,
  ...CONFLICT_TABLES,
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
  // Of two that were made at once under one name the first in order holds, and the other is told;
  // PCs that bring the same shipped one say the same.
  const tellUnheld = db.prepare(
    `INSERT INTO office_unheld (event, at, actor, type, name) VALUES (@id, @at, @by, @type, @name)
     ON CONFLICT DO NOTHING`,
  );
  const putPc = db.prepare(
    `INSERT INTO writer_pc (writer, name) VALUES (?, ?)
     ON CONFLICT (writer) DO UPDATE SET name = excluded.name`,
  );
  const findSop = db.prepare("SELECT definition FROM sop WHERE id = ? AND version = ?").pluck();
  const findTemplate = db
    .prepare("SELECT template FROM template WHERE id = ? AND version = ?")
    .pluck();
  const putTemplate = db.prepare(
    `INSERT INTO template (id, version, at, actor, template) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const incoming = createIncomingProjection(db);
  const requests = createRequestProjection(db, calendar);
  const letters = createLetterProjection(db);
  const registers = createRegisterProjection(db);
  const dispositions = createDispositionProjection(db);
  const conflicts = createConflictProjection(db);
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
      case "sop.published": {
        const { id: sop, version, name } = event.body;
        const text = JSON.stringify(event.body);
        if (putSop.run(sop, version, at, by, text).changes > 0) return;
        if (findSop.get(sop, version) !== text) {
          tellUnheld.run({ id, at, by, type: event.type, name });
        }
        return;
      }
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
      case "template.saved": {
        const { id: template, version, name } = event.body;
        const text = JSON.stringify(event.body);
        if (putTemplate.run(template, version, at, by, text).changes > 0) return;
        if (findTemplate.get(template, version) !== text) {
          tellUnheld.run({ id, at, by, type: event.type, name });
        }
        return;
      }
      case "number.entered":
      case "number.voided":
      case "number.explained":
      case "register.assigned":
      case "register.taken":
      case "register.reserved":
      case "register.asked":
      case "register.returned":
      case "classification.saved":
        registers.write(event, { id, at, by });
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
        if (!bundles.write(event, { id, at, by }) && event.type === "bundle.imported") {
          tellUnheld.run({ id, at, by, type: event.type, name: event.body.number });
        }
        return;
      case "book.removed":
        dropBook.run(event.body.id);
        return;
      case "pc.named":
        putPc.run(id.slice(0, id.lastIndexOf(":")), event.body.name);
        return;
      case "incoming.returned":
      case "incoming.refused":
      case "incoming.forgotten":
      case "incoming.answered":
      case "incoming.declined":
        incoming.write(event, { id, at, by });
        return;
      default:
        event satisfies never;
    }
  }

  /** Forgets a request, right before it is written anew. */
  function dropRequest(id: string): void {
    requests.drop(id);
    search.dropRequest(id);
  }

  /** Empties what is made from the office's events alone. */
  function clearOffice(): void {
    calendar.changed();
    retention.forget();
    for (const table of OFFICE_TABLES) db.exec(`DELETE FROM "${table}"`);
    db.exec("DELETE FROM register_entry WHERE request IS NULL");
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
    addRequest: requests.add,
    dropRequest,
    dropListed: requests.drop,
    awaitSop: requests.awaitSop,
    leaveUnread: requests.leaveUnread,
    isUnread: requests.isUnread,
    readyRequests: requests.ready,
    openRequests: requests.open,
    clearOffice,
    writeConflicts: conflicts.writeRequest,
    moveRequest: requests.move,
    moveDeadlines: requests.moveDeadlines,
    writeLetters: letters.writeRequest,
    readNumbers: letters.readNumbers,
    writeDispositions: dispositions.writeRequest,
    writeRetention: retention.writeRequest,
    writeSearch: search.writeRequest,
    writeSearchLater: search.writeLater,
    /** Many requests are written in this transaction. */
    writeMany: search.writeMany,
    /** What was written in this transaction is taken back. */
    forget: search.forget,
    kindName: search.kindName,
    findRule: retention.find,
    closedRequests: retention.closedRequests,
    retentionRules: retention.rules,
    clear,
  };
}

const isOfSearch = (table: string): boolean => (SEARCH_TABLES as readonly string[]).includes(table);

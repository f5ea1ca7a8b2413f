import type { RetentionOfficeEvent } from "#shared/retention/events.ts";
import { hasPlace } from "#shared/retention/model.ts";
import { createRuleFinder, type FindRule, type RetentionRule } from "#shared/retention/rules.ts";
import { heldOf, isDestroyed, retentionOf } from "#shared/retention/state.ts";
import { type Held, type Keeping, keepingOf } from "#shared/retention/terms.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Zone } from "#shared/time/zone.ts";
import type { Db } from "./database.ts";

/** Made from the office's events. */
export const SCHEDULE_TABLES = [
  "retention_rule",
  "destruction",
  "destruction_item",
  "destruction_approval",
] as const;
/** Made from the requests. */
export const RETENTION_TABLES = ["retention_row", "retention_file"] as const;

type HeldRow = {
  request: string;
  closed: string | null;
  code: string;
  letters: string;
  review: string | null;
};

/** Terms of all closed requests, where they lie, and proposals of destruction. */
export function createRetentionProjection(db: Db, zone: () => Zone) {
  const putRow = db.prepare(
    `INSERT INTO retention_row (request, closed, year, code, letters, review, decided_by,
       active_end, inactive_end, fate, moved, handed, destroyed, rack, box, folder)
     VALUES (@request, @closed, @year, @code, @letters, @review, @by, @activeEnd, @inactiveEnd,
       @fate, @moved, @handed, @destroyed, @rack, @box, @folder)
     ON CONFLICT (request) DO UPDATE SET closed = excluded.closed, year = excluded.year,
       code = excluded.code, letters = excluded.letters, review = excluded.review,
       decided_by = excluded.decided_by, active_end = excluded.active_end,
       inactive_end = excluded.inactive_end, fate = excluded.fate, moved = excluded.moved,
       handed = excluded.handed, destroyed = excluded.destroyed, rack = excluded.rack,
       box = excluded.box, folder = excluded.folder`,
  );
  const dropRow = db.prepare("DELETE FROM retention_row WHERE request = ?");
  const dropFiles = db.prepare("DELETE FROM retention_file WHERE request = ?");
  const putFile = db.prepare(
    "INSERT INTO retention_file (sha256, request, size) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const dropRules = db.prepare("DELETE FROM retention_rule");
  const putRule = db.prepare("INSERT INTO retention_rule (code, rule) VALUES (?, ?)");
  const findRules = db.prepare("SELECT rule FROM retention_rule ORDER BY code").pluck();
  const setTerms = db.prepare(
    `UPDATE retention_row SET decided_by = @by, active_end = @activeEnd,
       inactive_end = @inactiveEnd, fate = @fate WHERE request = @request
       AND (decided_by IS NOT @by OR active_end IS NOT @activeEnd
         OR inactive_end IS NOT @inactiveEnd OR fate IS NOT @fate)`,
  );
  const propose = db.prepare(
    "INSERT INTO destruction (id, status, reason, at, actor) VALUES (?, 'proposed', ?, ?, ?)",
  );
  const putItem = db.prepare("INSERT INTO destruction_item (destruction, request) VALUES (?, ?)");
  const approve = db.prepare(
    "INSERT INTO destruction_approval (destruction, actor, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const withdraw = db.prepare(
    "UPDATE destruction SET status = 'withdrawn', withdrawn = ? WHERE id = ?",
  );
  const start = db.prepare(
    `UPDATE destruction SET status = 'started', number = @number, date = @date, starter = @by,
       files = @files, bytes = @bytes WHERE id = @id`,
  );
  const execute = db.prepare(
    "UPDATE destruction SET status = 'executed', executed = ? WHERE id = ?",
  );

  const findClosed = db
    .prepare("SELECT request FROM retention_row WHERE closed IS NOT NULL ORDER BY rowid")
    .pluck();

  const rules = (): RetentionRule[] =>
    (findRules.all() as string[]).map((text) => JSON.parse(text) as RetentionRule);

  let finder: FindRule | null = null;
  const find = (code: string): RetentionRule | null => {
    finder ??= createRuleFinder(rules());
    return finder(code);
  };

  /** A request runs without a row until it is closed or has a place. */
  function writeRequest(state: RequestState): void {
    dropFiles.run(state.id);
    for (const file of state.files) putFile.run(file.sha256, state.id, file.size);
    const held = heldOf(state, zone());
    const { place, moved, destroyed } = retentionOf(state);
    if (held.closed === null && !hasPlace(place) && !isDestroyed(state)) {
      dropRow.run(state.id);
      return;
    }
    // Whoever opens an archive again takes it back out of its box.
    const lies = moved !== null && held.closed !== null && moved.day >= held.closed;
    putRow.run({
      request: state.id,
      closed: held.closed,
      year: held.closed === null ? null : Number(held.closed.slice(0, 4)),
      code: held.code,
      letters: JSON.stringify(held.letters),
      review: held.review && JSON.stringify(held.review),
      ...termsOf(keepingOf(held, find)),
      moved: lies ? moved.day : "",
      handed: lies && moved.to === "institution" ? moved.day : "",
      destroyed: destroyed?.day ?? "",
      ...place,
    });
  }

  /** Counts all terms anew, after the schedule has changed; answers how many moved. */
  function settle(): number {
    finder = null;
    const rows = db
      .prepare(
        "SELECT request, closed, code, letters, review FROM retention_row WHERE closed IS NOT NULL",
      )
      .all() as HeldRow[];
    let moved = 0;
    for (const row of rows) {
      const terms = termsOf(keepingOf(heldOfRow(row), find));
      moved += setTerms.run({ request: row.request, ...terms }).changes;
    }
    // What is rolled back must not be remembered.
    finder = null;
    return moved;
  }

  function writeOffice(event: RetentionOfficeEvent, { at, by }: { at: string; by: string }): void {
    switch (event.type) {
      case "retention.saved":
        dropRules.run();
        for (const rule of event.body.rules) putRule.run(rule.code, JSON.stringify(rule));
        settle();
        return;
      case "destruction.proposed": {
        const { id, requests, reason } = event.body;
        propose.run(id, reason, at, by);
        for (const request of requests) putItem.run(id, request);
        return;
      }
      case "destruction.approved":
        approve.run(event.body.id, by, at);
        return;
      case "destruction.withdrawn": {
        const { id, reason } = event.body;
        withdraw.run(JSON.stringify({ at, by, reason }), id);
        return;
      }
      case "destruction.started": {
        const { running: _, ...begun } = event.body;
        start.run({ ...begun, by });
        return;
      }
      case "destruction.executed": {
        execute.run(JSON.stringify({ at, by }), event.body.id);
        return;
      }
      default:
        event satisfies never;
    }
  }

  return {
    writeRequest,
    writeOffice,
    /** After the tables were cleared. */
    forget: (): void => {
      finder = null;
    },
    rules,
    find,
    closedRequests: (): string[] => findClosed.all() as string[],
  };
}

const termsOf = (keeping: Keeping | null) =>
  keeping ?? { activeEnd: null, inactiveEnd: null, fate: null, by: null };

const heldOfRow = ({ closed, code, letters, review }: HeldRow): Held => ({
  closed,
  code,
  letters: JSON.parse(letters) as string[],
  review: review === null ? null : (JSON.parse(review) as Held["review"]),
});

/** Whether what was recorded can move a request's terms, so that most steps need not write them. */
export const touchesRetention = (before: RequestState | null, after: RequestState): boolean =>
  after.status !== "running" ||
  (before !== null && before.status !== "running") ||
  after.retention !== before?.retention ||
  after.files !== before?.files;

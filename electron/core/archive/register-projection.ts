import type { Passed, RegisterEvent } from "#shared/register/events.ts";
import { counterOf } from "#shared/register/series.ts";
import type { Db } from "./database.ts";

export const REGISTER_TABLES = [
  "register_gap",
  "register_holder",
  "register_block",
  "register_ask",
  "classification",
] as const;

/** Numbers that one event may explain, whatever it says. */
const MOST_EXPLAINED = 100_000;

/** The event's own id `writer:seq`, when and by whom it was written. */
type Written = { id: string; at: string; by: string };

/** Numbers outside of requests, who gives them, why others were passed over, the classification. */
export function createRegisterProjection(db: Db) {
  const take = db.prepare(
    `INSERT INTO register (name, year, last) VALUES (?, ?, ?)
     ON CONFLICT (name, year) DO UPDATE SET last = max(last, excluded.last)`,
  );
  const putEntry = db.prepare(
    `INSERT INTO register_entry (id, register, series, year, value, suffix, number, date, subject,
       party, request, letter, at, actor, inserted, voided, reference)
     VALUES (@id, @register, @series, @year, @value, @suffix, @number, @date, @subject,
       @party, NULL, NULL, @at, @by, @inserted, '', @reference)
     ON CONFLICT DO NOTHING`,
  );
  const voidEntry = db.prepare(
    `UPDATE register_entry SET voided = @reason
     WHERE register = @register AND year = @year AND number = @number AND request IS NULL
       AND (@entry = '' OR id = @entry)`,
  );
  const putGap = db.prepare(
    `INSERT INTO register_gap (register, year, value, reason, at, actor) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET reason = excluded.reason, at = excluded.at, actor = excluded.actor`,
  );
  const dropCodes = db.prepare("DELETE FROM classification");
  const putCode = db.prepare("INSERT INTO classification (code, name) VALUES (@code, @name)");
  const putHolder = db.prepare(
    `INSERT INTO register_holder (register, device, name, at, actor, reason)
     VALUES (@register, @device, @name, @at, @by, @reason)
     ON CONFLICT (register) DO UPDATE SET device = excluded.device, name = excluded.name,
       at = excluded.at, actor = excluded.actor, reason = excluded.reason`,
  );
  const putBlock = db.prepare(
    `INSERT INTO register_block (id, register, year, first, last, device, name, asked, at)
     VALUES (@id, @register, @year, @from, @to, @device, @name, @asked, @at)
     ON CONFLICT DO NOTHING`,
  );
  const closeBlock = db.prepare(
    "UPDATE register_block SET closed = ? WHERE id = ? AND closed IS NULL",
  );
  const putAsk = db.prepare(
    `INSERT INTO register_ask (id, register, year, count, device, name, at)
     VALUES (@id, @register, @year, @count, @device, @name, @at)
     ON CONFLICT DO NOTHING`,
  );
  const dropAsk = db.prepare("DELETE FROM register_ask WHERE id = ?");
  const dropAsks = db.prepare("DELETE FROM register_ask WHERE register = ? AND device = ?");

  function write(event: RegisterEvent, { id, at, by }: Written): void {
    const explain = (counter: string, { year, from, to }: Passed, reason: string): void => {
      const last = Math.min(to, from + MOST_EXPLAINED);
      for (let one = from; one <= last; one += 1) putGap.run(counter, year, one, reason, at, by);
    };
    switch (event.type) {
      case "number.entered": {
        const { running, ...entry } = event.body;
        const series = running?.series ?? "";
        const year = running?.year ?? Number(entry.date.slice(0, 4));
        if (running !== null) {
          take.run(counterOf(entry.register, series), running.year, running.value);
        }
        putEntry.run({ ...entry, id, series, year, value: running?.value ?? null, at, by });
        return;
      }
      case "number.voided":
        voidEntry.run({ entry: "", ...event.body });
        return;
      case "number.explained": {
        const { register, year, value, until, reason, series = "" } = event.body;
        explain(counterOf(register, series), { year, from: value, to: until }, reason);
        return;
      }
      case "register.assigned":
        putHolder.run({ ...event.body, at, by, reason: "" });
        dropAsks.run(event.body.register, event.body.device);
        return;
      case "register.taken": {
        const { passed, ...holder } = event.body;
        putHolder.run({ ...holder, at, by });
        dropAsks.run(holder.register, holder.device);
        if (passed === null) return;
        // The PC that is gone may have given them unseen.
        take.run(holder.register, passed.year, passed.to);
        explain(holder.register, passed, holder.reason);
        return;
      }
      case "register.reserved":
        putBlock.run({ ...event.body, id, at });
        take.run(event.body.register, event.body.year, event.body.to);
        dropAsk.run(event.body.asked);
        return;
      case "register.asked":
        putAsk.run({ ...event.body, id, at });
        return;
      case "register.returned":
        closeBlock.run(event.body.reason, event.body.block);
        return;
      case "classification.saved":
        dropCodes.run();
        for (const one of event.body.codes) putCode.run(one);
        return;
      default:
        event satisfies never;
    }
  }

  return { write };
}

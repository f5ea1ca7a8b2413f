import type { RegisterEvent } from "#shared/register/events.ts";
import type { Db } from "./database.ts";

export const REGISTER_TABLES = ["register_gap", "classification"] as const;

/** Numbers outside of requests, why others were passed over, and the classification. */
export function createRegisterProjection(db: Db) {
  const take = db.prepare(
    `INSERT INTO register (name, year, last) VALUES (?, ?, ?)
     ON CONFLICT (name, year) DO UPDATE SET last = max(last, excluded.last)`,
  );
  const putEntry = db.prepare(
    `INSERT INTO register_entry (register, year, value, suffix, number, date, subject, party,
       request, letter, at, actor, inserted, voided, reference)
     VALUES (@register, @year, @value, @suffix, @number, @date, @subject, @party,
       NULL, NULL, @at, @by, @inserted, '', @reference)`,
  );
  const voidEntry = db.prepare(
    `UPDATE register_entry SET voided = @reason
     WHERE register = @register AND year = @year AND number = @number AND request IS NULL`,
  );
  const putGap = db.prepare(
    `INSERT INTO register_gap (register, year, value, reason, at, actor) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET reason = excluded.reason, at = excluded.at, actor = excluded.actor`,
  );
  const dropCodes = db.prepare("DELETE FROM classification");
  const putCode = db.prepare("INSERT INTO classification (code, name) VALUES (@code, @name)");

  function write(event: RegisterEvent, { at, by }: { at: string; by: string }): void {
    switch (event.type) {
      case "number.entered": {
        const { running, ...entry } = event.body;
        const year = running?.year ?? Number(entry.date.slice(0, 4));
        if (running !== null) take.run(entry.register, running.year, running.value);
        putEntry.run({ ...entry, year, value: running?.value ?? null, at, by });
        return;
      }
      case "number.voided":
        voidEntry.run(event.body);
        return;
      case "number.explained": {
        const { register, year, value, until, reason } = event.body;
        for (let one = value; one <= until; one += 1) {
          putGap.run(register, year, one, reason, at, by);
        }
        return;
      }
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

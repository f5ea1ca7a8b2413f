import { type LetterState, nextChecker, stageOf } from "#shared/letter/state.ts";
import type { Running } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { shortDay } from "#shared/time/format.ts";
import { counterOf } from "#shared/register/series.ts";
import type { Db } from "./database.ts";
import { READ_NUMBERS } from "./migrations/0006/registers.ts";

/** The book of registration numbers; those of letters are in shared/letter/register.ts. */
export const REQUEST_REGISTER = "permohonan";

export const LETTER_TABLES = ["letter", "register", "register_entry", "number_given"] as const;

/** Letters on their way and the registers' entries, as a request's state has them. */
export function createLetterProjection(db: Db) {
  const putRegister = db.prepare(
    `INSERT INTO register (name, year, last) VALUES (?, ?, ?)
     ON CONFLICT (name, year) DO UPDATE SET last = max(last, excluded.last)`,
  );
  const dropLetters = db.prepare("DELETE FROM letter WHERE request = ?");
  const putLetter = db.prepare(
    `INSERT INTO letter (id, request, kind, state, number, date, subject, party, checker, changed)
     VALUES (@id, @request, @kind, @state, @number, @date, @subject, @party, @checker, @changed)`,
  );
  // Of two numbers that two PCs gave one letter, the one that holds may come later.
  const putEntry = db.prepare(
    `INSERT INTO register_entry (id, register, series, year, value, suffix, number, date, subject,
       party, request, letter, at, actor, inserted, voided, reference)
     VALUES (@id, @register, @series, @year, @value, @suffix, @number, @date, @subject, @party,
       @request, @letter, @at, @actor, @inserted, @voided, @reference)
     ON CONFLICT (id) DO UPDATE SET register = excluded.register, series = excluded.series,
       year = excluded.year, value = excluded.value, suffix = excluded.suffix,
       number = excluded.number, date = excluded.date, subject = excluded.subject,
       party = excluded.party, at = excluded.at, actor = excluded.actor,
       inserted = excluded.inserted, voided = excluded.voided, reference = excluded.reference`,
  );

  const take = (register: string, running: Running | null): void => {
    if (running === null) return;
    const { year, value, series = "" } = running;
    putRegister.run(counterOf(register, series), year, value);
  };

  /**
   * Takes the numbers that a request and its letters hold out of the registers. A letter that got
   * its number before the requester was corrected keeps the name `nameOf` has for that identity.
   */
  function writeRequest(
    state: RequestState,
    requester: string,
    nameOf: (digest: string) => string,
  ): void {
    take(REQUEST_REGISTER, state.running);
    for (const { running } of state.furtherNumbers ?? []) take(REQUEST_REGISTER, running);
    dropLetters.run(state.id);
    if (state.agenda !== undefined) {
      take("incoming", state.agenda.running);
      putEntry.run({
        id: `agenda:${state.id}`,
        register: "incoming",
        series: state.agenda.running.series ?? "",
        year: state.agenda.running.year,
        value: state.agenda.running.value,
        suffix: "",
        number: state.agenda.number,
        date: state.received,
        subject: state.subject,
        party: requester,
        request: state.id,
        letter: null,
        at: state.created.at,
        actor: state.created.by,
        inserted: "",
        voided: "",
        reference: referenceOf(state),
      });
    }
    for (const letter of state.letters) {
      const named = letter.requester === undefined ? requester : nameOf(letter.requester);
      writeLetter(state, letter, named);
      writeEntry(state, letter, named);
    }
  }

  function writeLetter(state: RequestState, letter: LetterState, requester: string): void {
    putLetter.run({
      id: letter.id,
      request: state.id,
      kind: letter.kind,
      state: stageOf(letter),
      number: letter.issued?.number ?? null,
      date: letter.issued?.date ?? letter.text.date ?? "",
      subject: aboutOf(letter, state),
      party: letter.party ?? requester,
      checker: nextChecker(letter),
      changed: lastChange(letter),
    });
  }

  function writeEntry(state: RequestState, letter: LetterState, requester: string): void {
    const { issued } = letter;
    if (issued === null) return;
    const register = issued.register ?? "outgoing";
    take(register, issued.running);
    putEntry.run({
      id: letter.id,
      register,
      series: "",
      year: issued.running?.year ?? Number(issued.date.slice(0, 4)),
      value: issued.running?.value ?? null,
      suffix: issued.suffix ?? "",
      number: issued.number,
      date: issued.date,
      subject: aboutOf(letter, state),
      party: letter.party ?? requester,
      request: state.id,
      letter: letter.id,
      at: issued.at,
      actor: issued.by,
      inserted: issued.inserted ?? "",
      voided: letter.voided?.reason ?? "",
      reference: "",
    });
  }

  /** Every number that any event gave; as events are written, a trigger adds theirs. */
  const readNumbers = (): void => void db.exec(READ_NUMBERS);

  return { writeRequest, readNumbers };
}

/** Number and day that the incoming letter bears itself: "118/UN99/2026, 13 Nov 2026". */
const referenceOf = ({ letter: { number, date } }: RequestState): string =>
  [number, date === "" ? "" : shortDay(date)].filter((part) => part !== "").join(", ");

/** Letters of before templates were data did not say what they are about. */
const aboutOf = (letter: LetterState, state: RequestState): string =>
  letter.about === "" ? state.subject : letter.about;

function lastChange(letter: LetterState): string {
  const moments = [
    letter.drafted.at,
    letter.submitted?.at,
    letter.issued?.at,
    letter.voided?.at,
    letter.signed?.at,
    letter.sent?.at,
    ...letter.checks.map(({ at }) => at),
  ];
  return (
    moments
      .filter((at) => at !== undefined && at !== null)
      .sort()
      .at(-1) ?? ""
  );
}

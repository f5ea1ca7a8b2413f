import type { ResultOf } from "#shared/contract.ts";
import { type LetterState, stageOf } from "#shared/letter/state.ts";
import { letterTextSchema } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import type { Archive } from "../archive/archive.ts";
import { peopleOf } from "../office/people.ts";
import { templateNames } from "../templates/library.ts";

type LetterDetail = ResultOf<"letter.draft">["letter"];

/** The letters of a request as the contract shows them, with names in place of ids. */
export function letterDetails(archive: Archive, state: RequestState): LetterDetail[] {
  const person = peopleOf(archive);
  const name = templateNames(archive);
  const shown = <T extends { by: string }>(done: T) => ({ ...done, by: person(done.by) });
  return state.letters.map((letter) => {
    const { id, kind, checks, issued, voided, signed, sent } = letter;
    return {
      ...textOf(letter),
      id,
      kind,
      name: name(kind),
      stage: stageOf(letter),
      register: issued === null ? null : (issued.register ?? "outgoing"),
      at: letter.drafted.at,
      by: person(letter.drafted.by),
      about: letter.about === "" ? state.subject : letter.about,
      checks: checks.map(shown),
      issued:
        issued === null
          ? null
          : { at: issued.at, by: person(issued.by), inserted: issued.inserted ?? "" },
      voided: voided === null ? null : shown(voided),
      signed: signed === null ? null : shown(signed),
      sent: sent === null ? null : shown(sent),
    };
  });
}

/** The numbered letters that count, as scripts know them. */
export function issuedDocuments(archive: Archive, { letters }: RequestState) {
  const person = peopleOf(archive);
  return letters.flatMap((letter) => {
    const { id, kind, issued, voided } = letter;
    if (issued === null || voided !== null) return [];
    return [{ ...textOf(letter), id, kind, at: issued.at, by: person(issued.by) }];
  });
}

/** Older texts get the defaults of what was added since; a numbered one shows its number. */
function textOf({ text, issued }: LetterState) {
  const whole = letterTextSchema.parse(text);
  return issued === null ? whole : { ...whole, number: issued.number, date: issued.date };
}

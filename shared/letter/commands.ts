import { fail, ok, type Result } from "#shared/errors.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import type { RequestState } from "#shared/request/state.ts";
import { type LetterState, nextChecker, stageOf } from "./state.ts";

/** Commands on one letter of a request, checked before anything is written; see request/commands.ts. */

export function letterOf(state: RequestState, id: string): Result<LetterState> {
  const found = state.letters.find((one) => one.id === id);
  return found === undefined ? fail("letter_unknown", {}, "letter") : ok(found);
}

/** A letter that may still be written on. */
export function whileDraft(letter: LetterState): Result<LetterState> {
  const stage = stageOf(letter);
  if (stage === "draft" || stage === "checking" || stage === "approved") return ok(letter);
  return fail("document_issued", { number: letter.issued?.number ?? "" });
}

/** A numbered letter that still counts. */
function whileNumbered(letter: LetterState): Result<LetterState> {
  if (letter.voided !== null) return fail("letter_void", { number: letter.issued?.number ?? "" });
  return letter.issued === null ? fail("letter_without_number") : ok(letter);
}

export function discardLetter(state: RequestState, id: string): Result<RequestEvent> {
  const letter = letterOf(state, id);
  if (!letter.ok) return letter;
  const draft = whileDraft(letter.value);
  return draft.ok ? ok({ type: "letter.discarded", body: { id } }) : draft;
}

/** `author` may not check what he wrote himself: no paraf for the drafter (norms, part 2). */
export function submitLetter(
  state: RequestState,
  id: string,
  checkers: string[],
  author: string,
): Result<RequestEvent> {
  const letter = letterOf(state, id);
  if (!letter.ok) return letter;
  const draft = whileDraft(letter.value);
  if (!draft.ok) return draft;
  if (new Set(checkers).size < checkers.length) return fail("checker_twice", {}, "checkers");
  if (checkers.includes(author)) return fail("checker_is_author", {}, "checkers");
  return ok({ type: "letter.submitted", body: { id, checkers } });
}

export function checkLetter(
  state: RequestState,
  id: string,
  { approved, note }: { approved: boolean; note: string },
  by: string,
): Result<RequestEvent> {
  const letter = letterOf(state, id);
  if (!letter.ok) return letter;
  const draft = whileDraft(letter.value);
  if (!draft.ok) return draft;
  const next = nextChecker(letter.value);
  if (next === null) return fail("letter_not_checked");
  if (next !== by) return fail("checker_other");
  if (!approved && note.trim() === "") return fail("text_empty", {}, "note");
  return ok({ type: "letter.checked", body: { id, approved, note } });
}

export function voidLetter(state: RequestState, id: string, reason: string): Result<RequestEvent> {
  const letter = letterOf(state, id);
  if (!letter.ok) return letter;
  const numbered = whileNumbered(letter.value);
  if (!numbered.ok) return numbered;
  if (letter.value.sent !== null) return fail("letter_sent");
  return ok({ type: "letter.voided", body: { id, reason } });
}

/** A letter that may be signed: numbered, not signed yet. */
export function toSign(state: RequestState, id: string): Result<LetterState> {
  const letter = letterOf(state, id);
  if (!letter.ok) return letter;
  const numbered = whileNumbered(letter.value);
  if (!numbered.ok) return numbered;
  return letter.value.signed === null ? numbered : fail("letter_signed");
}

/** A letter that may go out; a paper that was signed by hand alone is recorded as signed first. */
export function toSend(state: RequestState, id: string): Result<LetterState> {
  const letter = letterOf(state, id);
  if (!letter.ok) return letter;
  const numbered = whileNumbered(letter.value);
  if (!numbered.ok) return numbered;
  if (letter.value.signed === null) return fail("letter_unsigned");
  return letter.value.sent === null ? numbered : fail("letter_sent");
}

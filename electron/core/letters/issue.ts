import type { Params, RequestDetail } from "#shared/contract.ts";
import { fail, ok, type Result } from "#shared/errors.ts";
import { letterOf, whileDraft } from "#shared/letter/commands.ts";
import { nextChecker } from "#shared/letter/state.ts";
import { unlessCancelled } from "#shared/request/commands.ts";
import type { RequestEvent } from "#shared/request/events.ts";
import { type LetterText, letterTextSchema } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import { officeEventId, readOffice } from "../office/methods.ts";
import { takeNumber } from "../registers/take-number.ts";
import { detailOf } from "../requests/detail.ts";
import { changeRequest } from "../requests/methods.ts";
import { templateInUse } from "../templates/library.ts";
import type { CallContext } from "../types.ts";
import { aboutLetter, complete, fits } from "./write.ts";

/**
 * Gives a letter its number, taken from its register in the transaction of its event. A draft is
 * numbered with the words that were checked; only its day and number are said anew.
 */
export function issueLetter(
  deps: Deps,
  { request, letter, insert, ...params }: Params<"document.issue">,
  context: CallContext,
): Result<RequestDetail> {
  const { archive, clock } = deps;
  const office = readOffice(archive);
  const profile = officeEventId(archive);
  if (office === null || profile === null) return fail("office_missing");
  const { kind, ...given } = params;
  const found = templateInUse(archive, kind);
  if (!found.ok) return found;
  const template = found.value;
  const { register } = template;
  if (register === null) return fail("letter_unnumbered", {}, "kind");
  const today = dayOf(clock.instant(), office.zone);

  const changed = changeRequest(deps, context, request, (state): Result<RequestEvent> => {
    const open = unlessCancelled(state);
    if (!open.ok) return open;
    const fitting = fits(state, template, letter);
    if (!fitting.ok) return fitting;
    const written = letter === undefined ? ok(given) : draftedText(state, letter, given);
    if (!written.ok) return written;
    const text = written.value;
    const filled = complete(template, text);
    if (!filled.ok) return filled;
    const date = text.date === "" ? today : text.date;
    if (date > today) return fail("date_in_future", {}, "date");
    const classification =
      text.classification === "" ? template.classification : text.classification;
    const order = { register, date, classification, number: text.number, after: insert?.after };
    const taken = takeNumber(deps, office, order);
    if (!taken.ok) return taken;
    const { number, running, suffix } = taken.value;
    return ok({
      type: "document.issued",
      body: {
        ...text,
        ...aboutLetter(deps, state, template, text),
        // The template's own is said too: how long the letter is kept goes by it.
        classification,
        id: letter ?? deps.newId(),
        kind,
        date,
        number,
        running,
        office: profile,
        template: { id: template.id, version: template.version },
        register,
        ...(suffix === "" ? {} : { suffix }),
        ...(insert === undefined ? {} : { inserted: insert.reason }),
      },
    });
  });
  return changed.ok ? ok(detailOf(archive, changed.value)) : changed;
}

/** The words of a draft, once every paraf that was asked for is there. */
function draftedText(state: RequestState, id: string, given: LetterText): Result<LetterText> {
  const letter = letterOf(state, id);
  if (!letter.ok) return letter;
  const draft = whileDraft(letter.value);
  if (!draft.ok) return draft;
  if (nextChecker(letter.value) !== null) return fail("letter_unchecked");
  const text = letterTextSchema.parse(letter.value.text);
  return ok({
    ...text,
    date: given.date === "" ? text.date : given.date,
    number: given.number === "" ? text.number : given.number,
  });
}

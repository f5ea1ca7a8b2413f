import { fail, ok, type Result } from "#shared/errors.ts";
import { createFill, fieldsIn } from "#shared/letter/fill.ts";
import { BLANK_OFFICE } from "#shared/letter/blank-office.ts";
import { NUMBER_DOTS, subjectOf } from "#shared/letter/compose.ts";
import type { FieldSource } from "#shared/letter/fields.ts";
import { type Template } from "#shared/letter/template.ts";
import type { LetterAbout } from "#shared/request/events.ts";
import { type LetterText } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { dayOf } from "#shared/time/zone.ts";
import type { Deps } from "../deps.ts";
import { readOffice } from "../office/methods.ts";
import { detailOf } from "../requests/detail.ts";

/** What lists say of a letter: Hal, and whom it goes to; null for the requester. */
export function aboutLetter(
  { archive, clock }: Pick<Deps, "archive" | "clock">,
  state: RequestState,
  template: Template,
  text: LetterText,
): LetterAbout {
  const office = readOffice(archive) ?? BLANK_OFFICE;
  const source: FieldSource = {
    office,
    request: detailOf(archive, state),
    text,
    subject: "",
    number: NUMBER_DOTS,
    date: text.date === "" ? dayOf(clock.instant(), office.zone) : text.date,
    issuedAt: null,
    officer: { name: "", post: "" },
  };
  source.subject = subjectOf(template, text, source);
  return { about: source.subject, party: partyOf(template, text, source) };
}

/** First line after Yth.; the requester's name is looked up, so that it stays out of the log. */
function partyOf(template: Template, text: LetterText, source: FieldSource): string | null {
  const opening = template.blocks.find((block) => block.type === "opening");
  const written = text.to === "" ? (opening?.to ?? "") : text.to;
  if (fieldsIn(written).some((key) => key.startsWith("pemohon."))) return null;
  const inputs = new Map(Object.entries(text.values));
  return createFill(source, inputs).lines(written)[0]?.slice(0, 200) ?? "";
}

/** Whether a request may have such a letter. */
export function fits(
  state: RequestState,
  template: Template,
  letter: string | undefined,
): Result<null> {
  if (template.needsRequester && state.requester === null) return fail("document_in_house");
  if (template.id === "extension" && state.extension === undefined)
    return fail("extension_missing");
  if (!template.once) return ok(null);
  const other = state.letters.find(
    (one) => one.kind === template.id && one.voided === null && one.id !== letter,
  );
  if (other === undefined) return ok(null);
  return other.issued === null
    ? fail("letter_once")
    : fail("document_issued", { number: other.issued.number });
}

/** Whether every input that the template asks for has been filled in. */
export function complete(template: Template, text: LetterText): Result<null> {
  for (const { key, label, required, value } of template.inputs) {
    if (!required || value !== "") continue;
    if (key === "alasan" && text.reasons.length > 0) continue;
    if (key === "catatan" && text.note !== "") continue;
    const filled = text.values[key];
    if (filled !== undefined && wordsIn(filled)) continue;
    const field = key === "alasan" ? "reasons" : `values.${key}`;
    return key === "alasan" && template.id === "refusal"
      ? fail("reasons_missing", {}, "reasons")
      : fail("letter_incomplete", { label }, field);
  }
  return ok(null);
}

const wordsIn = (value: LetterText["values"][string]): boolean =>
  [value].flat(2).some((one) => one.trim() !== "");

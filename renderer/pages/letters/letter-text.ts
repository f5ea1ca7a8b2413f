import type { RequestDetail, ResultOf } from "#shared/contract.ts";
import { subjectOf } from "#shared/letter/compose.ts";
import { createFill, fieldsIn, type InputValue } from "#shared/letter/fill.ts";
import type { FieldSource } from "#shared/letter/fields.ts";
import type { Template, TemplateInput } from "#shared/letter/template.ts";
import type { Office } from "#shared/office.ts";
import { type LetterText, letterTextSchema } from "#shared/request/model.ts";

/** What stands in the form of a letter: its text, and what its template proposes. Pure. */

export type LetterDetail = ResultOf<"letter.draft">["letter"];

/** What a letter says before anybody has written on it. */
export const BLANK_TEXT: LetterText = letterTextSchema.parse({});

/** The text of a letter as the contract shows it among other things. */
export function textOf(letter: LetterDetail): LetterText {
  const keys = Object.keys(letterTextSchema.shape) as (keyof LetterText)[];
  return letterTextSchema.parse(Object.fromEntries(keys.map((key) => [key, letter[key]])));
}

/** Reasons and a note have places of their own in a letter's text, known to scripts. */
const REASONS = "alasan";
const NOTE = "catatan";

/** The text of a new letter; a refusal gives the reasons that the latest decision was noted with. */
export function newText(template: Template, request: RequestDetail): LetterText {
  const asksReasons = template.inputs.some(
    ({ key, type, value }) => key === REASONS && type === "list" && value === "",
  );
  if (!asksReasons) return BLANK_TEXT;
  const decision = request.visits.findLast((visit) => visit.branch !== null && visit.note !== "");
  return { ...BLANK_TEXT, reasons: linesOf(decision?.note ?? "") };
}

export type Proposals = { subject: string; to: string; inputs: ReadonlyMap<string, string> };

/** What the template itself would print where nothing is written. */
export function proposalsOf(
  template: Template,
  text: LetterText,
  about: { request: RequestDetail; office: Office; today: string; officerPost: string },
): Proposals {
  const { request, office, today, officerPost } = about;
  const source: FieldSource = {
    office,
    request,
    text,
    subject: "",
    number: "",
    date: text.date === "" ? today : text.date,
    issuedAt: null,
    officer: { name: request.registered.by.name, post: officerPost },
  };
  const subject = subjectOf(template, { ...text, subject: "" }, source);
  source.subject = text.subject === "" ? subject : text.subject;
  const fill = createFill(source, new Map());
  const inputs = new Map(template.inputs.map(({ key, value }) => [key, fill.text(value)]));
  const filled = template.inputs.map((input): [string, InputValue] => [
    input.key,
    writtenIn(text, input) ?? inputs.get(input.key) ?? "",
  ]);
  const whole = createFill(source, new Map(filled));
  const opening = template.blocks
    .filter((block) => block.type === "opening")
    .find((block) => whole.holds(block.when));
  return { subject, to: whole.text(opening?.to ?? ""), inputs };
}

/** What was written for an input; null where the template's proposal stands. */
export function writtenIn(text: LetterText, { key, type }: TemplateInput): InputValue | null {
  const value = text.values[key];
  if (value !== undefined) return value;
  if (key === REASONS && type === "list" && text.reasons.length > 0) return text.reasons;
  if (key === NOTE && type === "text" && text.note !== "") return text.note;
  return null;
}

/** The text with an input filled; what says the same as the proposal is left to the template. */
export function withInput(
  text: LetterText,
  input: TemplateInput,
  value: InputValue,
  proposed: string,
): LetterText {
  const { key, type } = input;
  const { [key]: _former, ...values } = text.values;
  const bare = { ...text, values };
  const isReasons = key === REASONS && type === "list";
  const isNote = key === NOTE && type === "text";
  const cleared = isReasons ? { ...bare, reasons: [] } : isNote ? { ...bare, note: "" } : bare;
  const wanted = type === "list" ? linesOf(proposed) : proposed;
  if (same(value, wanted) || (same(value, []) && same(wanted, ""))) return cleared;
  if (isReasons && Array.isArray(value) && value.length > 0) {
    return { ...cleared, reasons: value.map(String) };
  }
  if (isNote && typeof value === "string" && value !== "") return { ...cleared, note: value };
  return { ...cleared, values: { ...values, [key]: value } };
}

const same = (one: InputValue, other: InputValue): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const linesOf = (written: string): string[] =>
  written
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The text as it is sent: rows of a table that hold nothing are left out. */
export function sentText(text: LetterText): LetterText {
  const values = Object.fromEntries(
    Object.entries(text.values).map(([key, value]) => [key, withoutBlankRows(value)]),
  );
  return { ...text, values };
}

const withoutBlankRows = (value: InputValue): InputValue =>
  Array.isArray(value) && value.some(Array.isArray)
    ? (value as string[][]).filter((row) => row.some((cell) => cell.trim() !== ""))
    : value;

/** Which parts of the head of a letter its template has a place for. */
export type HeadParts = {
  subject: boolean;
  to: boolean;
  nature: boolean;
  classification: boolean;
  copies: boolean;
  signer: boolean;
  date: boolean;
};

export function headParts({ blocks, register }: Template): HeadParts {
  const named = new Set(fieldsIn(JSON.stringify(blocks)));
  const opening = blocks.some(({ type }) => type === "opening");
  const signer = blocks.some(
    (block) => block.type === "signing" && block.signers.some(({ role }) => role === "official"),
  );
  const dated = ["surat.tanggal", "surat.hari", "surat.terbilang", "surat.tahun"];
  return {
    subject: opening || register !== null || named.has("surat.hal"),
    to: opening || named.has("surat.kepada"),
    nature: opening || named.has("surat.sifat"),
    classification: register !== null,
    copies: blocks.some(({ type }) => type === "copies"),
    signer,
    date: opening || register !== null || signer || dated.some((field) => named.has(field)),
  };
}

export const hasHead = (parts: HeadParts): boolean => Object.values(parts).some(Boolean);

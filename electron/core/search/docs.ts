import { type LetterState, stageOf } from "#shared/letter/state.ts";
import type { Requester } from "#shared/request/model.ts";
import type { RequestState } from "#shared/request/state.ts";
import { isDestroyed } from "#shared/retention/state.ts";
import type { SearchKind } from "#shared/search/contract.ts";
import { plainDay } from "#shared/time/format.ts";

/** One thing that can be found: the request itself, one of its letters, attachments or notes. */
export type Doc = {
  kind: SearchKind;
  /** Of the letter, file or note within the request; the request's own id. */
  ref: string;
  /** ISO instant it was written at. */
  at: string;
  /** What it is called: weighs more, and is searched for parts of words too. */
  head: readonly string[];
  body: readonly string[];
  /** What it belongs to; found only together with words of its own. */
  about: readonly string[];
  /** Content of an attachment. */
  sha256: string | null;
};

/** The name of a letter's kind, such as "Surat Penolakan". */
export type KindName = (template: { id: string; version: number }) => string;

/**
 * What can be found of a request, in the order in which it is shown. Of one whose identity was
 * erased or whose file was destroyed only what its register goes on saying.
 */
export function docsOf(
  state: RequestState,
  requester: Requester | null,
  kindName: KindName,
): Doc[] {
  const about = [state.number, state.subject, requester?.name ?? ""];
  const request: Doc = {
    kind: "request",
    ref: state.id,
    at: state.created.at,
    head: [state.number, state.subject, requester?.name ?? "", requester?.institution ?? ""],
    body: isGone(state) ? [] : ownWords(state),
    about: [],
    sha256: null,
  };
  if (isGone(state)) return [request];
  return [
    request,
    ...state.letters.map((letter) => letterDoc(letter, state, requester, kindName)),
    ...state.files
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ id, name, at, sha256 }): Doc => ({
        kind: "file",
        ref: id,
        at,
        head: [name],
        body: [],
        about,
        sha256,
      })),
    ...notesOf(state).map(({ ref, at, words }): Doc => ({
      kind: "note",
      ref,
      at,
      head: [],
      body: words,
      about,
      sha256: null,
    })),
  ];
}

/** The words of a requester who was erased, or of a destroyed file, are not searched any more. */
export const isGone = (state: RequestState): boolean =>
  state.erased !== undefined || isDestroyed(state);

function ownWords(state: RequestState): string[] {
  return [
    state.agenda?.number ?? "",
    state.letter.number,
    state.period ?? "",
    state.purpose,
    ...state.items.map(({ name, period, unit, format }) =>
      [name, period, unit, format].filter((one) => one !== "").join(", "),
    ),
    ...state.assessments.map(({ note }) => note),
  ];
}

function letterDoc(
  letter: LetterState,
  state: RequestState,
  requester: Requester | null,
  kindName: KindName,
): Doc {
  const { text } = letter;
  return {
    kind: "letter",
    ref: letter.id,
    at: letter.drafted.at,
    head: [
      kindName(letter.template),
      letter.issued?.number ?? "",
      letter.about === "" ? state.subject : letter.about,
      letter.party ?? requester?.name ?? "",
    ],
    body: [
      ...(text.reasons ?? []),
      text.note ?? "",
      ...Object.values(text.values ?? {}).map((value) =>
        typeof value === "string" ? dayOrText(value) : value.flat().map(dayOrText).join(" · "),
      ),
      text.to ?? "",
      ...(text.copies ?? []),
      letter.voided?.reason ?? "",
      ...letter.checks.map(({ note }) => note),
      ...sentWords(letter),
    ],
    about: [state.number],
    sha256: null,
  };
}

/** A day as the letter prints it. */
const dayOrText = (value: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(value) ? plainDay(value) : value;

function sentWords(letter: LetterState): string[] {
  if (stageOf(letter) !== "sent" || letter.sent === null) return [];
  return [letter.sent.how, letter.sent.to, letter.sent.note];
}

type Note = { ref: string; at: string; words: string[] };

/** Everything that people wrote down while the request went its way. */
function notesOf(state: RequestState): Note[] {
  const notes: Note[] = [
    ...state.notes.map(({ at, text }, index) => ({ ref: `note.${index}`, at, words: [text] })),
    ...state.visits.map(({ step, visit, completed, note }) => ({
      ref: `step.${step}.${visit}`,
      at: completed ?? state.changed,
      words: [note],
    })),
    ...state.dispositions.map((one) => ({
      ref: `disposition.${one.id}`,
      at: one.at,
      words: [
        one.to.join(", "),
        one.instructions.join(", "),
        one.note,
        ...(one.reports ?? []).map(({ text }) => text),
      ],
    })),
    ...(state.pauses ?? []).map(({ from, reason }, index) => ({
      ref: `pause.${index}`,
      at: from,
      words: [reason],
    })),
    ...(state.objections ?? []).map(({ id, at, grounds, answer }) => ({
      ref: `objection.${id}`,
      at,
      words: [grounds, answer?.text ?? ""],
    })),
  ];
  for (const { id, at, office, note, reply, state: how } of state.handovers ?? []) {
    // An answer's own words are a note of the request.
    const reason = how === "answered" ? "" : (reply?.note ?? "");
    notes.push({ ref: `handover.${id}`, at, words: [office.name, note, reason] });
  }
  for (const { id, at, text } of state.releases ?? []) {
    notes.push({ ref: `release.${id}`, at, words: [text] });
  }
  if (state.withdrawal !== undefined) {
    const { at, reason } = state.withdrawal;
    notes.push({ ref: "withdrawal", at, words: [reason] });
  }
  if (state.extension !== undefined) {
    const { at, reason } = state.extension;
    notes.push({ ref: "extension", at, words: [reason] });
  }
  if (state.cancelled !== null) {
    const { at, reason } = state.cancelled;
    notes.push({ ref: "cancelled", at, words: [reason] });
  }
  return notes.filter(({ words }) => words.some((word) => word.trim() !== ""));
}

import type { Conflict, Transition } from "#shared/conflict/state.ts";
import type { LetterState } from "#shared/letter/state.ts";
import type { Recorded } from "#shared/request/events.ts";
import { closedAt, type RequestState } from "#shared/request/state.ts";
import { dayOf, type Zone } from "#shared/time/zone.ts";
import type { RetentionEvent } from "./events.ts";
import { NOTHING_SAID, type RetentionState } from "./kept.ts";
import { DESTROYED, NO_PLACE } from "./model.ts";
import type { Held } from "./terms.ts";

export const retentionOf = (state: Pick<RequestState, "retention">): RetentionState =>
  state.retention ?? NOTHING_SAID;

export const isDestroyed = (state: RequestState): boolean => retentionOf(state).destroyed !== null;

export function applyRetentionEvent(
  state: RequestState,
  event: Extract<Recorded, { type: RetentionEvent["type"] }>,
): RequestState {
  const known = retentionOf(state);
  const { at, by } = event;
  switch (event.type) {
    case "request.filed":
      return { ...state, retention: { ...known, ...event.body } };
    case "request.moved": {
      const { to, day, place } = event.body;
      return { ...state, retention: { ...known, place, moved: { to, day, at, by } } };
    }
    case "request.reviewed":
      return { ...state, retention: { ...known, reviewed: { ...event.body, at, by } } };
    case "request.destroyed": {
      const destroyed = { ...event.body, at, by };
      return { ...withoutWords(state), retention: { ...known, place: NO_PLACE, destroyed } };
    }
    default:
      return event satisfies never;
  }
}

/** The code that a request is kept by: the one set by hand, or that of its first numbered letter. */
export function classificationOf(state: RequestState): { code: string; from: "hand" | "letter" } {
  const { classification } = retentionOf(state);
  if (classification !== "") return { code: classification, from: "hand" };
  return { code: letterCodes(state)[0] ?? "", from: "letter" };
}

/** Classification of every numbered letter that counts and has one. */
export const letterCodes = (state: RequestState): string[] =>
  state.letters
    .filter((letter) => letter.issued !== null && letter.voided === null)
    .map((letter) => letter.issued?.classification ?? "")
    .filter((code) => code !== "");

/**
 * The day on which a request is closed as an archive: its end, or what was still written into it
 * later, a letter or the answer to an objection. Null while it runs or an objection is open.
 */
export function closingDay(state: RequestState, zone: Zone): string | null {
  const closed = closedAt(state);
  if (closed === null) return null;
  const objections = state.objections ?? [];
  if (objections.some(({ answer }) => answer === null)) return null;
  const moments = [
    closed,
    ...objections.map(({ answer }) => answer?.at ?? ""),
    ...state.letters.map(({ issued }) => issued?.at ?? ""),
  ];
  return dayOf(moments.sort().at(-1) ?? closed, zone);
}

/** What the terms of a request are counted from. */
export function heldOf(state: RequestState, zone: Zone): Held {
  const { reviewed } = retentionOf(state);
  return {
    closed: closingDay(state, zone),
    // What a newer Lajur said of it is not understood here, so it is not ruled on either.
    code: state.newer === true ? "" : classificationOf(state).code,
    letters: [...new Set(letterCodes(state))],
    review: reviewed && {
      decision: reviewed.decision,
      day: reviewed.day,
      until: reviewed.until,
    },
  };
}

/**
 * What a request leaves when it is destroyed: its number, its SOP, the days, its way through the
 * sheet, and the numbers of its letters with the reasons that their register needs. Everything that
 * is read is folded into this state, so no list and no search shows the words any more.
 */
function withoutWords(state: RequestState): RequestState {
  return {
    ...state,
    subject: DESTROYED,
    purpose: "",
    delivery: "",
    letter: { number: "", date: "" },
    items: [],
    assessments: [],
    notes: [],
    files: [],
    dispositions: [],
    visits: state.visits.map((visit) => ({ ...visit, note: "" })),
    letters: state.letters.filter(({ issued }) => issued !== null).map(onlyNumber),
    ...(state.corrections && {
      corrections: state.corrections.map((one) => ({ ...one, reason: "" })),
    }),
    cancelled: state.cancelled && { ...state.cancelled, reason: "" },
    ...(state.conflicts && { conflicts: state.conflicts.map(wordless) }),
    ...(state.pauses && { pauses: state.pauses.map((one) => ({ ...one, reason: "" })) }),
    ...(state.extension && { extension: { ...state.extension, reason: "" } }),
    ...(state.objections && {
      objections: state.objections.map((one) => ({
        ...one,
        grounds: "",
        answer: one.answer && { ...one.answer, text: "" },
      })),
    }),
  };
}

/** Which decisions there were stays; what was said of them goes. */
function wordless(conflict: Conflict): Conflict {
  const bare = (one: Transition): Transition =>
    one.type === "step.completed"
      ? { ...one, body: { ...one.body, note: "" } }
      : ({ ...one, body: { ...one.body, reason: "" } } as Transition);
  return {
    ...conflict,
    held: conflict.held.map(bare),
    other: conflict.other.map(bare),
    settled: conflict.settled && { ...conflict.settled, reason: "" },
  };
}

function onlyNumber(letter: LetterState): LetterState {
  const { issued, signed, sent } = letter;
  if (issued === null) return letter;
  const { id, kind, number, date, office, running, at, by } = issued;
  const { template, register, suffix, inserted, classification } = issued;
  return {
    ...letter,
    text: { number, date },
    about: DESTROYED,
    party: letter.party === null ? null : "",
    checks: letter.checks.map((check) => ({ ...check, note: "" })),
    issued: {
      ...{ id, kind, number, date, office, running, at, by },
      ...(template && { template }),
      ...(register && { register }),
      ...(suffix !== undefined && { suffix }),
      ...(inserted !== undefined && { inserted }),
      ...(classification && { classification }),
    },
    signed: signed && { ...signed, file: null, sha256: null, signers: [] },
    sent: sent && { ...sent, to: "", note: "", proof: null },
  };
}

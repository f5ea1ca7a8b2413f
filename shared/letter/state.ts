import type {
  DraftedLetter,
  IssuedDocument,
  Recorded,
  RequestEvent,
  SentLetter,
  SignedLetter,
  StoredText,
  TemplateRef,
} from "#shared/request/events.ts";

/** Where a letter stands on its way out of the office. */
export const LETTER_STAGES = [
  "draft",
  "checking",
  "approved",
  "numbered",
  "signed",
  "sent",
  "void",
] as const;
export type LetterStage = (typeof LETTER_STAGES)[number];

type Done<T> = T & { at: string; by: string };
/** One paraf of the chain; `at` is null until it is given or refused. */
export type Check = { by: string; at: string | null; approved: boolean; note: string };

export type LetterState = {
  id: string;
  kind: string;
  template: TemplateRef;
  text: StoredText;
  /** Hal, and whom it goes to; null for the requester. */
  about: string;
  party: string | null;
  drafted: { at: string; by: string };
  /** Those who check it, in order; empty until it is submitted. */
  checks: readonly Check[];
  submitted: { at: string; by: string } | null;
  issued: Done<IssuedDocument> | null;
  voided: Done<{ reason: string }> | null;
  signed: Done<Omit<SignedLetter, "id">> | null;
  sent: Done<Omit<SentLetter, "id">> | null;
  /** Digest of the identity it was numbered with, where the requester was corrected since. */
  requester?: string;
};

export function stageOf(letter: LetterState): LetterStage {
  if (letter.voided !== null) return "void";
  if (letter.sent !== null) return "sent";
  if (letter.signed !== null) return "signed";
  if (letter.issued !== null) return "numbered";
  if (letter.submitted === null) return "draft";
  if (letter.checks.some((check) => check.at !== null && !check.approved)) return "draft";
  return nextChecker(letter) === null ? "approved" : "checking";
}

/** The user whose paraf comes next; null when nobody's does. */
export function nextChecker({ checks, submitted, issued, voided }: LetterState): string | null {
  if (submitted === null || issued !== null || voided !== null) return null;
  if (checks.some((check) => check.at !== null && !check.approved)) return null;
  return checks.find((check) => check.at === null)?.by ?? null;
}

const EVENTS = [
  "letter.drafted",
  "letter.discarded",
  "letter.submitted",
  "letter.checked",
  "document.issued",
  "letter.voided",
  "letter.signed",
  "letter.sent",
] as const;
export type LetterEvent = Extract<Recorded, { type: (typeof EVENTS)[number] }>;
export const isLetterEvent = <E extends { type: RequestEvent["type"] }>(
  event: E,
): event is Extract<E, { type: (typeof EVENTS)[number] }> =>
  (EVENTS as readonly string[]).includes(event.type);

/** The letters of a request after one event; see applyEvent in shared/request/reduce.ts. */
export function applyLetterEvent(
  letters: readonly LetterState[],
  event: LetterEvent,
): readonly LetterState[] {
  const { at, by } = event;
  const change = (id: string, next: (letter: LetterState) => Partial<LetterState>) =>
    letters.map((one) => (one.id === id ? { ...one, ...next(one) } : one));
  switch (event.type) {
    case "letter.drafted":
      return drafted(letters, event.body, { at, by });
    case "letter.discarded":
      return letters.filter((one) => one.id !== event.body.id || one.issued !== null);
    case "letter.submitted":
      return change(event.body.id, () => ({
        submitted: { at, by },
        checks: event.body.checkers.map((user) => ({
          by: user,
          at: null,
          approved: false,
          note: "",
        })),
      }));
    case "letter.checked":
      return change(event.body.id, ({ checks }) => {
        const next = checks.findIndex((check) => check.at === null);
        const { approved, note } = event.body;
        return {
          checks: checks.map((check, index) =>
            index === next ? { by, at, approved, note } : check,
          ),
        };
      });
    case "document.issued":
      return issued(letters, { ...event.body, at, by });
    case "letter.voided":
      return change(event.body.id, () => ({ voided: { reason: event.body.reason, at, by } }));
    case "letter.signed": {
      const { id, ...signed } = event.body;
      return change(id, () => ({ signed: { ...signed, at, by } }));
    }
    case "letter.sent": {
      const { id, ...sent } = event.body;
      return change(id, () => ({ sent: { ...sent, at, by } }));
    }
    default:
      return event satisfies never;
  }
}

const NEW = {
  checks: [],
  submitted: null,
  issued: null,
  voided: null,
  signed: null,
  sent: null,
} as const;

/** Writing a draft again takes back what was checked before. */
function drafted(
  letters: readonly LetterState[],
  { id, kind, template, about, party, ...text }: DraftedLetter,
  written: { at: string; by: string },
): readonly LetterState[] {
  const letter: LetterState = { ...NEW, id, kind, template, text, about, party, drafted: written };
  return letters.some((one) => one.id === id)
    ? letters.map((one) => (one.id === id ? letter : one))
    : [...letters, letter];
}

function issued(
  letters: readonly LetterState[],
  document: Done<IssuedDocument>,
): readonly LetterState[] {
  const { id, kind, at, by } = document;
  // Letters of before templates were data look as the first version sets them.
  const template = document.template ?? { id: kind, version: 1 };
  const known = letters.find((one) => one.id === id);
  const base: LetterState = known ?? {
    ...NEW,
    id,
    kind,
    template,
    text: {},
    about: "",
    party: null,
    drafted: { at, by },
  };
  const letter: LetterState = {
    ...base,
    template,
    text: textOf(document),
    about: document.about ?? base.about,
    party: document.party ?? null,
    issued: document,
  };
  return known === undefined
    ? [...letters, letter]
    : letters.map((one) => (one.id === id ? letter : one));
}

/** The letter's own words, without what its number brought. */
function textOf(document: IssuedDocument): StoredText {
  const { reasons, note, date, number, values, subject, to } = document;
  const { signer, security, urgency, classification, copies } = document;
  return {
    date,
    number,
    ...(reasons && { reasons }),
    ...(note && { note }),
    ...(values && { values }),
    ...(subject && { subject }),
    ...(to && { to }),
    ...(signer && { signer }),
    ...(security && { security }),
    ...(urgency && { urgency }),
    ...(classification && { classification }),
    ...(copies && { copies }),
  };
}

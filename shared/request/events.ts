import type { ConflictEvent } from "#shared/conflict/events.ts";
import type { ReportedDisposition, StoredDisposition } from "#shared/disposition/model.ts";
import type { RegisterId } from "#shared/letter/register.ts";
import type { RetentionEvent } from "#shared/retention/events.ts";
import type { CkanEvent } from "#shared/ckan/events.ts";
import type { PrivacyEvent } from "#shared/privacy/events.ts";
import type { HandoverEvent } from "#shared/handover/events.ts";
import type { PublicEvent } from "#shared/public-request/events.ts";
import type { Assessment, Extension, Intake, LetterText, Objection, Running } from "./model.ts";

/**
 * What happened to a request. Events are appended and never changed; a later shape of one gets a
 * higher version and the old ones are lifted when they are read.
 */
export type RequestEvent =
  | {
      type: "request.created";
      body: Omit<Intake, "requester" | "sop" | "period"> & {
        /** Left out where the work does not recur. */
        period?: string;
        /** Registration number `year/running`, from the register of requests. */
        number: string;
        running: Running;
        /** Its place in the agenda of incoming letters; absent for in-house work. */
        agenda?: { number: string; running: Running };
        sop: { id: string; version: number };
        /** Salted digest of the requester's identity, which lives beside the log; null in-house. */
        requester: string | null;
        /** The form on the portal that it came in with. */
        origin?: { portal: string; message: string };
      };
    }
  | { type: "step.completed"; body: StepCompleted }
  | { type: "step.undone"; body: { step: number; visit: number; reason: string } }
  | { type: "request.cancelled"; body: { reason: string } }
  | { type: "items.assessed"; body: { items: Assessment[] } }
  | { type: "note.added"; body: { step: number | null; text: string } }
  | { type: "file.attached"; body: AttachedFile }
  | { type: "file.withdrawn"; body: { file: string; reason: string } }
  | { type: "disposition.given"; body: StoredDisposition & { id: string } }
  | { type: "disposition.reported"; body: ReportedDisposition }
  | { type: "letter.drafted"; body: DraftedLetter }
  | { type: "letter.discarded"; body: { id: string } }
  /** To be checked by these users, one after the other; nobody's paraf is needed for an empty list. */
  | { type: "letter.submitted"; body: { id: string; checkers: string[] } }
  | { type: "letter.checked"; body: { id: string; approved: boolean; note: string } }
  | { type: "document.issued"; body: IssuedDocument }
  /** The number stays in its register, with the reason. */
  | { type: "letter.voided"; body: { id: string; reason: string } }
  | { type: "letter.signed"; body: SignedLetter }
  | { type: "letter.sent"; body: SentLetter }
  /** The SOP's clock stands still while the requester must answer. */
  | { type: "clock.paused"; body: { reason: string } }
  | { type: "clock.resumed"; body: Record<string, never> }
  /** UU 14/2008 Pasal 22 ayat (8): once, at most 7 working days, with a written reason. */
  | { type: "answer.extended"; body: { days: Extension; reason: string } }
  | { type: "objection.filed"; body: Objection & { id: string } }
  | { type: "objection.answered"; body: { id: string; answer: string } }
  | RetentionEvent
  | PrivacyEvent
  | PublicEvent
  | CkanEvent
  | HandoverEvent
  | ConflictEvent;

export type StepCompleted = {
  step: number;
  visit: number;
  /** The words of the branch taken; null where there is only one way. */
  branch: string | null;
  note: string;
};

export type AttachedFile = {
  /** Id of the attachment; two attachments may share one content. */
  id: string;
  sha256: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Step and visit it belongs to, null for the request as a whole. */
  step: number | null;
  visit: number | null;
};

/** A letter's text as events carry it; those of before templates lack what was added since. */
export type StoredText = Partial<LetterText>;

/**
 * What lists and registers say of a letter: Hal with its fields filled, and whom it goes to; null
 * for the requester, whose name stays out of the log.
 */
export type LetterAbout = { about: string; party: string | null };

export type DraftedLetter = StoredText &
  LetterAbout & {
    id: string;
    kind: string;
    template: TemplateRef;
  };

export type TemplateRef = { id: string; version: number };

export type IssuedDocument = StoredText &
  Partial<LetterAbout> & {
    id: string;
    kind: string;
    number: string;
    date: string;
    /** Id `writer:seq` of the office's profile in force, so that the letter stays as it was signed. */
    office: string;
    /** Null when the office typed a number of its own. */
    running: Running | null;
    /** Absent in letters of before templates were data; those are of version 1. */
    template?: TemplateRef;
    register?: RegisterId;
    /** Letter of a number inserted between two others, and why (nomor sisipan). */
    suffix?: string;
    inserted?: string;
  };

/** How a letter was signed: on paper, or electronically. */
export type SignedLetter = {
  id: string;
  how: "wet" | "electronic";
  /** Id of the attachment that holds the signed file, byte for byte; null where only paper has it. */
  file: string | null;
  sha256: string | null;
  /** Day of signing, YYYY-MM-DD. */
  day: string;
  /** Who signed, as the file says; empty for paper. */
  signers: string[];
};

export type SentLetter = {
  id: string;
  /** In the words of the office: pos-el, kurir, diambil sendiri. */
  how: string;
  to: string;
  day: string;
  note: string;
  /** Id of the attachment that proves it; null for none. */
  proof: string | null;
};

export type RequestEventType = RequestEvent["type"];

/** An event with what the log knows of it: who and when (ISO instant, never deciding order). */
export type Recorded<E = RequestEvent> = E & {
  at: string;
  by: string;
  /** `writer:seq` */
  id?: string;
  /** Ids of the events that it follows; absent in a stream of one writer, which follow each other. */
  after?: readonly string[];
};

import type {
  Assessment,
  Disposition,
  DocumentKind,
  Extension,
  Intake,
  LetterText,
  Objection,
} from "./model.ts";

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
        sop: { id: string; version: number };
        /** Salted digest of the requester's identity, which lives beside the log; null in-house. */
        requester: string | null;
      };
    }
  | { type: "step.completed"; body: StepCompleted }
  | { type: "step.undone"; body: { step: number; visit: number; reason: string } }
  | { type: "request.cancelled"; body: { reason: string } }
  | { type: "items.assessed"; body: { items: Assessment[] } }
  | { type: "note.added"; body: { step: number | null; text: string } }
  | { type: "file.attached"; body: AttachedFile }
  | { type: "file.withdrawn"; body: { file: string; reason: string } }
  | { type: "disposition.given"; body: Disposition & { id: string } }
  | { type: "document.issued"; body: IssuedDocument }
  /** The SOP's clock stands still while the requester must answer. */
  | { type: "clock.paused"; body: { reason: string } }
  | { type: "clock.resumed"; body: Record<string, never> }
  /** UU 14/2008 Pasal 22 ayat (8): once, at most 7 working days, with a written reason. */
  | { type: "answer.extended"; body: { days: Extension; reason: string } }
  | { type: "objection.filed"; body: Objection & { id: string } }
  | { type: "objection.answered"; body: { id: string; answer: string } };

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

export type IssuedDocument = LetterText & {
  id: string;
  kind: DocumentKind;
  number: string;
  /** Id `writer:seq` of the office's profile in force, so that the letter stays as it was signed. */
  office: string;
  /** Null when the office typed a number of its own. */
  running: Running | null;
};

/** A place in a register: running numbers start anew each year. */
export type Running = { year: number; value: number };

export type RequestEventType = RequestEvent["type"];

/** An event with what the log knows of it: who and when (ISO instant, never deciding order). */
export type Recorded<E = RequestEvent> = E & { at: string; by: string };

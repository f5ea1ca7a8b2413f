import type { Running } from "#shared/request/model.ts";
import type { Decision, Destination, Place } from "./model.ts";
import type { RetentionRule } from "./rules.ts";

/** What happens to a request as an archive, on its own stream. */
export type RetentionEvent =
  | { type: "request.filed"; body: { classification: string; place: Place } }
  | { type: "request.moved"; body: { to: Destination; day: string; place: Place } }
  | { type: "request.reviewed"; body: ReviewedRequest }
  | { type: "request.destroyed"; body: DestroyedRequest };

export type ReviewedRequest = {
  decision: Decision;
  day: string;
  /** Kept on until this day; empty unless extended. */
  until: string;
  reason: string;
};

export type DestroyedRequest = {
  /** Id of the proposal, and number and day of its berita acara. */
  proposal: string;
  record: string;
  day: string;
};

/** What happens to the schedule, and to destructions, on the stream of the office. */
export type RetentionOfficeEvent =
  /** The whole schedule; it takes the place of the one before. */
  | { type: "retention.saved"; body: { rules: RetentionRule[] } }
  | { type: "destruction.proposed"; body: { id: string; requests: string[]; reason: string } }
  | { type: "destruction.approved"; body: { id: string } }
  | { type: "destruction.withdrawn"; body: { id: string; reason: string } }
  /** From here on nothing takes it back: the numbered berita acara is written, the work begins. */
  | {
      type: "destruction.started";
      body: {
        id: string;
        number: string;
        running: Running | null;
        date: string;
        /** Contents that go with it, and their bytes. */
        files: number;
        bytes: number;
      };
    }
  /** Every request of it is destroyed, its files are gone. */
  | { type: "destruction.executed"; body: { id: string } };

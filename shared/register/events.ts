import type { RegisterId } from "#shared/letter/register.ts";
import type { Running } from "#shared/request/model.ts";
import type { ClassificationCode } from "./classification.ts";

/** What happens to the registers outside of any request, on the stream of the office. */
export type RegisterEvent =
  /** A letter that was written outside Lajur, or one that came in without a request. */
  | { type: "number.entered"; body: EnteredNumber }
  | {
      type: "number.voided";
      body: { register: RegisterId; year: number; number: string; reason: string };
    }
  /** Why the numbers from `value` to `until` were passed over. */
  | {
      type: "number.explained";
      body: { register: RegisterId; year: number; value: number; until: number; reason: string };
    }
  /** The whole table; it takes the place of the one before. */
  | { type: "classification.saved"; body: { codes: ClassificationCode[] } };

export type EnteredNumber = {
  register: RegisterId;
  number: string;
  /** Null for a number outside the sequence. */
  running: Running | null;
  /** Letter of an inserted number, and why it was inserted; both empty otherwise. */
  suffix: string;
  inserted: string;
  date: string;
  subject: string;
  party: string;
  /** The sender's own number and day, of an incoming letter. */
  reference: string;
};

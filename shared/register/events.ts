import type { RegisterId } from "#shared/letter/register.ts";
import type { Running } from "#shared/request/model.ts";
import type { ClassificationCode } from "./classification.ts";

/** What happens to the registers outside of any request, on the stream of the office. */
export type RegisterEvent =
  /** A letter that was written outside Lajur, or one that came in without a request. */
  | { type: "number.entered"; body: EnteredNumber }
  | {
      type: "number.voided";
      body: {
        register: RegisterId;
        year: number;
        number: string;
        reason: string;
        /** Which of two that have the number: the event that entered it. */
        entry?: string;
      };
    }
  /** Why the numbers from `value` to `until` were passed over. */
  | {
      type: "number.explained";
      body: {
        register: RegisterId;
        year: number;
        value: number;
        until: number;
        reason: string;
        series?: string;
      };
    }
  /** From here on this PC gives the register's numbers; written by the PC that held it till then. */
  | { type: "register.assigned"; body: { register: RegisterId } & Pc }
  /**
   * The same, by another PC because the holder is gone. What the holder may have given unseen is
   * passed over; null where numbers simply go on. A PC without a portal has no id.
   */
  | {
      type: "register.taken";
      body: { register: RegisterId; reason: string; passed: Passed | null } & Pc;
    }
  /** Numbers that another PC gives by itself; only the holder sets them apart. */
  | { type: "register.reserved"; body: NumberBlock }
  /** A PC asks the holder for so many numbers of the year under which they are counted. */
  | { type: "register.asked"; body: { register: RegisterId; year: number; count: number } & Pc }
  /** What is left of a block is given by nobody any more. `block` is the id of its event. */
  | { type: "register.returned"; body: { block: string; reason: string } }
  /** The whole table; it takes the place of the one before. */
  | { type: "classification.saved"; body: { codes: ClassificationCode[] } };

/** A PC of the office, as the portal knows it. */
export type Pc = { device: string; name: string };

/** Running numbers that are left out, both of them too. */
export type Passed = { year: number; from: number; to: number };

export type NumberBlock = {
  register: RegisterId;
  /** Under which its numbers are counted. */
  year: number;
  /** Running numbers, both of them too. */
  from: number;
  to: number;
  /** Id of the event that asked for it; empty where nobody did. */
  asked: string;
} & Pc;

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

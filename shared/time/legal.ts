import type { Extension } from "#shared/request/model.ts";
import { computeDeadline, computeDue, type Deadline, type DeadlineInput } from "./deadline.ts";

/**
 * The clocks of the law beside those of the SOP. The law knows no pause: whoever stops this clock
 * too passes the pauses on.
 */

/** UU 14/2008 Pasal 22 ayat (7): an answer within 10 working days of registration. */
export const ANSWER_DAYS = 10;
/** UU 14/2008 Pasal 36 ayat (1): 30 working days to file an objection. */
export const FILING_DAYS = 30;
/** UU 14/2008 Pasal 36 ayat (2): 30 working days to answer one. */
export const OBJECTION_DAYS = 30;

type LegalInput = Omit<DeadlineInput, "time">;

/**
 * When a request registered at `start` must be answered, extended by so many working days: once, by
 * at most 7, with a written reason (UU 14/2008 Pasal 22 ayat (8)).
 */
export const answerDeadline = (input: LegalInput, extension: Extension | 0 = 0): Deadline =>
  within(input, ANSWER_DAYS + extension);

/** The same instant alone, for long lists; null where the calendar never opens. */
export const answerDue = (input: LegalInput, extension: Extension | 0 = 0): string | null =>
  computeDue(inDays(input, ANSWER_DAYS + extension));

/** Until when a requester may object who got the reason for it at `start`. */
export const filingDeadline = (input: LegalInput): Deadline => within(input, FILING_DAYS);

/** When an objection registered at `start` must be answered. */
export const objectionDeadline = (input: LegalInput): Deadline => within(input, OBJECTION_DAYS);

const within = (input: LegalInput, days: number): Deadline => computeDeadline(inDays(input, days));

const inDays = (input: LegalInput, days: number): DeadlineInput => ({
  ...input,
  time: { min: days, max: days, unit: "workday" },
});

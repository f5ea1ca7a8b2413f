import { type ErrorCode, failure } from "#shared/errors.ts";
import type { Answer, Refusal } from "../service/answer.ts";
import { statusOf } from "./status.ts";

/** Thrown inside a route; the error handler answers it. */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly status: number;
  /** Where a page's own error handler looks for it. */
  readonly statusCode: number;
  constructor(refusal: Refusal, status = statusOf(refusal.code)) {
    super(refusal.code);
    this.refusal = refusal;
    this.status = status;
    this.statusCode = status;
  }
}

export const refused = (code: ErrorCode, status?: number): Refused =>
  new Refused(failure(code), status);

/** The value of an answer; a refusal is thrown. */
export function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Refused(answer.error);
}

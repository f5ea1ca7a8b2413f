import { type ErrorCode, failure } from "#shared/errors.ts";
import type { Refusal } from "./open-data-portal.ts";

/** What may be otherwise in a while, without anybody doing anything. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "ckan_offline",
  "ckan_slow",
  "ckan_down",
  "ckan_answer_broken",
  "ckan_busy",
  "ckan_stopped",
]);

export function refuse(code: ErrorCode, values: Record<string, string | number> = {}): Refusal {
  return { ok: false, error: failure(code, values), passing: PASSING.has(code) };
}

import { type ErrorCode, failure, type Failure } from "#shared/errors.ts";
import type { Head } from "#shared/sync/protocol.ts";

/** A refusal; `heads` say how far the portal has the writers concerned, where that helps. */
export type Refusal = Failure & { heads?: Head[] };

export type Answer<T> = { ok: true; value: T } | { ok: false; error: Refusal };

export const taken = <T>(value: T): Answer<T> => ({ ok: true, value });

export const refuse = (
  code: ErrorCode,
  values: Record<string, string | number> = {},
): { ok: false; error: Refusal } => ({ ok: false, error: failure(code, values) });

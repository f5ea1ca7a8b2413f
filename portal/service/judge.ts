import type { ErrorCode } from "#shared/errors.ts";
import { EVENT_LIMITS, type WireEvent } from "#shared/sync/wire.ts";
import { OFFICE_STREAM, type StreamOwner } from "./streams.ts";

/** The types whose event takes the identities of its request with it. */
const ERASING = new Set(["identity.erased", "request.destroyed"]);

const TYPE = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/u;

export type Verdict =
  | { code: null; body: unknown; erases: boolean }
  | { code: ErrorCode; body?: never; erases?: never };

/**
 * Whether a well-formed event with a sound hash may go on to the office's other PCs. What it says is
 * for them to understand: unknown types and versions pass as they are. A stream that nobody has had
 * becomes the office's.
 */
export function judge(
  event: WireEvent,
  office: string,
  streams: Map<string, StreamOwner>,
): Verdict {
  if (event.body.length > EVENT_LIMITS.body || event.after.length > EVENT_LIMITS.after) {
    return { code: "event_too_large" };
  }
  if (!TYPE.test(event.type)) return { code: "event_malformed" };
  const body = readJson(event.body);
  const after = readJson(event.after);
  if (body === undefined || !Array.isArray(after)) return { code: "event_malformed" };
  if (event.stream !== OFFICE_STREAM) {
    const owner = streams.get(event.stream);
    if (owner !== undefined && owner.office !== office) return { code: "event_other_office" };
    if (owner === undefined) streams.set(event.stream, { office, erased: false, fresh: true });
  }
  return { code: null, body, erases: ERASING.has(event.type) };
}

/** Undefined for what is no JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

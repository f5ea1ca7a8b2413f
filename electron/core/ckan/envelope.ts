import { ok } from "#shared/errors.ts";
import type { Answer } from "./open-data-portal.ts";
import { refuse } from "./refusals.ts";

/** What came back over the line, whole. */
export type Reply = { status: number; type: string; text: string };

/** Letters of the portal's own words that are shown. */
const LONGEST = 300;

/**
 * What CKAN says in a reply: its envelope holds `result`, or `error` with a `__type`; a request that
 * it does not understand is answered with a bare JSON string; a server before it may answer HTML.
 */
export function openEnvelope({ status, type, text }: Reply): Answer<unknown> {
  if (status === 413) return refuse("ckan_file_too_large");
  if (status === 429) return refuse("ckan_busy");
  if (status >= 300 && status < 400) return refuse("ckan_moved");
  const parsed = parse(text);
  if (parsed === undefined) {
    if (status >= 500) return refuse("ckan_down", { detail: `HTTP ${status}` });
    // Something else than CKAN answers, or CKAN was cut off in the middle of a sentence.
    if (type.includes("json") || /^\s*\{"help"/.test(text)) return refuse("ckan_answer_broken");
    if (status === 401 || status === 403) return refuse("ckan_forbidden", { detail: "" });
    return refuse("ckan_no_api");
  }
  if (typeof parsed === "string") {
    if (/action name not known/i.test(parsed)) return refuse("ckan_action_unknown");
    if (status >= 500) return refuse("ckan_down", { detail: clip(parsed) });
    return refuse("ckan_refused", { detail: clip(parsed) });
  }
  const envelope = asRecord(parsed);
  if (envelope === null || typeof envelope["success"] !== "boolean") return refuse("ckan_no_api");
  if (envelope["success"] && status < 400) return ok(envelope["result"]);
  return refusal(status, asRecord(envelope["error"]) ?? {});
}

function refusal(status: number, error: Record<string, unknown>): Answer<never> {
  const kind = error["__type"];
  const detail = clip(wordsOf(error));
  if (kind === "Authorization Error" || status === 403) return refuse("ckan_forbidden", { detail });
  if (kind === "Not Found Error" || status === 404) return refuse("ckan_not_found");
  if (/too large/i.test(detail)) return refuse("ckan_file_too_large");
  if ("name" in error || "url" in error) {
    const said = JSON.stringify([error["name"], error["url"]]);
    if (/already in use|already exists/i.test(said)) return refuse("dataset_name_taken");
  }
  if (status >= 500) return refuse("ckan_down", { detail: detail || `HTTP ${status}` });
  return refuse("ckan_refused", { detail });
}

/** CKAN's reasons by field, as a sentence. */
function wordsOf(error: Record<string, unknown>): string {
  if (typeof error["message"] === "string") return error["message"];
  return Object.entries(error)
    .filter(([key]) => key !== "__type")
    .map(([key, value]) => `${key}: ${plain(value)}`)
    .join("; ");
}

function plain(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(plain).join(", ");
  return value === null ? "" : JSON.stringify(value);
}

const clip = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told by what it looks like
  }
}

export function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

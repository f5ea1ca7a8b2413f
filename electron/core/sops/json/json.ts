import { fail, ok, type Result } from "#shared/errors.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Draft } from "#shared/sop/draft.ts";
import type { Imported } from "#shared/sop/import.ts";
import { isRecord, type Loose } from "../fitting/complete.ts";
import { fitDraft } from "../fitting/fit.ts";
import { createNotes, type Notes } from "../fitting/notes.ts";

/** What the envelope of an exported SOP says of itself. */
export const FORMAT = "lajur-sop";
/** Counts up when a definition written today could no longer be read by an older Lajur. */
export const FORMAT_VERSION = 1;
/** In UTF-16 units; the largest SOP that the schema allows stays below it in practice. */
export const LARGEST = 8 * 1024 * 1024;
const MOST_STEPS = 400;

/** The SOP as a readable JSON file in Lajur's envelope, ending with a line break. */
export function writeSopJson(definition: Definition | Draft): string {
  const file = { format: FORMAT, formatVersion: FORMAT_VERSION, sop: definition };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Reads an exported SOP, or a bare definition as the library has it. What this version does not know
 * is left out with a note that names its path.
 */
export function readSopJson(text: string): Result<Imported> {
  if (text.length > LARGEST) return fail("sop_json_too_large");
  const data = parse(text);
  if (!isRecord(data)) return fail("sop_json_unreadable");
  const notes = createNotes();
  const enveloped = Object.hasOwn(data, "sop") || Object.hasOwn(data, "format");
  const version = enveloped ? data.formatVersion : FORMAT_VERSION;
  const isNewer = typeof version === "number" && version > FORMAT_VERSION;
  const refused = fail(isNewer ? "sop_json_newer" : "sop_json_unreadable");
  if (enveloped && data.format !== FORMAT) return fail("sop_json_unreadable");
  if (enveloped && !isNewer && version !== FORMAT_VERSION) return refused;
  const unknown = isNewer ? "newer_version" : "not_taken";
  const sop = enveloped ? data.sop : data;
  if (enveloped) noteRest(data, notes, unknown);
  // Without its lanes and steps it is some other JSON, of which nothing would be left.
  if (!isRecord(sop) || !Array.isArray(sop.lanes) || !Array.isArray(sop.steps)) return refused;
  if (sop.steps.length > MOST_STEPS) return fail("sop_json_too_large");
  const draft = fitDraft(sop, { notes, placeOf: (path) => path.join("."), unknown });
  return draft === null ? refused : ok({ draft, notes: notes.list() });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function noteRest(envelope: Loose, notes: Notes, code: "newer_version" | "not_taken"): void {
  for (const key of Object.keys(envelope)) {
    if (!["format", "formatVersion", "sop"].includes(key)) notes.add(code, key, key);
  }
}

import { fail, ok, type Result } from "#shared/errors.ts";
import type { Imported } from "#shared/sop/import.ts";
import { fitDraft } from "../fitting/fit.ts";
import { createNotes, type Notes } from "../fitting/notes.ts";
import { slugOf } from "#shared/sop/slug.ts";
import { extensionOf, idOf, listOf } from "./elements.ts";
import { nameOf, oneLine } from "./exact-text.ts";
import { definitionFacts } from "./facts.ts";
import { guard } from "./guard.ts";
import { type Model, modelOf } from "./model.ts";
import { noteOutside, noteWarnings, pickProcess } from "./pick.ts";
import { positionsOf } from "./positions.ts";
import { reduce } from "./reduce.ts";
import { restore } from "./restore.ts";
import { createModdle, type Element } from "./vocabulary.ts";

const MOST_NODES = 400;

/**
 * Reads a BPMN 2.0 file as a draft. A file that `writeBpmn` wrote gives back every fact. Of a foreign
 * one, whatever a sheet cannot hold is reduced or left out, each with a note.
 */
export async function readBpmn(text: string): Promise<Result<Imported>> {
  const xml = text.replace(/^\uFEFF/, "");
  const refusal = guard(xml);
  if (refusal !== null) return fail(refusal);
  const notes = createNotes();
  const root = await parse(xml, notes);
  if (root === null) return fail("bpmn_unreadable");
  const picked = pickProcess(root);
  if (picked === null) return fail("bpmn_empty");
  if (picked.count > MOST_NODES) return fail("bpmn_too_large");
  noteOutside(root, picked, notes);
  const positions = positionsOf(root);
  const model = modelOf(picked.process, positions, notes);
  const facts = definitionFacts(picked.process, notes);
  const own = restore(model);
  const steps = own ?? reduce(model, positions, notes);
  const name = nameIn(picked.process) || nameIn(picked.pool);
  const lanes = own === null ? lanesOf(model, name, picked.pool, notes, steps) : model.lanes;
  const data = { id: slugOf(name, "sop-impor"), ...facts, name, lanes, steps };
  if (own === null) noteProcess(picked.process, data, notes);
  const draft = fitDraft(data, { notes, placeOf: (path) => path.join(".") });
  return draft === null ? fail("bpmn_unreadable") : ok({ draft, notes: notes.list() });
}

/** Lajur's own names are kept as they are, others on one line. */
function nameIn(element: Element | undefined): string {
  const name = element === undefined ? undefined : nameOf(element);
  const isOwn = extensionOf(element, "lajur:Definition") !== undefined;
  return isOwn ? (name ?? "") : oneLine(name);
}

/** Null when it is not BPMN; what moddle throws is always about the text. */
async function parse(xml: string, notes: Notes): Promise<Element | null> {
  try {
    const { rootElement, warnings } = await createModdle().fromXML(xml);
    noteWarnings(warnings, notes);
    return rootElement;
  } catch {
    return null;
  }
}

/** A process without lanes is done by one pelaksana, named after its pool. */
function lanesOf(
  { lanes, process }: Model,
  name: string,
  pool: Element | undefined,
  notes: Notes,
  steps: Record<string, unknown>[],
): string[] {
  if (lanes.length > 0) return [...new Set(lanes)];
  const lane = nameIn(pool) || name || "Pelaksana";
  notes.add("guessed", idOf(process), `satu pelaksana: ${lane}`);
  for (const step of steps) step.lane = lane;
  return [lane];
}

/** The process's documentation becomes the remarks, unless Lajur's own are there. */
function noteProcess(process: Element, data: Record<string, unknown>, notes: Notes): void {
  for (const documentation of listOf(process, "documentation")) {
    const { text } = documentation;
    if (typeof text !== "string" || text.trim() === "") continue;
    if (typeof data.remarks === "string" && data.remarks !== "") {
      notes.add("not_taken", idOf(process), text);
    } else data.remarks = text;
  }
}

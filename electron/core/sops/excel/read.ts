import { fail, ok, type Result } from "#shared/errors.ts";
import type { Draft } from "#shared/sop/draft.ts";
import type { Imported } from "#shared/sop/import.ts";
import { fitDraft } from "../fitting/fit.ts";
import { createNotes, type Notes } from "../fitting/notes.ts";
import { readDataSheet } from "./data-sheet.ts";
import { draftOfView, type ReadView } from "./draft-of-view.ts";
import type { Grid } from "../../workbook/grid.ts";
import { stepHeadings } from "./headings.ts";
import { paperHeadings, readPaper } from "./paper-sheet.ts";
import { isIdentity, readIdentity } from "./read-identity.ts";
import { laneHeadings, readLanes } from "./read-lanes.ts";
import { readSteps } from "./read-steps.ts";
import { emptyView, type View, viewOf } from "./view.ts";
import { plain, SHEETS } from "./words.ts";
import { readGrids } from "../../workbook/read-grids.ts";

const MOST_STEPS = 400;

/**
 * Reads an SOP from an .xlsx: Lajur's own template or export, changed as people change them, or a
 * sheet as it lies on paper. Sheets and columns are found by their words, not by their place.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Imported>> {
  const grids = readGrids(bytes);
  if (!grids.ok) return grids;
  const notes = createNotes();
  const sheets = sheetsOf(grids.value);
  const base = baseOf(sheets.data, notes);
  const read = readView(sheets, base, notes);
  if (read === null) {
    return fail("workbook_layout", { headings: "No, Kegiatan, Jenis, dan Pelaksana" });
  }
  if (read.steps.length > MOST_STEPS) return fail("workbook_too_large");
  for (const grid of sheets.rest) {
    notes.add("not_taken", `${grid.name}!A1`, `Lembar “${grid.name}”`);
  }
  const draft = fitDraft(draftOfView(read, base, notes), {
    notes,
    placeOf: (path) => placeOf(read.places, path),
  });
  return draft === null ? fail("workbook_unreadable") : ok({ draft, notes: notes.list() });
}

type Sheets = {
  identity?: Grid | undefined;
  lanes?: Grid | undefined;
  steps?: Grid | undefined;
  data?: Grid | undefined;
  rest: Grid[];
};

/** Which sheet holds what. Our own name for it goes first, then what its headings say. */
function sheetsOf(grids: Grid[]): Sheets {
  const left = new Set(grids);
  const take = (name: string, fits: (grid: Grid) => boolean): Grid | undefined => {
    const fitting = [...left].filter(fits);
    const found = fitting.find((grid) => plain(grid.name) === plain(name)) ?? fitting[0];
    if (found !== undefined) left.delete(found);
    return found;
  };
  const isNamed = (name: string) => (grid: Grid) => plain(grid.name) === plain(name);
  take(SHEETS.guide, isNamed(SHEETS.guide));
  const data = take(SHEETS.data, isNamed(SHEETS.data));
  const steps = take(SHEETS.steps, hasSteps);
  const identity = take(SHEETS.identity, isIdentity);
  const lanes = take(SHEETS.lanes, (grid) => laneHeadings(grid) !== null && !hasSteps(grid));
  return { data, steps, identity, lanes, rest: [...left].filter((grid) => grid.rows.size > 0) };
}

const hasSteps = (grid: Grid): boolean =>
  paperHeadings(grid) !== null || stepHeadings(grid) !== null;

function baseOf(grid: Grid | undefined, notes: Notes): Draft | null {
  if (grid === undefined) return null;
  const facts = readDataSheet(grid);
  // What had to be mended there was changed by hand; its notes go with the rest.
  const base = facts === null ? null : fitDraft(facts, { notes, placeOf: () => `${grid.name}!A1` });
  if (base === null) notes.add("not_taken", `${grid.name}!A1`, `Lembar “${grid.name}”`);
  return base;
}

function readView(sheets: Sheets, base: Draft | null, notes: Notes): ReadView | null {
  if (sheets.steps === undefined) return null;
  // A sheet that was taken out says nothing, so what lies beside it still holds.
  const before: View = base === null ? emptyView() : viewOf(base);
  const view = emptyView();
  const places = new Map<string, string>();
  if (sheets.identity === undefined) {
    Object.assign(view, { facts: before.facts, lists: before.lists });
  } else readIdentity(sheets.identity, view, places, notes);
  const laneColumns = sheets.lanes === undefined ? null : laneHeadings(sheets.lanes);
  if (sheets.lanes === undefined || laneColumns === null) view.lanes = before.lanes;
  else readLanes(sheets.lanes, laneColumns, view.lanes, places, notes);
  const paper = paperHeadings(sheets.steps);
  if (paper !== null) {
    const { lanes, steps } = readPaper(sheets.steps, paper, notes);
    return { ...view, lanes: view.lanes.length === 0 ? lanes : view.lanes, steps, places };
  }
  const headings = stepHeadings(sheets.steps);
  if (headings === null) return null;
  return { ...view, steps: readSteps(sheets.steps, headings, notes), places };
}

/** The cell of a path in the draft, or of the closest part above it. */
function placeOf(places: Map<string, string>, path: PropertyKey[]): string {
  for (let length = path.length; length > 0; length -= 1) {
    const place = places.get(path.slice(0, length).join("."));
    if (place !== undefined) return place;
  }
  return "";
}

import type { Notes } from "../fitting/notes.ts";
import { linesOf, oneLine } from "./cell-text.ts";
import { type Grid, letters, textAt } from "../../workbook/grid.ts";
import { createReading, noteMerges, rowsAfter } from "./reading.ts";
import type { ReadStep } from "./read-steps.ts";
import type { View } from "./view.ts";
import { keyOf, PAPER, plain, STEP_COLUMNS, type StepColumn } from "./words.ts";

/**
 * A sheet as it lies on the offices' paper: No, Kegiatan, a column for each lane under "Pelaksana",
 * then Kelengkapan, Waktu and Output under "Mutu Baku". A mark in a lane's column says who does it.
 */
export type PaperHeadings = {
  /** The lower row of the headings; steps begin below it. */
  row: number;
  lanes: { column: number; name: string }[];
  columns: Map<StepColumn, number>;
};

const HIGHEST = 40;
/** Rows that headings take at most. */
const DEPTH = 3;
const LANES = 40;

export function paperHeadings(grid: Grid): PaperHeadings | null {
  for (const row of rowsAfter(grid, 0)) {
    if (row > HIGHEST) return null;
    const found = headingsAt(grid, row);
    if (found !== null) return found;
  }
  return null;
}

function headingsAt(grid: Grid, top: number): PaperHeadings | null {
  const columns = new Map<StepColumn, number>();
  let lanesAt: number | null = null;
  let qualityAt: number | null = null;
  const filled = [...(grid.rows.get(top) ?? [])].sort(([a], [b]) => a - b);
  for (const [column, { text }] of filled) {
    const words = plain(text);
    if ((PAPER.lanes as readonly string[]).includes(words)) lanesAt ??= column;
    else if ((PAPER.quality as readonly string[]).includes(words)) qualityAt ??= column;
    else setColumn(columns, text, column);
  }
  const gist = columns.get("gist");
  if (gist === undefined || lanesAt === null || lanesAt < gist) return null;
  // Kelengkapan, Waktu and Output stand one row lower where Mutu Baku stands over them.
  let bottom = top;
  for (let row = top + 1; row < top + DEPTH; row += 1) {
    const cells = [...(grid.rows.get(row) ?? [])];
    const hasGist = textAt(grid, row, gist) !== "";
    if (cells.length === 0 || hasGist) break;
    for (const [column, { text }] of cells) if (column > gist) setColumn(columns, text, column);
    bottom = row;
  }
  const start = lanesAt;
  const after = [...columns.values(), ...(qualityAt === null ? [] : [qualityAt])];
  const end = Math.min(...after.filter((column) => column > start), start + LANES);
  const lanes: PaperHeadings["lanes"] = [];
  for (let column = start; column < end; column += 1) {
    const names = [];
    for (let row = top + 1; row <= bottom; row += 1) names.push(textAt(grid, row, column));
    const name = oneLine(names.filter((text) => text !== "" && !/^\d+$/.test(text)).join(" "));
    if (name !== "") lanes.push({ column, name });
  }
  return lanes.length === 0 ? null : { row: bottom, lanes, columns };
}

function setColumn(columns: Map<StepColumn, number>, text: string, column: number): void {
  const key = keyOf(STEP_COLUMNS, text);
  if (key !== null && key !== "lane" && !columns.has(key)) columns.set(key, column);
}

/** The rows as steps that follow each other; what paper does not say is left to be guessed. */
export function readPaper(
  grid: Grid,
  { row: head, lanes, columns }: PaperHeadings,
  notes: Notes,
): { lanes: View["lanes"]; steps: ReadStep[] } {
  const reading = createReading(grid, notes);
  noteMerges(grid, head, notes);
  const steps: ReadStep[] = [];
  for (const row of rowsAfter(grid, head)) {
    const places = new Map<string, string>();
    const read = (field: StepColumn): string => {
      const column = columns.get(field);
      if (column === undefined) return "";
      places.set(field, reading.place(row, column));
      return reading.text(row, column);
    };
    const gist = read("gist");
    const [first, ...also] = lanes.filter(({ column }) => textAt(grid, row, column) !== "");
    const rest = { requirements: read("requirements"), outputs: read("outputs") };
    const last = steps.at(-1);
    if (gist === "") {
      // Further lines of the row above, whose activity is one merged cell.
      if (last !== undefined) {
        last.view.requirements = joined(last.view.requirements, rest.requirements);
        last.view.outputs = joined(last.view.outputs, rest.outputs);
      }
      continue;
    }
    // The row of column numbers under the headings.
    if (/^\(?\d+\)?$/.test(gist) && steps.length === 0) continue;
    places.set("lane", `${grid.name}!${letters(first?.column ?? lanes[0]?.column ?? 1)}${row}`);
    places.set("kind", reading.place(row, columns.get("gist") ?? 1));
    places.set("next", reading.place(row, columns.get("gist") ?? 1));
    steps.push({
      view: {
        no: read("no"),
        gist,
        kind: "",
        lane: first?.name ?? "",
        also: also.map(({ name }) => name).join("\n"),
        ...rest,
        time: read("time"),
        note: read("note"),
        next: "",
        ways: [],
      },
      places,
    });
  }
  return { lanes: lanes.map(({ name }) => ({ name, requester: false })), steps };
}

const joined = (above: string, below: string): string =>
  [...linesOf(above), ...linesOf(below)].join("\n");

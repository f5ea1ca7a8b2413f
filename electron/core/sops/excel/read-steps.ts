import type { Notes } from "../fitting/notes.ts";
import type { Grid } from "../../workbook/grid.ts";
import type { StepHeadings } from "./headings.ts";
import { createReading, noteMerges, rowsAfter } from "./reading.ts";
import type { StepView } from "./view.ts";
import { STEP_COLUMNS, type StepColumn } from "./words.ts";

/** What a row held, and where its cells stand, by the step's own field names. */
export type ReadStep = { view: StepView; places: Map<string, string> };

const COLUMNS = Object.keys(STEP_COLUMNS) as StepColumn[];

/** The table's rows; empty ones are left out, those between others with a note. */
export function readSteps(grid: Grid, headings: StepHeadings, notes: Notes): ReadStep[] {
  const reading = createReading(grid, notes);
  noteMerges(grid, headings.row, notes);
  for (const [column, text] of headings.unknown) {
    const held = rowsAfter(grid, headings.row).some((row) => grid.rows.get(row)?.has(column));
    if (held) notes.add("not_taken", reading.place(headings.row, column), `Kolom “${text}”`);
  }
  const steps: ReadStep[] = [];
  let last = headings.row;
  let gap: number | null = null;
  for (const row of rowsAfter(grid, headings.row)) {
    const step = readRow(row);
    if (step === null) {
      gap ??= row;
      continue;
    }
    // A row that Excel does not even keep is as empty as one with a number alone.
    if (steps.length > 0 && row > last + 1) {
      const place = reading.place(last + 1, headings.columns.get("gist") ?? 1);
      notes.add("row_empty", place, row > last + 2 ? `${last + 1}–${row - 1}` : String(last + 1));
    }
    last = row;
    steps.push(step);
  }
  return steps;

  function readRow(row: number): ReadStep | null {
    const places = new Map<string, string>();
    const read = (field: string, column: number | undefined): string => {
      if (column === undefined) return "";
      places.set(field, reading.place(row, column));
      return reading.text(row, column);
    };
    const fields = Object.fromEntries(
      COLUMNS.map((column) => [column, read(column, headings.columns.get(column))]),
    ) as Record<StepColumn, string>;
    const ways = [...headings.ways]
      .sort(([a], [b]) => a - b)
      .map(([no, { when, to }]) => ({
        when: read(`when.${no}`, when),
        to: read(`to.${no}`, to),
      }));
    while (ways.at(-1)?.when === "" && ways.at(-1)?.to === "") ways.pop();
    const { no, ...rest } = fields;
    if (ways.length === 0 && Object.values(rest).every((text) => text === "")) return null;
    return { view: { no, ...rest, ways }, places };
  }
}

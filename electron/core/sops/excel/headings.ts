import type { Grid } from "../../workbook/grid.ts";
import { keyOf, plain, STEP_COLUMNS, type StepColumn } from "./words.ts";

/** Headings stand within these rows; below them are steps. */
const HIGHEST = 40;

export type StepHeadings = {
  row: number;
  columns: Map<StepColumn, number>;
  /** Columns of the n-th way: its words and where it leads. */
  ways: Map<number, { when?: number; to?: number }>;
  /** Headings that no step has, by column. */
  unknown: Map<number, string>;
};

/** The row of a table of steps' headings, found by their words; null when the sheet has none. */
export function stepHeadings(grid: Grid): StepHeadings | null {
  let best: StepHeadings | null = null;
  for (const [row, cells] of grid.rows) {
    if (row > HIGHEST) continue;
    const found = headingsOf(row, new Map([...cells].map(([column, { text }]) => [column, text])));
    const isTable =
      found.columns.has("gist") &&
      ["lane", "kind", "next"].some((key) => found.columns.has(key as StepColumn));
    if (isTable && (best === null || found.columns.size > best.columns.size)) best = found;
  }
  return best;
}

function headingsOf(row: number, cells: Map<number, string>): StepHeadings {
  const found: StepHeadings = { row, columns: new Map(), ways: new Map(), unknown: new Map() };
  for (const [column, text] of [...cells].sort(([a], [b]) => a - b)) {
    const way = /^(pilihan|jawaban|tujuan) ?(\d{1,2})$/.exec(plain(text));
    if (way !== null) {
      const no = Number(way[2]);
      const pair = found.ways.get(no) ?? {};
      const side = way[1] === "tujuan" ? "to" : "when";
      if (pair[side] === undefined) found.ways.set(no, { ...pair, [side]: column });
      else found.unknown.set(column, text);
      continue;
    }
    const key = keyOf(STEP_COLUMNS, text);
    if (key !== null && !found.columns.has(key)) found.columns.set(key, column);
    else if (text.trim() !== "") found.unknown.set(column, text);
  }
  return found;
}

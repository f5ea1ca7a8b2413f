import { oneLine } from "./cell-text.ts";
import type { Notes } from "../fitting/notes.ts";
import type { Grid } from "../../workbook/grid.ts";
import { createReading, noteMerges, rowsAfter } from "./reading.ts";
import type { View } from "./view.ts";
import { LANE_NAME, LANE_REQUESTER, plain } from "./words.ts";

type LaneHeadings = { row: number; name: number; requester: number | null };

/** The row with the heading "Pelaksana" of a sheet that lists lanes. */
export function laneHeadings(grid: Grid): LaneHeadings | null {
  for (const [row, cells] of [...grid.rows].sort(([a], [b]) => a - b)) {
    if (row > 40) return null;
    const columnOf = (word: string) =>
      [...cells].find(([, { text }]) => plain(text) === plain(word))?.[0] ?? null;
    const name = columnOf(LANE_NAME);
    // The sheet's own title says the same word, but alone in its row.
    if (name !== null && cells.size > 1) return { row, name, requester: columnOf(LANE_REQUESTER) };
  }
  return null;
}

export function readLanes(
  grid: Grid,
  { row: head, name, requester }: LaneHeadings,
  lanes: View["lanes"],
  places: Map<string, string>,
  notes: Notes,
): void {
  const reading = createReading(grid, notes);
  noteMerges(grid, head, notes);
  for (const row of rowsAfter(grid, head)) {
    const text = oneLine(reading.text(row, name));
    if (text === "") continue;
    const mark = requester === null ? "" : plain(reading.text(row, requester));
    places.set(`lanes.${lanes.length}`, reading.place(row, name));
    lanes.push({ name: text, requester: mark !== "" && mark !== "tidak" && mark !== "-" });
  }
}

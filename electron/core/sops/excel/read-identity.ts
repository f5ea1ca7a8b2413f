import { linesOf } from "./cell-text.ts";
import type { Cell, Grid } from "../../workbook/grid.ts";
import { cellAt } from "../../workbook/grid.ts";
import { createReading, noteMerges, rowsAfter } from "./reading.ts";
import type { Notes } from "../fitting/notes.ts";
import type { View } from "./view.ts";
import { FACTS, type FactKey, keyOf, LISTS, type ListKey } from "./words.ts";

type Identity = Pick<View, "facts" | "lists">;
/** Place of a fact or of a list's first item, by key. */
export type Places = Map<string, string>;

/** Rows in which the labels of an identity page begin. */
const HIGHEST = 200;

/** Whether a sheet is an identity page: several of its labels stand first in their rows. */
export function isIdentity(grid: Grid): boolean {
  let labels = 0;
  for (const [row, cells] of grid.rows) {
    if (row > HIGHEST) continue;
    const first = firstOf(cells);
    if (first !== null && labelOf(first.text) !== null) labels += 1;
  }
  return labels >= 3;
}

/** Label and value side by side; items of a list below each other without a label of their own. */
export function readIdentity(grid: Grid, identity: Identity, places: Places, notes: Notes): void {
  const reading = createReading(grid, notes);
  noteMerges(grid, 3, notes);
  let list: ListKey | null = null;
  let labels = Number.POSITIVE_INFINITY;
  for (const row of rowsAfter(grid, 0)) {
    const first = firstOf(grid.rows.get(row) ?? new Map<number, Cell>());
    if (first === null) continue;
    // An item may read like a label, but it stands to the right of them.
    const label = first.column <= labels ? labelOf(first.text) : null;
    if (label !== null) {
      labels = first.column;
      list = label.kind === "list" ? label.key : null;
    }
    const isItem = label === null && list !== null && first.column > labels;
    // Titles above the first label and the heading row belong to the sheet, not to the SOP.
    if (label === null && !isItem) {
      if (labels !== Number.POSITIVE_INFINITY) {
        notes.add("not_taken", reading.place(row, first.column), first.text);
      }
      continue;
    }
    const value = isItem ? first.column : valueColumn(grid, row, first.column);
    if (value === null) continue;
    const place = reading.place(row, value);
    const text = reading.text(row, value);
    if (label?.kind === "fact") {
      identity.facts[label.key] = cellAt(grid, row, value)?.day ?? text;
      places.set(label.key, place);
    } else if (list !== null) {
      const items = linesOf(text);
      items.forEach((_, index) => {
        places.set(`identity.${list}.${identity.lists[list as ListKey].length + index}`, place);
      });
      identity.lists[list].push(...items);
    }
    for (const column of grid.rows.get(row)?.keys() ?? []) {
      if (column > value)
        notes.add("not_taken", reading.place(row, column), reading.text(row, column));
    }
  }
}

type Label = { kind: "fact"; key: FactKey } | { kind: "list"; key: ListKey };

function labelOf(text: string): Label | null {
  const list = keyOf(LISTS, text);
  if (list !== null) return { kind: "list", key: list };
  const fact = keyOf(FACTS, text);
  return fact === null ? null : { kind: "fact", key: fact };
}

function firstOf(cells: Map<number, { text: string }>): { column: number; text: string } | null {
  const column = Math.min(...cells.keys());
  const cell = cells.get(column);
  return cell === undefined ? null : { column, text: cell.text };
}

/** The next filled cell; the colon of old forms is passed over where something follows it. */
function valueColumn(grid: Grid, row: number, label: number): number | null {
  const [first, second] = [...(grid.rows.get(row)?.keys() ?? [])]
    .filter((column) => column > label)
    .sort((a, b) => a - b);
  if (first === undefined) return null;
  const isColon = cellAt(grid, row, first)?.text.trim() === ":";
  return isColon && second !== undefined ? second : first;
}

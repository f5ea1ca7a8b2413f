import type { Definition } from "#shared/sop/definition.ts";
import { ANNOTATED_TIME, roomIn, STYLE, TEXT_WIDTHS } from "./style.ts";
import type { Annotation, Column, Font, Measure, TextColumn } from "./types.ts";
import { wordsOf } from "./wrap.ts";

/**
 * Shares the width of the text columns out anew so that the sheet gets shorter: a column whose
 * cells decide the rows' heights takes from one whose cells don't. The sum stays the same.
 */

/** One text: the widths of its words, and the height of a line. */
type Run = { words: number[]; space: number; line: number };
type Stack = { key: TextColumn; rows: Run[][] };

const BALANCED: TextColumn[] = ["activity", "requirements", "time", "outputs", "note"];
/** Width moved at a time, and how often at most; found by trying the fifteen real sheets. */
const PORTION = 6;
const MOVES = 40;

export function balanceColumns(
  columns: Column[],
  definition: Definition,
  annotations: ReadonlyMap<number, readonly Annotation[]>,
  measure: Measure,
): Column[] {
  const stacks = BALANCED.filter((key) => columns.some((column) => column.key === key)).map(
    (key): Stack => ({ key, rows: runsOf(key, definition, annotations, measure) }),
  );
  const widths = new Map<TextColumn, number>();
  for (const { key } of stacks) {
    widths.set(key, columns.find((column) => column.key === key)?.width ?? 0);
  }
  const least = (key: TextColumn) =>
    key === "time" && annotations.size > 0 ? ANNOTATED_TIME.min : TEXT_WIDTHS[key].min;
  const heights = createHeights(stacks);
  let total = heights(widths);
  for (let move = 0; move < MOVES; move += 1) {
    const better = bestMove(stacks, widths, heights, least, total);
    if (better === null) break;
    total = better.total;
    widths.set(better.from, (widths.get(better.from) ?? 0) - better.portion);
    widths.set(better.to, (widths.get(better.to) ?? 0) + better.portion);
  }
  let x = 0;
  return columns.map((column) => {
    const width = column.key === "lane" ? column.width : (widths.get(column.key) ?? column.width);
    const placed = { ...column, x, width };
    x += width;
    return placed;
  });
}

type Move = { from: TextColumn; to: TextColumn; portion: number; total: number };

function bestMove(
  stacks: Stack[],
  widths: Map<TextColumn, number>,
  heights: (widths: Map<TextColumn, number>) => number,
  least: (key: TextColumn) => number,
  total: number,
): Move | null {
  let best: Move | null = null;
  // A larger portion gets over widths where one word more does not fit yet.
  for (const portion of [PORTION, 3 * PORTION]) {
    for (const { key: from } of stacks) {
      const has = widths.get(from) ?? 0;
      if (has - portion < least(from)) continue;
      for (const { key: to } of stacks) {
        if (to === from) continue;
        const tried = new Map(widths);
        tried.set(from, has - portion);
        tried.set(to, (widths.get(to) ?? 0) + portion);
        const height = heights(tried);
        if (height < (best?.total ?? total)) best = { from, to, portion, total: height };
      }
    }
  }
  return best;
}

/** Height of all rows together, by estimate; a column's heights are kept for each width tried. */
function createHeights(stacks: Stack[]): (widths: Map<TextColumn, number>) => number {
  const known = new Map<string, number[]>();
  const rowsOf = (stack: Stack, width: number): number[] => {
    const key = `${stack.key} ${width}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const room = roomIn(stack.key, width);
    const rows = stack.rows.map((runs) =>
      runs.reduce((sum, run) => sum + linesOf(run, room) * run.line, 0),
    );
    known.set(key, rows);
    return rows;
  };
  const least = STYLE.cell.minHeight - 2 * STYLE.cell.padY;
  return (widths) => {
    const columns = stacks.map((stack) => rowsOf(stack, widths.get(stack.key) ?? 0));
    const count = columns[0]?.length ?? 0;
    let sum = 0;
    for (let row = 0; row < count; row += 1) {
      let high = least;
      for (const column of columns) high = Math.max(high, column[row] ?? 0);
      sum += high;
    }
    return sum;
  };
}

function linesOf({ words, space }: Run, room: number): number {
  let lines = 0;
  let left = -1;
  for (const word of words) {
    if (left >= space + word) {
      left -= space + word;
      continue;
    }
    // A word that is too wide breaks and goes on.
    const own = Math.max(1, Math.ceil(word / room));
    lines += own;
    left = own * room - word;
  }
  return lines;
}

function runsOf(
  key: TextColumn,
  definition: Definition,
  annotations: ReadonlyMap<number, readonly Annotation[]>,
  measure: Measure,
): Run[][] {
  const run = (text: string, font: Font & { line: number }, indent = 0): Run => ({
    words: wordsOf(text).map((word) => measure(word, font) + indent),
    space: measure(" ", font) - indent,
    line: font.line,
  });
  const list = (texts: readonly string[]) => {
    // The mark of a list takes a little of every line; counted as wider words.
    const indent = texts.length > 1 ? 2 : 0;
    return texts.map((text) => run(text, STYLE.text, indent));
  };
  return definition.steps.map((step): Run[] => {
    if (key === "activity") return [run(step.gist, STYLE.text)];
    if (key === "requirements") return list(step.requirements);
    if (key === "outputs") return list(step.outputs);
    if (key === "note") return step.note === null ? [] : [run(step.note, STYLE.text)];
    const planned = step.time === null ? [] : [run(step.time, STYLE.text)];
    const noted = (annotations.get(step.no) ?? []).map(({ text, bold }) =>
      run(text, { ...STYLE.annotation, bold: bold ?? false }),
    );
    return [...planned, ...noted];
  });
}

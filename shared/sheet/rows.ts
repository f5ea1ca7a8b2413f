import type { Definition } from "#shared/sop/definition.ts";
import type { Plan } from "./plan.ts";
import type { RowLines, Space } from "./space.ts";
import { roomIn, STYLE } from "./style.ts";
import type { Annotation, Column, Line, Measure, Row, SymbolKind, TextColumn } from "./types.ts";
import { wrapList, wrapText } from "./wrap.ts";

/** A row's height lines: where level ways run and where its symbol stands. */
export type RowPlace = {
  top: number;
  bottom: number;
  departure: number;
  arrival: number;
  middle: number;
  /** Height of the symbol, and the distance of ways that leave one side of it. */
  symbol: number;
  ports: number;
  /** Under the symbol, in the last row only. */
  under: number;
};
export type Down = { rows: Row[]; places: RowPlace[]; bottom: number };

export type RowNeeds = {
  lines: RowLines[];
  space: Space;
  /** By row: how many ways leave one side at most, and how far apart. */
  ports: Map<number, { count: number; apart: number }>;
};

export function symbolKind(kind: Plan["rows"][number]["kind"]): SymbolKind {
  if (kind === "decision") return "diamond";
  return kind === "process" ? "box" : "capsule";
}

/** Wraps the texts and places the rows from `top` downwards. */
export function placeRows(
  definition: Definition,
  plan: Plan,
  columns: Column[],
  needs: RowNeeds,
  annotations: ReadonlyMap<number, readonly Annotation[]>,
  measure: Measure,
  top: number,
): Down {
  const widths = new Map(columns.map((column) => [column.key, column.width]));
  const rows: Row[] = [];
  const places: RowPlace[] = [];
  let y = top;
  definition.steps.forEach((step, at) => {
    const room = (key: TextColumn) => roomIn(key, widths.get(key) ?? 0);
    const wrap = (key: TextColumn, texts: readonly string[]): Line[] =>
      widths.has(key) ? wrapList(texts, room(key), STYLE.text, measure) : [];
    const cells: Record<TextColumn, Line[]> = {
      no: [{ text: String(step.no), hyphen: false }],
      activity: wrap("activity", [step.gist]),
      requirements: wrap("requirements", step.requirements),
      time: wrap("time", step.time === null ? [] : [step.time]),
      outputs: wrap("outputs", step.outputs),
      note: wrap("note", step.note === null ? [] : [step.note]),
    };
    const notes = (annotations.get(step.no) ?? []).map(({ text, bold }) =>
      wrapText(text, room("time"), { ...STYLE.annotation, bold: bold ?? false }, measure),
    );
    const place = placeRow(y, textHeight(cells, notes), at, plan, needs);
    rows.push({ step: step.no, y, height: place.bottom - y, cells, annotations: notes });
    places.push(place);
    y = place.bottom;
  });
  return { rows, places, bottom: y };
}

function textHeight(cells: Record<TextColumn, Line[]>, notes: Line[][]): number {
  const high = (lines: Line[]) => lines.length * STYLE.text.line;
  const noted = notes.flat().length * STYLE.annotation.line;
  const most = Math.max(...Object.values(cells).map(high), high(cells.time) + noted);
  return Math.max(STYLE.cell.minHeight, most + 2 * STYLE.cell.padY);
}

function placeRow(
  top: number,
  textual: number,
  at: number,
  plan: Plan,
  { lines, space, ports }: RowNeeds,
): RowPlace {
  const kind = symbolKind(plan.rows[at]?.kind ?? "process");
  const { count, apart } = ports.get(at) ?? { count: 1, apart: 0 };
  const plain = kind === "diamond" ? STYLE.symbol.diamond : STYLE.symbol.height;
  const symbol = Math.max(plain, (count - 1) * apart + 24);
  const line = lines[at] ?? { departs: false, arrives: false, entered: false, under: false };
  const level = Number(line.departs) + Number(line.arrives);
  const over = Math.max(STYLE.overHead, (space.above.get(at) ?? 0) - symbol / 2);
  const first = top + STYLE.track - 1;
  const head = level > 0 ? STYLE.track * level - 1 + over : over;
  const foot =
    Math.max(STYLE.underFoot, space.below.get(at) ?? 0) + (line.under ? STYLE.track + 3 : 0);
  const height = Math.ceil(Math.max(textual, head + symbol + foot));
  const middle = Math.round(
    Math.min(Math.max(top + height / 2, top + head + symbol / 2), top + height - foot - symbol / 2),
  );
  return {
    top,
    bottom: top + height,
    departure: first,
    arrival: Math.max(first + (line.departs ? STYLE.track : 0), middle - symbol / 2 - over),
    middle,
    symbol,
    ports: apart,
    under: top + height - STYLE.track + 1,
  };
}

import type { Across } from "./columns.ts";
import { STYLE } from "./style.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Font, HeadCell, HeadKey, Line, SheetOptions } from "./types.ts";
import { HEAD_WORDS } from "./words.ts";
import { wrapText } from "./wrap.ts";

export type Head = { heads: HeadCell[]; height: number; split: number };

/**
 * The heading rows in the office's own words: Pelaksana and Mutu Baku span their columns, the others
 * both rows; below them the columns' numbers where they are asked for.
 */
export function placeHead(
  across: Across,
  { lanes, headings }: Definition,
  { measure, columnNumbers = false }: SheetOptions,
): Head {
  const words = (key: keyof typeof HEAD_WORDS): string =>
    (key === "no" ? undefined : headings?.[key]) ?? HEAD_WORDS[key];
  const { padX, padY } = STYLE.headCell;
  const wrap = (text: string, width: number, font: Font) =>
    wrapText(text, Math.max(1, width - 2 * padX), font, measure);
  const split = STYLE.head.line + 2 * padY;
  const quality = ["requirements", "time", "outputs"];

  const under = across.columns.map((column): { lines: Line[]; high: number } => {
    if (column.key === "lane") {
      const lines = wrap(lanes[column.lane ?? 0] ?? "", column.width, STYLE.laneHead);
      return { lines, high: lines.length * STYLE.laneHead.line };
    }
    const lines = wrap(words(column.key), column.width, STYLE.head);
    return { lines, high: quality.includes(column.key) ? lines.length * STYLE.head.line : 0 };
  });
  const low = Math.max(...under.map((one) => one.high)) + 2 * padY;
  const height = split + low;

  const heads: HeadCell[] = [];
  const spanning = (key: HeadKey & keyof typeof HEAD_WORDS, columns: Across["columns"]) => {
    const first = columns[0];
    const last = columns.at(-1);
    if (first === undefined || last === undefined) return;
    const width = last.x + last.width - first.x;
    const lines = wrap(words(key), width, STYLE.head);
    heads.push({ key, lane: null, level: 1, x: first.x, y: 0, width, height: split, lines });
  };
  spanning(
    "lanes",
    across.columns.filter((column) => column.key === "lane"),
  );
  spanning(
    "quality",
    across.columns.filter((column) => quality.includes(column.key)),
  );
  across.columns.forEach((column, at) => {
    const { key, lane, x, width } = column;
    const lines = under[at]?.lines ?? [];
    if (key === "lane" || quality.includes(key)) {
      heads.push({ key, lane, level: 2, x, y: split, width, height: low, lines });
    } else {
      heads.push({ key, lane, level: 1, x, y: 0, width, height, lines });
    }
  });
  if (!columnNumbers) return { heads, height, split };
  const tall = STYLE.laneHead.line + padY;
  across.columns.forEach(({ key, lane, x, width }, at) => {
    const lines = [{ text: String(at + 1), hyphen: false }];
    heads.push({ key, lane, level: 3, x, y: height, width, height: tall, lines });
  });
  return { heads, height: height + tall, split };
}

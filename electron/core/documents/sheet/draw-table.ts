import { STYLE } from "#shared/sheet/style.ts";
import type { SheetPage } from "#shared/sheet/pages.ts";
import type { TonedAnnotation } from "#shared/sheet/annotations.ts";
import type { Column, HeadCell, Row } from "#shared/sheet/types.ts";
import type { Pen } from "./pen.ts";

const GRID = { lineWidth: 0.6, lineColor: "#000000" };
const HEAD = { ...GRID, fill: "#e8e8e8" };
const CENTRED = new Set<Column["key"]>(["no", "time"]);

export type Annotations = ReadonlyMap<number, readonly TonedAnnotation[]>;

/** Headings, cells and their texts. */
export function drawTable(pen: Pen, page: SheetPage, annotations: Annotations): void {
  for (const head of page.heads) drawHead(pen, head);
  const top = page.headHeight;
  const height = page.height - top;
  for (const { x, width } of page.columns) pen.box({ x, y: top, width, height }, GRID);
  for (const row of page.rows) {
    const edge = row.y + row.height;
    if (row.y > top) line(pen, page.width, row.y);
    if (edge < page.height) line(pen, page.width, edge);
    for (const column of page.columns) drawCell(pen, row, column, annotations);
  }
}

const line = (pen: Pen, width: number, y: number): void =>
  pen.path(
    [
      { x: 0, y },
      { x: width, y },
    ],
    GRID,
  );

function drawHead(pen: Pen, head: HeadCell): void {
  const font =
    head.level === 3
      ? { ...STYLE.laneHead, bold: false }
      : head.key === "lane"
        ? STYLE.laneHead
        : STYLE.head;
  pen.box(head, HEAD);
  const top = head.y + (head.height - head.lines.length * font.line) / 2;
  pen.lines(head.lines, font, { left: head.x, top, width: head.width, align: "center" });
}

function drawCell(pen: Pen, row: Row, { key, x, width }: Column, given: Annotations): void {
  if (key === "lane") return;
  const lines = row.cells[key];
  const notes = key === "time" ? row.annotations : [];
  const noted = notes.reduce((sum, one) => sum + one.length, 0) * STYLE.annotation.line;
  let top = row.y + (row.height - lines.length * STYLE.text.line - noted) / 2;
  const centred = CENTRED.has(key) ? { align: "center" as const } : {};
  const left = CENTRED.has(key) ? x : x + STYLE.cell.padX;
  pen.lines(lines, STYLE.text, { left, top, width, ...centred });
  top += lines.length * STYLE.text.line;
  notes.forEach((one, at) => {
    const { bold = false } = given.get(row.step)?.[at] ?? {};
    const font = { ...STYLE.annotation, bold };
    pen.lines(one, font, { left: x, top, width, align: "center" }, "#333333");
    top += one.length * STYLE.annotation.line;
  });
}

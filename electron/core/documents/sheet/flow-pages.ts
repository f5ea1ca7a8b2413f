import type { Content } from "pdfmake/interfaces.js";
import { annotationsOf, type Clock } from "#shared/sheet/annotations.ts";
import { measureArial } from "#shared/sheet/arial.ts";
import { layoutSheet } from "#shared/sheet/layout.ts";
import { pageSheet, type SheetPage } from "#shared/sheet/pages.ts";
import { type Run, viewRun } from "#shared/sheet/run.ts";
import type { Definition } from "#shared/sop/definition.ts";
import type { Press } from "../press.ts";
import { drawFlow } from "./draw-flow.ts";
import { drawTable } from "./draw-table.ts";
import { createPen } from "./pen.ts";
import { LEGEND, SCALES } from "./sheet-page.ts";
import { titleContent, titleOf } from "./title.ts";

/** A run to draw on the sheet, and the line above it that says whose it is. */
export type SheetRun = { run: Run; clock: Clock; title: string };

export type FlowOptions = {
  /** Marks lanes also involved. */
  dots: boolean;
  run: SheetRun | null;
};

/** The flowchart of a definition, a list of contents for each page. */
export function flowPages(
  press: Press,
  definition: Definition,
  { dots, run }: FlowOptions,
): Content[][] {
  const { page } = press;
  const view = run === null ? null : viewRun(definition, run.run);
  const annotations =
    run === null ? new Map<number, []>() : annotationsOf(definition, view, run.clock);
  const [left, top, , bottom] = page.margins;
  const title = titleOf(press, definition, run?.title ?? "");
  const room = page.height - top - bottom - title.height - LEGEND.height;
  const atScale = (points: number) => {
    const width = Math.floor(page.measure / points);
    const layout = layoutSheet(definition, {
      width,
      measure: measureArial,
      annotations,
      noteColumn: definition.headings?.quality === null ? "auto" : "always",
      columnNumbers: definition.headings?.numbered === true,
    });
    const scale = page.measure / Math.max(layout.width, width);
    return { scale, pages: pageSheet(layout, { height: room / scale }) };
  };
  // Somewhat smaller letters where they save a page.
  const { scale, pages } = SCALES.map(atScale).reduce((best, one) =>
    one.pages.length < best.pages.length ? one : best,
  );
  return pages.map((one) => {
    // A row that is higher than the paper shrinks its page.
    const fitted = Math.min(scale, room / one.height);
    const pen = createPen(press.typeset, fitted, left, top + title.height);
    drawTable(pen, one, annotations);
    drawFlow(pen, one, view, dots);
    return [
      ...titleContent(press, title, `Lembar ${one.number} dari ${pages.length}`),
      ...pen.content(),
      ...legend(press, one, top + title.height + one.height * fitted + LEGEND.over),
    ];
  });
}

/** Where the other ends of the connectors are, in one line. */
function legend({ page }: Press, { connectors }: SheetPage, y: number): Content[] {
  if (connectors.length === 0) return [];
  const groups = new Map<string, Set<string>>();
  for (const { letter, direction, pages } of connectors) {
    const where = `${direction === "out" ? "ke" : "dari"} lembar ${pages.join(" dan ")}`;
    groups.set(where, (groups.get(where) ?? new Set()).add(letter));
  }
  const parts = [...groups].map(([where, letters]) => `${[...letters].join(", ")} ${where}`);
  return [
    {
      text: `Penghubung: ${parts.join("; ")}.`,
      fontSize: 8,
      noWrap: true,
      absolutePosition: { x: page.margins[0], y },
    },
  ];
}

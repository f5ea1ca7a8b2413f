import type { Content } from "pdfmake/interfaces.js";
import { annotationsOf, type Clock } from "#shared/sheet/annotations.ts";
import { measureArial } from "#shared/sheet/arial.ts";
import { layoutSheet } from "#shared/sheet/layout.ts";
import { pageSheet, type SheetPage } from "#shared/sheet/pages.ts";
import { type Run, viewRun } from "#shared/sheet/run.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { SMALL_SIZE } from "../page.ts";
import type { Press } from "../press.ts";
import { drawFlow } from "./draw-flow.ts";
import { drawTable } from "./draw-table.ts";
import { createPen } from "./pen.ts";
import { LEGEND_HEIGHT, POINTS_PER_UNIT, TITLE_HEIGHT } from "./sheet-page.ts";

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
  const layout = layoutSheet(definition, {
    width: Math.floor(page.measure / POINTS_PER_UNIT),
    measure: measureArial,
    annotations,
    noteColumn: definition.headings?.quality === null ? "auto" : "always",
    columnNumbers: definition.headings?.numbered === true,
  });
  const scale = page.measure / Math.max(layout.width, page.measure / POINTS_PER_UNIT);
  const [left, top, , bottom] = page.margins;
  const room = page.height - top - bottom - TITLE_HEIGHT - LEGEND_HEIGHT;
  const pages = pageSheet(layout, { height: room / scale });
  return pages.map((one) => {
    // A row that is higher than the paper shrinks its page.
    const fitted = Math.min(scale, room / one.height);
    const pen = createPen(press.typeset, fitted, left, top + TITLE_HEIGHT);
    drawTable(pen, one, annotations);
    drawFlow(pen, one, view, dots);
    return [
      titleOf(press, definition, run, `Lembar ${one.number} dari ${pages.length}`),
      ...pen.content(),
      ...legend(press, one, top + TITLE_HEIGHT + one.height * fitted + 4),
    ];
  });
}

function titleOf(
  { typeset, page }: Press,
  definition: Definition,
  run: SheetRun | null,
  sheet: string,
): Content {
  const [left, top] = page.margins;
  return {
    absolutePosition: { x: left, y: top },
    table: {
      widths: [page.measure * 0.68, page.measure * 0.32],
      body: [
        [
          {
            stack: [
              {
                text: typeset(`SOP ${definition.name}`.toUpperCase()),
                bold: true,
                fontSize: 10.5,
              },
              { text: typeset(run?.title ?? ""), fontSize: SMALL_SIZE },
            ],
          },
          {
            stack: [{ text: typeset(`Nomor ${definition.number}`) }, { text: sheet }],
            fontSize: SMALL_SIZE,
            alignment: "right",
          },
        ],
      ],
    },
    layout: { ...BARE },
  };
}

const BARE = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** Where each connector's other end is. */
function legend({ page }: Press, { connectors }: SheetPage, y: number): Content[] {
  if (connectors.length === 0) return [];
  const parts = [...connectors]
    .sort((a, b) => a.letter.localeCompare(b.letter))
    .map(({ letter, direction, pages }) => {
      const others = pages.join(" dan ");
      return direction === "out"
        ? `${letter} ke lembar ${others}`
        : `${letter} dari lembar ${others}`;
    });
  return [
    {
      text: `Penghubung: ${[...new Set(parts)].join("; ")}.`,
      fontSize: 8,
      absolutePosition: { x: page.margins[0], y },
    },
  ];
}

import type { Content, ContentCanvas, CustomTableLayout } from "pdfmake/interfaces.js";
import type { DocumentModel } from "#shared/letter/types.ts";
import type { DispositionLayout, Paper } from "#shared/request/model.ts";
import {
  CLOSER,
  type Density,
  dispositionSheet,
  ROOMY,
  SMALL,
  SMALLER,
  TIGHT,
} from "./disposition-sheet.ts";
import { kop } from "./kop.ts";
import { DEFAULT_LOOK, formPage, lookOf, mm, type Page } from "./page.ts";
import type { Press } from "./press.ts";
import type { DocumentPrinter, PrintedDocument, PrintJob } from "./printer.ts";

type Fill = (press: Press, logo: string) => Content[];
type Sheet = { page: Page; fill: Fill };

/** Upright, so that there is room for the lists below each other. */
const A5: Page = {
  width: mm(148),
  height: mm(210),
  margins: [mm(11), mm(9), mm(11), mm(14)],
  measure: mm(126),
};
/** Below the form on half a sheet, in points. */
const BELOW = mm(5);
/** Nothing is printed nearer to the edge of the paper, in points. */
const EDGE = mm(6);

/**
 * The lembar disposisi on paper: on the upper half of a sheet, twice on one sheet with a line to cut
 * along, or on A5. It is set more closely where it does not fit otherwise; what does not fit then
 * either goes on to further pages, each copy by itself.
 */
export async function printDisposition(
  printer: DocumentPrinter,
  model: DocumentModel,
  paper: Paper,
  layout: DispositionLayout,
): Promise<PrintedDocument> {
  const set = (...sheets: Sheet[]): Promise<PrintedDocument> =>
    printer.print((logo) => jobOf(model, logo, sheets), model.kop?.logo ?? "");
  const form =
    (density: Density): Fill =>
    (press, logo) =>
      formContent(press, model, logo, density);

  /** The first density with which the form stands on one such page; null when none does. */
  async function fitting(page: Page, densities: readonly Density[]): Promise<Density | null> {
    for (const density of densities) {
      if ((await set({ page, fill: form(density) })).pages === 1) return density;
    }
    return null;
  }

  if (layout === "a5") {
    return set({ page: A5, fill: form((await fitting(A5, [SMALL, SMALLER, TIGHT])) ?? SMALL) });
  }
  const page = formPage(paper);
  const density = await fitting(halfOf(page), [ROOMY, CLOSER, SMALLER, TIGHT]);
  switch (layout) {
    case "half":
      return set({ page, fill: form(density ?? ROOMY) });
    case "two": {
      if (density !== null) return set({ page: edgeless(page), fill: twice(page, form(density)) });
      const sheet = { page, fill: form(ROOMY) };
      return set(sheet, sheet);
    }
    default:
      return layout satisfies never;
  }
}

function formContent(
  press: Press,
  { kop: head, blocks }: DocumentModel,
  logo: string,
  density: Density,
): Content[] {
  return [
    ...(head === null ? [] : kop(press, { ...head, logo })),
    ...blocks.flatMap((block) =>
      block.type === "disposition" ? [dispositionSheet(press, block, density)] : [],
    ),
  ];
}

const halfOf = ({ height, margins: [left, top, right], ...page }: Page): Page => ({
  ...page,
  height: height / 2,
  margins: [left, top, right, BELOW],
});

/** The halves have their own margins, so the page has none above and below. */
const edgeless = ({ margins: [left, , right], ...page }: Page): Page => ({
  ...page,
  margins: [left, 0, right, 0],
});

/** Each copy has exactly half of the sheet, so that the line between them halves it. */
function twice({ height, width, measure, margins }: Page, form: Fill): Fill {
  const middle = height / 2;
  const cut: ContentCanvas = {
    absolutePosition: { x: EDGE, y: middle },
    canvas: [
      {
        type: "line",
        x1: 0,
        y1: 0,
        x2: width - 2 * EDGE,
        y2: 0,
        lineWidth: 0.5,
        lineColor: "#777777",
        dash: { length: 4, space: 3 },
      },
    ],
  };
  return (press, logo) => {
    const copy = (): Content[] => [{ stack: form(press, logo), margin: [0, margins[1], 0, 0] }];
    return [
      {
        layout: NO_LINES,
        // A little less than half, so that the second one never moves to another page.
        table: { widths: [measure], heights: [middle, middle - 1], body: [copy(), copy()] },
      },
      cut,
    ];
  };
}

const NO_LINES: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

function jobOf(model: DocumentModel, logo: string, sheets: readonly Sheet[]): PrintJob {
  const { title, reference, author, date, mark, style } = model;
  return {
    title: `${title} – ${reference}`,
    author,
    date,
    logo,
    mark,
    look: { ...DEFAULT_LOOK, face: lookOf(style).face },
    sections: sheets.map(({ page, fill }) => ({
      page,
      foot: { text: reference, firstPage: false },
      content: (press) => fill(press, logo),
    })),
  };
}

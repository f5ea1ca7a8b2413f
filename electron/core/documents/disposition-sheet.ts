import type { Content, ContentTable, CustomTableLayout, TableCell } from "pdfmake/interfaces.js";
import type { Choice, DispositionSheet } from "#shared/letter/types.ts";
import { textHeight } from "./heights.ts";
import { SMALL_SIZE, TABLE_SIZE } from "./page.ts";
import { fieldList, GRID, LINE, signature } from "./parts.ts";
import type { Press } from "./press.ts";

/** How closely the form is set; sizes in points. */
export type Density = {
  size: number;
  /** Line height as a multiple of the font's own; that of the look when absent. */
  spacing?: number;
  /** Width of the words before a colon. */
  label: number;
  /** Above and below the title. */
  title: [number, number];
  /** Above and below what stands in a cell. */
  cell: [number, number];
  /** Below a box. */
  box: number;
  /** To sign in. */
  room: number;
};

export const ROOMY: Density = {
  size: TABLE_SIZE,
  label: 72,
  title: [8, 6],
  cell: [5, 4],
  box: 3,
  room: 36,
};

export const CLOSER: Density = {
  ...ROOMY,
  title: [5, 4],
  cell: [4, 2],
  box: 2,
  room: 30,
};

/** Small letters, for narrow paper. */
export const SMALL: Density = { ...ROOMY, size: SMALL_SIZE, label: 62 };

export const SMALLER: Density = { ...CLOSER, size: SMALL_SIZE, label: 62, cell: [3, 2], box: 1.2 };

/** For the longer lists of a larger office. */
export const TIGHT: Density = { ...SMALLER, spacing: 1, title: [3, 3], box: 0.8, room: 24 };

const BOX = 9;
const CELL_PADDING = 7;
const COLON = 9;
/** A note higher than this gets the whole width, so that it is no tall narrow column. */
const HIGH_NOTE = 110;
/** More boxes than this are set tighter. */
const MANY = 10;

type Setting = Press & { density: Density };

/**
 * Lembar disposisi: a form of four rows, the upper half of the page when the texts are short. The
 * row with the signature stays whole.
 */
export function dispositionSheet(
  press: Press,
  sheet: DispositionSheet,
  density: Density = ROOMY,
): Content {
  const { typeset, page } = press;
  const setting = { ...press, density };
  const { size, spacing, label, title, room } = density;
  const half = page.measure / 2 - CELL_PADDING * 2 - 1;
  const whole = half * 2 + CELL_PADDING * 2 + 1;
  const long = textHeight(press, sheet.note, { size, width: half }) > HIGH_NOTE;
  const heading = (text: string): Content => ({ text, bold: true, margin: [0, 0, 0, 3] });
  const fields = (list: DispositionSheet["from"], width: number): Content =>
    fieldList(press, list, { label, width });

  const note: Content[] = [heading("Catatan:"), { text: typeset(sheet.note) }];
  const due: Content[] =
    sheet.due === ""
      ? []
      : [
          {
            margin: [0, 6, 0, 0],
            text: ["Selesai paling lambat ", { text: sheet.due, bold: true }, "."],
          },
        ];

  const rows: TableCell[][] = [
    [
      { stack: [fields(sheet.from, half)] },
      { stack: [fields(sheet.received, half), nature(setting, sheet.nature, half)] },
    ],
    wide(fields([sheet.subject], whole)),
    [
      { stack: [heading("Diteruskan kepada Sdr.:"), ...boxes(setting, sheet.recipients, half)] },
      { stack: [heading("Dengan hormat harap:"), ...boxes(setting, sheet.instructions, half)] },
    ],
    ...(long ? [wide({ stack: note })] : []),
  ];
  const last: TableCell[] = [
    { stack: long ? due : [...note, ...due] },
    { stack: signature(press, sheet.signature, room) },
  ];
  return {
    fontSize: size,
    ...(spacing === undefined ? {} : { lineHeight: spacing }),
    stack: [
      {
        text: typeset(sheet.title),
        bold: true,
        fontSize: 12,
        characterSpacing: 1.2,
        alignment: "center",
        margin: [0, title[0], 0, title[1]],
      },
      table(density, half, rows),
      // On the line that ends the rows above.
      { ...table(density, half, [last]), unbreakable: true, margin: [0, -LINE, 0, 0] },
    ],
  };
}

function table({ cell }: Density, half: number, body: TableCell[][]): ContentTable {
  const layout: CustomTableLayout = {
    ...GRID,
    paddingLeft: () => CELL_PADDING,
    paddingRight: () => CELL_PADDING,
    paddingTop: () => cell[0],
    paddingBottom: () => cell[1],
  };
  return { layout, table: { widths: [half, half], body } };
}

const wide = (content: Content): TableCell[] => [{ colSpan: 2, stack: [content] }, {}];

/** A line of the boxes beside Sifat has two of them, or one on narrow paper. */
const TWO_BOXES = 120;

/** The boxes beside Sifat, in line with the fields above them. */
function nature(setting: Setting, choices: readonly Choice[], width: number): Content {
  const { label } = setting.density;
  const room = width - label - COLON;
  const shares = room < TWO_BOXES ? [1] : [0.6, 0.4];
  const lines = choices.flatMap((_, index) =>
    index % shares.length === 0 ? [choices.slice(index, index + shares.length)] : [],
  );
  return {
    columns: [
      { width: label, text: "Sifat" },
      { width: COLON, text: ":" },
      {
        width: room,
        stack: lines.map((line) => ({
          margin: [0, 0, 0, 1],
          columns: line.map((choice, index) => {
            const each = room * (shares[index] ?? 0);
            return { width: each, ...labelled(setting, choice, each, 13) };
          }),
        })),
      },
    ],
  };
}

function boxes(setting: Setting, choices: readonly Choice[], width: number): Content[] {
  const { size, box } = setting.density;
  const many = choices.length > MANY;
  return choices.map((choice) => ({
    ...labelled(setting, choice, width, 16),
    fontSize: many ? SMALL_SIZE : size,
    margin: [0, 0, 0, many ? Math.min(box, 1) : box],
  }));
}

/** A box with its mark and the words beside it. */
function labelled({ typeset }: Press, choice: Choice, width: number, gap: number) {
  return {
    columns: [
      { width: gap, stack: box(choice.mark) },
      { width: width - gap, text: typeset(choice.text) },
    ],
  };
}

function box(mark: string): Content[] {
  const frame = { type: "rect" as const, x: 0, y: 1.5, w: BOX, h: BOX, lineWidth: 0.7 };
  if (mark === "✓") {
    const points = [
      { x: 2, y: 6 },
      { x: 4, y: 8.4 },
      { x: 7.4, y: 3.2 },
    ];
    return [{ canvas: [frame, { type: "polyline", lineWidth: 1.3, points }] }];
  }
  if (mark === "") return [{ canvas: [frame] }];
  const [size, left, top] = mark.length === 1 ? [8, 2.3, 0.3] : [6.5, 0.9, -0.6];
  return [
    { canvas: [frame] },
    { text: mark, bold: true, fontSize: size, relativePosition: { x: left, y: -BOX - top } },
  ];
}

import type { Content, ContentStack, TableCell } from "pdfmake/interfaces.js";
import type { Choice, DispositionSheet } from "#shared/letter/types.ts";
import { TABLE_SIZE } from "./page.ts";
import { fieldList, GRID, signature } from "./parts.ts";
import type { Press } from "./press.ts";

const BOX = 9;
const CELL_PADDING = 7;
/** Beyond this a note gets the whole width, so that it does not stand as a tall narrow column. */
const LONG_NOTE = 400;
/** More boxes than this are set tighter. */
const MANY = 10;

/** Lembar disposisi: a form of four rows, the upper half of the page when the texts are short. */
export function dispositionSheet(press: Press, sheet: DispositionSheet): Content {
  const { typeset, page } = press;
  const half = page.measure / 2 - CELL_PADDING * 2 - 1;
  const whole = half * 2 + CELL_PADDING * 2 + 1;
  const long = sheet.note.length > LONG_NOTE;
  const heading = (text: string): Content => ({ text, bold: true, margin: [0, 0, 0, 3] });
  const fields = (list: DispositionSheet["from"], width: number): Content =>
    fieldList(press, list, { label: 72, width });

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
  const signing: ContentStack = { stack: signature(press, sheet.signature, 36), unbreakable: true };

  const rows: TableCell[][] = [
    [
      { stack: [fields(sheet.from, half)] },
      { stack: [fields(sheet.received, half), nature(press, sheet.nature, half)] },
    ],
    wide(fields([sheet.subject], whole)),
    [
      { stack: [heading("Diteruskan kepada Sdr.:"), ...boxes(press, sheet.recipients, half)] },
      { stack: [heading("Dengan hormat harap:"), ...boxes(press, sheet.instructions, half)] },
    ],
    ...(long ? [wide({ stack: note })] : []),
    [{ stack: long ? due : [...note, ...due] }, signing],
  ];
  return {
    fontSize: TABLE_SIZE,
    stack: [
      {
        text: typeset(sheet.title),
        bold: true,
        fontSize: 12,
        characterSpacing: 1.2,
        alignment: "center",
        margin: [0, 8, 0, 6],
      },
      {
        layout: {
          ...GRID,
          paddingLeft: () => CELL_PADDING,
          paddingRight: () => CELL_PADDING,
          paddingTop: () => 5,
          paddingBottom: () => 4,
        },
        table: { widths: [half, half], body: rows },
      },
    ],
  };
}

const wide = (content: Content): TableCell[] => [{ colSpan: 2, stack: [content] }, {}];

/** The boxes beside Sifat, two a line, in line with the fields above them. */
function nature(press: Press, choices: readonly Choice[], width: number): Content {
  const label = 72;
  const colon = 9;
  const widths = [0.6, 0.4].map((share) => (width - label - colon) * share);
  const lines = choices.flatMap((choice, index) =>
    index % 2 === 0 ? [[choice, ...choices.slice(index + 1, index + 2)]] : [],
  );
  return {
    columns: [
      { width: label, text: "Sifat" },
      { width: colon, text: ":" },
      {
        width: width - label - colon,
        stack: lines.map((line) => ({
          margin: [0, 0, 0, 1],
          columns: line.map((choice, index) => {
            const each = widths[index] ?? 0;
            return { width: each, ...labelled(press, choice, each, 13) };
          }),
        })),
      },
    ],
  };
}

function boxes(press: Press, choices: readonly Choice[], width: number): Content[] {
  const tight = choices.length > MANY;
  return choices.map((choice) => ({
    ...labelled(press, choice, width, 16),
    fontSize: tight ? 9 : TABLE_SIZE,
    margin: [0, 0, 0, tight ? 1 : 3],
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

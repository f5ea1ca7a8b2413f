import { AlignmentType, BorderStyle, Paragraph, Tab, TextRun } from "docx";
import type { Choice, DispositionSheet } from "#shared/letter/types.ts";
import { fieldList } from "./field-list.ts";
import type { Layout } from "./layout.ts";
import { signature } from "./signature.ts";
import { gap, type Part, type Row, table } from "./tables.ts";
import { type Format, runs, textParagraph } from "./text.ts";
import { halfPoints, twips } from "./units.ts";

const PADDING = { left: 7, right: 7, top: 5, bottom: 4 };
const LABEL = 72;
const ROOM = 36;
/** From the margin to the words beside a box. */
const BOX = 20;

/** Lembar disposisi: a form of four rows. */
export function disposition(layout: Layout, sheet: DispositionSheet): Part[] {
  const { page, look } = layout;
  const size = look.table;
  const half = page.measure / 2;
  const inner = half - PADDING.left - PADDING.right;
  const heading = (text: string) =>
    textParagraph(text, { size, bold: true }, { keepNext: true, spacing: { after: twips(3) } });
  const fields = (list: DispositionSheet["from"], width: number): Part =>
    fieldList(layout, list, { label: LABEL, width, size });
  const boxes = (choices: readonly Choice[]) => choices.map((one) => choice(one, size));
  const due =
    sheet.due === ""
      ? []
      : [
          new Paragraph({
            spacing: { before: twips(6) },
            children: [
              ...runs("Selesai paling lambat ", { size }),
              ...runs(sheet.due, { size, bold: true }),
              ...runs(".", { size }),
            ],
          }),
        ];
  const rows: Row[] = [
    {
      cells: [
        { parts: [fields(sheet.from, inner)] },
        {
          parts: [
            fields(sheet.received, inner),
            textParagraph("Sifat:", { size }, { spacing: { before: twips(2) } }),
            ...boxes(sheet.nature),
          ],
        },
      ],
    },
    { cells: [{ columnSpan: 2, parts: [fields([sheet.subject], half + inner)] }], breaks: true },
    {
      breaks: true,
      cells: [
        { parts: [heading("Diteruskan kepada Sdr.:"), ...boxes(sheet.recipients)] },
        { parts: [heading("Dengan hormat harap:"), ...boxes(sheet.instructions)] },
      ],
    },
    {
      breaks: true,
      cells: [
        { parts: [heading("Catatan:"), textParagraph(sheet.note, { size }), ...due] },
        { parts: signature(sheet.signature, ROOM) },
      ],
    },
  ];
  return [
    textParagraph(
      sheet.title,
      { size: 12, bold: true },
      {
        style: "Title",
        keepNext: true,
        spacing: { before: twips(8), after: twips(6) },
      },
    ),
    table([half, half], rows, { padding: PADDING }),
    gap(2),
  ];
}

/** A box with its mark and the words beside it; no-break spaces give an empty one its width. */
function choice({ mark, text }: Choice, size: number): Paragraph {
  const format: Format = { size };
  const inside = mark === "" ? "\u00A0\u00A0\u00A0" : mark;
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    indent: { left: twips(BOX), hanging: twips(BOX) },
    spacing: { after: twips(2) },
    children: [
      new TextRun({
        text: `\u00A0${inside}\u00A0`,
        size: halfPoints(size - 2),
        border: { style: BorderStyle.SINGLE, size: 5, space: 0, color: "000000" },
      }),
      new TextRun({ children: [new Tab()] }),
      ...runs(text, format),
    ],
  });
}

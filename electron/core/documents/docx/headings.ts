import { AlignmentType } from "docx";
import { fieldList, labelWidth } from "./field-list.ts";
import type { Layout } from "./layout.ts";
import type { BlockOf } from "./running.ts";
import { gap, type Part, table } from "./tables.ts";
import { textParagraph } from "./text.ts";
import { twips } from "./units.ts";

/** What a paper begins with: title, head of a letter, head of a lampiran. */

/** With what it is about, the title of a decree: every line of one size (norms, part 2). */
export function title({ look }: Layout, { text, number, about }: BlockOf<"title">): Part[] {
  const whole = about !== undefined && about !== "";
  const line = (words: string, size: number, above = 0) =>
    textParagraph(
      words,
      { size, bold: true },
      {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: twips(above) },
      },
    );
  const lower = look.size + 1;
  return [
    textParagraph(
      text,
      { size: whole ? lower : look.size + 2 },
      { style: "Title", keepNext: true, spacing: { before: twips(12) } },
    ),
    ...(number === undefined || number === "" ? [] : [line(`NOMOR ${number}`, lower)]),
    ...(whole ? [line("TENTANG", lower, 8), line(about.toUpperCase(), lower, 8)] : []),
    gap(12, true),
  ];
}

export function opening(layout: Layout, block: BlockOf<"opening">): Part[] {
  const { measure } = layout.page;
  const salutation = labelWidth(layout, [block.salutation], 28);
  return [
    textParagraph(
      block.place,
      {},
      {
        alignment: AlignmentType.RIGHT,
        spacing: { before: twips(12), after: twips(6) },
      },
    ),
    ...(block.fields.length === 0
      ? []
      : [fieldList(layout, block.fields, { label: 56, width: measure * 0.75 })]),
    gap(10),
    table(
      [salutation, measure * 0.7 - salutation],
      [
        {
          cells: [
            { parts: [textParagraph(block.salutation)] },
            { parts: block.to.map((line) => textParagraph(line)) },
          ],
        },
      ],
    ),
    gap(12),
  ];
}

/** Begins a page, unless it is the first thing on the paper. */
export function appendix(layout: Layout, block: BlockOf<"appendix">, first: boolean): Part[] {
  const { measure } = layout.page;
  const indent = measure * 0.46;
  const { heading, fields } = block;
  return [
    textParagraph(
      heading,
      {},
      {
        pageBreakBefore: !first,
        keepNext: true,
        indent: { left: twips(indent) },
        spacing: { after: twips(2) },
      },
    ),
    ...(fields.length === 0
      ? []
      : [fieldList(layout, fields, { label: 52, width: measure - indent, indent, held: true })]),
    textParagraph(
      block.title,
      { size: layout.look.size + 1 },
      { style: "Title", keepNext: true, spacing: { before: twips(14), after: twips(10) } },
    ),
  ];
}

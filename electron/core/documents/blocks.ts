import type { Content } from "pdfmake/interfaces.js";
import type { Block } from "#shared/letter/types.ts";
import { dispositionSheet } from "./disposition-sheet.ts";
import { aside, dataTable, fieldList, justified, numberedList, signature } from "./parts.ts";
import type { Press } from "./press.ts";

/** Marks a line that must not stand last on a page; see `startsLate` in printer.ts. */
export const LEAD = 1;
const INDENT = 36;
/** Room for a signature and a stamp, in points. */
const SIGNING_ROOM = 54;

/** A block of the model as pdfmake's content. */
export function blockContent(press: Press, block: Block): Content {
  const { typeset, page } = press;
  switch (block.type) {
    case "title":
      return {
        text: typeset(block.text),
        bold: true,
        fontSize: 13,
        alignment: "center",
        margin: [0, 12, 0, 12],
      };
    case "opening":
      return opening(press, block);
    case "paragraph":
      return { ...paragraph(press, block.text), margin: [0, 0, 0, 6] };
    case "lead":
      return block.text.length > 80
        ? { ...paragraph(press, block.text), margin: [0, 0, 0, 6], headlineLevel: LEAD }
        : { text: typeset(block.text), margin: [0, 2, 0, 4], headlineLevel: LEAD };
    case "fields":
      return {
        ...fieldList(press, block.fields, { label: 108, width: page.measure }),
        margin: [0, 0, 0, 6],
      };
    case "numbered":
      return { stack: [numberedList(press, block.items)], margin: [0, 0, 0, 6] };
    case "table":
      return { ...dataTable(press, block.columns, block.rows), margin: [0, 0, 0, 10] };
    case "closing":
      return {
        unbreakable: true,
        stack: [
          ...block.paragraphs.map((text): Content => ({
            ...paragraph(press, text),
            margin: [0, 0, 0, 6],
          })),
          aside(page.measure, signature(press, block.signature, SIGNING_ROOM)),
        ],
      };
    case "signatures": {
      const width = page.measure / 2 - 10;
      return {
        unbreakable: true,
        stack: [
          { ...paragraph(press, block.text), margin: [0, 0, 0, 14] },
          {
            columnGap: 20,
            columns: [
              { width, stack: signature(press, block.left, SIGNING_ROOM) },
              { width, stack: signature(press, block.right, SIGNING_ROOM) },
            ],
          },
        ],
      };
    }
    case "appendix":
      return appendix(press, block);
    case "disposition":
      return dispositionSheet(press, block);
  }
}

const paragraph = (press: Press, text: string) => ({
  ...justified(press, text),
  leadingIndent: INDENT,
});

function opening(press: Press, block: Extract<Block, { type: "opening" }>): Content {
  const { typeset, page } = press;
  const salutation = 28;
  return {
    margin: [0, 12, 0, 12],
    stack: [
      { text: typeset(block.place), alignment: "right", margin: [0, 0, 0, 6] },
      fieldList(press, block.fields, { label: 56, width: page.measure * 0.75 }),
      {
        margin: [0, 10, 0, 0],
        columns: [
          { width: salutation, text: block.salutation },
          {
            width: page.measure * 0.7 - salutation,
            stack: block.to.map((line) => ({ text: typeset(line) })),
          },
        ],
      },
    ],
  };
}

function appendix(press: Press, block: Extract<Block, { type: "appendix" }>): Content {
  const { typeset, page } = press;
  const width = page.measure * 0.54;
  return {
    pageBreak: "before",
    stack: [
      aside(page.measure, [
        { text: typeset(block.heading), margin: [0, 0, 0, 2] },
        fieldList(press, block.fields, { label: 52, width }),
      ]),
      {
        text: typeset(block.title),
        bold: true,
        fontSize: 12,
        alignment: "center",
        margin: [0, 14, 0, 10],
      },
    ],
  };
}

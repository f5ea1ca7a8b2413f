import type { Content } from "pdfmake/interfaces.js";
import type { Block, Field } from "#shared/letter/types.ts";
import { aside, fieldList } from "./parts.ts";
import type { Press } from "./press.ts";

/** What a paper begins with: title, head of a letter, head of a lampiran. */

type BlockOf<Type extends Block["type"]> = Extract<Block, { type: Type }>;

/** With what it is about, the title of a decree: every line of one size (norms, part 2). */
export function title({ typeset, look }: Press, block: BlockOf<"title">): Content {
  const { number, about } = block;
  const whole = about !== undefined && about !== "";
  const line = (text: string, above: number): Content => ({
    text: typeset(text),
    margin: [0, above, 0, 0],
  });
  return {
    bold: true,
    alignment: "center",
    fontSize: whole ? look.size + 1 : look.size + 2,
    margin: [0, 12, 0, 12],
    stack: [
      line(block.text, 0),
      ...(number === undefined || number === ""
        ? []
        : [{ text: typeset(`NOMOR ${number}`), fontSize: look.size + 1 }]),
      ...(whole ? [line("TENTANG", 8), line(about.toUpperCase(), 8)] : []),
    ],
  };
}

export function opening(press: Press, block: BlockOf<"opening">): Content {
  const { typeset, page } = press;
  const salutation = labelWidth(press, [block.salutation], 28);
  return {
    margin: [0, 12, 0, 12],
    stack: [
      { text: typeset(block.place), alignment: "right", margin: [0, 0, 0, 6] },
      ...fields(press, block.fields, 56, page.measure * 0.75),
      {
        margin: [0, 10, 0, 0],
        columns: [
          { width: salutation, text: typeset(block.salutation) },
          {
            width: page.measure * 0.7 - salutation,
            stack: block.to.map((line) => ({ text: typeset(line) })),
          },
        ],
      },
    ],
  };
}

/** Begins a page, unless it is the first thing on the paper. */
export function appendix(press: Press, block: BlockOf<"appendix">, first: boolean): Content {
  const { typeset, page, look } = press;
  const width = page.measure * 0.54;
  return {
    ...(first ? {} : { pageBreak: "before" as const }),
    stack: [
      aside(page.measure, [
        { text: typeset(block.heading), margin: [0, 0, 0, 2] },
        ...fields(press, block.fields, 52, width),
      ]),
      {
        text: typeset(block.title),
        bold: true,
        fontSize: look.size + 1,
        alignment: "center",
        margin: [0, 14, 0, 10],
      },
    ],
  };
}

function fields(press: Press, list: readonly Field[], least: number, width: number): Content[] {
  if (list.length === 0) return [];
  const labels = list.map((field) => field.label);
  return [fieldList(press, list, { label: labelWidth(press, labels, least), width })];
}

/** Width of the longest label with the room after it; a third of the measure at most. */
function labelWidth(
  { fonts, look, page }: Press,
  labels: readonly string[],
  least: number,
): number {
  const widest = labels.map((text) => fonts.widthOf(text, look.size, false, look.face) + 6);
  return Math.min(Math.max(least, ...widest), page.measure / 3);
}

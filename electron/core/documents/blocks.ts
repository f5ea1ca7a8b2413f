import type { Content } from "pdfmake/interfaces.js";
import type { Block } from "#shared/letter/types.ts";
import { dataTable } from "./data-table.ts";
import { dispositionSheet } from "./disposition-sheet.ts";
import { copies, copiesPart, qr } from "./endings.ts";
import { appendix, opening, title } from "./headings.ts";
import type { Press } from "./press.ts";
import { fields, list, paragraph } from "./running.ts";
import { signing } from "./signing.ts";
import { tailOf } from "./tails.ts";

/** Marks a line that must not stand last on a page; see `startsLate` in printer.ts. */
export const LEAD = 1;
/** A shorter lead is a heading, a longer one a paragraph. */
const SHORT_LEAD = 80;

/** The blocks of a paper as pdfmake's content; `bare`: nothing stands above them. */
export function blocksContent(press: Press, blocks: readonly Block[], bare: boolean): Content[] {
  return blocks.flatMap((block, index): Content[] => {
    if (block.type === "signing") {
      const before = blocks[index - 1];
      const tail = before !== undefined && isAlone(block) ? tailOf(press, before) : null;
      const following = blocks[index + 1];
      const after = following?.type === "copies" ? copiesPart(press, following.items) : null;
      const held = tail === null ? [] : [tail.held];
      return [...(tail?.free ?? []), signing(press, block, held, after)];
    }
    if (block.type === "copies" && blocks[index - 1]?.type === "signing") return [];
    const next = blocks[index + 1];
    // The end of this block goes with the signatures, so they set it.
    if (next !== undefined && isAlone(next) && tailOf(press, block) !== null) return [];
    return [content(press, block, bare && index === 0)];
  });
}

/** Signatures without words of their own, which take the end of what stands before with them. */
const isAlone = (block: Block): boolean =>
  block.type === "signing" && block.paragraphs.length === 0;

function content(
  press: Press,
  block: Exclude<Block, { type: "signing" }>,
  first: boolean,
): Content {
  switch (block.type) {
    case "title":
      return title(press, block);
    case "opening":
      return opening(press, block);
    case "paragraph":
      return paragraph(press, block.text, block.indent).content;
    case "lead":
      return lead(press, block.text);
    case "fields":
      return fields(press, block.fields);
    case "list":
      return list(press, block);
    case "table":
      return { ...dataTable(press, block.columns, block.rows), margin: [0, 0, 0, 10] };
    case "copies":
      return copies(press, block.items);
    case "appendix":
      return appendix(press, block, first);
    case "qr":
      return qr(press, block, press.page.measure);
    case "disposition":
      return dispositionSheet(press, block);
  }
}

const lead = (press: Press, text: string): Content =>
  text.length > SHORT_LEAD
    ? { ...paragraph(press, text).content, headlineLevel: LEAD }
    : { text: press.typeset(text), margin: [0, 2, 0, 4], headlineLevel: LEAD };

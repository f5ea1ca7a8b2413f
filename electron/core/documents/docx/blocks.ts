import type { Block } from "#shared/letter/types.ts";
import { dataTable } from "./data-table.ts";
import { disposition } from "./disposition.ts";
import { copies, qr } from "./endings.ts";
import { appendix, opening, title } from "./headings.ts";
import type { Layout } from "./layout.ts";
import { fields, lead, list, paragraph } from "./running.ts";
import { signing } from "./signing.ts";
import type { Part } from "./tables.ts";

/** Numbers below this one are for the kop's picture. */
const FIRST = 2;

/** The blocks of a paper as Word's paragraphs and tables; `bare`: nothing stands above them. */
export const blockParts = (layout: Layout, blocks: readonly Block[], bare: boolean): Part[] =>
  blocks.flatMap((block, index) =>
    partsOf(layout, block, {
      first: bare && index === 0,
      held: isAlone(blocks[index + 1]),
      instance: index + FIRST,
    }),
  );

/** Signatures without words of their own, which take the end of what stands before with them. */
const isAlone = (next: Block | undefined): boolean =>
  next?.type === "signing" && next.paragraphs.length === 0;

/** `instance` is a number that no other block of the paper has, for its list or picture. */
type Place = { first: boolean; held: boolean; instance: number };

function partsOf(layout: Layout, block: Block, { first, held, instance }: Place): Part[] {
  switch (block.type) {
    case "title":
      return title(layout, block);
    case "opening":
      return opening(layout, block);
    case "paragraph":
      return [paragraph(block.text, block.indent, held)];
    case "lead":
      return [lead(block.text)];
    case "fields":
      return fields(layout, block, held);
    case "list":
      return list(layout, block, instance, held);
    case "table":
      return dataTable(layout, block.columns, block.rows, held);
    case "signing":
      return signing(layout, block, instance);
    case "copies":
      return copies(layout, block.items, instance);
    case "appendix":
      return appendix(layout, block, first);
    case "qr":
      return qr(layout, block, instance);
    case "disposition":
      return disposition(layout, block);
  }
}

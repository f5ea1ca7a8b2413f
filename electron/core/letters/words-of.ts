import type { Block, DocumentModel } from "#shared/letter/types.ts";

/** The words that a letter prints, in order, to compare a signed file with. */
export const wordsOf = ({ blocks }: DocumentModel): string =>
  blocks
    .flatMap(textsOf)
    .filter((text) => text !== "")
    .join("\n");

function textsOf(block: Block): string[] {
  switch (block.type) {
    case "title":
      return [block.text, block.number ?? "", block.about ?? ""];
    case "opening":
      return [block.place, ...block.fields.map(({ value }) => value), ...block.to];
    case "paragraph":
    case "lead":
      return [block.text];
    case "fields":
      return block.fields.flatMap(({ label, value }) => [label, value]);
    case "list":
    case "copies":
      return block.items;
    case "table":
      return [...block.columns.map(({ heading }) => heading), ...block.rows.flat()];
    case "signing":
      return [
        ...block.paragraphs,
        ...block.signers.flatMap(({ post, name, details }) => [post, name, ...details]),
      ];
    case "appendix":
      return [block.heading, block.title];
    case "qr":
    case "disposition":
      return [];
    default:
      return block satisfies never;
  }
}

import { AlignmentType, type INumberingOptions, LevelFormat } from "docx";
import type { Block } from "#shared/letter/types.ts";

export type ListStyle = Extract<Block, { type: "list" }>["style"];

/**
 * Names of the numberings. Docx writes them in braces into the text and replaces them later; with
 * a character that nobody can type, a typed text in braces is never taken for one.
 */
export const listName = (style: ListStyle): string => `\u007F${style}`;

/** "1.", "a." and a dash; each list begins anew, see `instance` in running.ts. */
export const NUMBERING: INumberingOptions = {
  config: [
    level("number", LevelFormat.DECIMAL, "%1."),
    level("letter", LevelFormat.LOWER_LETTER, "%1."),
    level("dash", LevelFormat.BULLET, "–"),
  ],
};

function level(
  style: ListStyle,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) {
  const indent = { left: 400, hanging: 400 };
  return {
    reference: listName(style),
    levels: [
      { level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent } } },
    ],
  };
}

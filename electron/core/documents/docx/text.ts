import { type IParagraphOptions, Paragraph, Tab, TextRun } from "docx";
import { halfPoints } from "./units.ts";

/** Typed text as Word's runs. */

/** `size` in points. */
export type Format = { bold?: boolean; underline?: boolean; size?: number; color?: string };

/** XML has no way to write these; none can be typed but the last two. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

export const writable = (text: string): string => text.toWellFormed().replace(UNWRITABLE, "\uFFFD");

/** A line, a tab, or words between them. */
const PIECES = /(\r\n?|[\n\u2028\u2029]|\t)/u;
const WORD = String.raw`(?:[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]\p{M}*)+`;
/** A phrase whose words follow each other from the right. */
const RIGHT_TO_LEFT = new RegExp(`(${WORD}(?: ${WORD})*)`, "u");

export function runs(text: string, format: Format = {}): TextRun[] {
  const { bold, underline, size, color } = format;
  const look = {
    ...(bold === true && { bold }),
    ...(underline === true && { underline: {} }),
    ...(size !== undefined && { size: halfPoints(size) }),
    ...(color !== undefined && { color }),
  };
  return writable(text)
    .split(PIECES)
    .flatMap((piece): TextRun[] => {
      if (piece === "") return [];
      if (piece === "\t") return [new TextRun({ ...look, children: [new Tab()] })];
      if (PIECES.test(piece)) return [new TextRun({ ...look, break: 1 })];
      return piece
        .split(RIGHT_TO_LEFT)
        .filter((part) => part !== "")
        .map((part) =>
          // As `text`: docx takes some words among `children` for fields.
          RIGHT_TO_LEFT.test(part)
            ? new TextRun({ ...look, rightToLeft: true, text: part })
            : new TextRun({ ...look, text: part }),
        );
    });
}

export type Placing = Omit<IParagraphOptions, "text" | "children" | "run">;

export const textParagraph = (text: string, format: Format = {}, placing: Placing = {}) =>
  new Paragraph({ ...placing, ...kept(placing), children: runs(text, format) });

/** Nothing is said of what is not kept. */
const kept = ({ keepNext, keepLines }: Placing): Placing => ({
  keepNext: keepNext === true ? true : undefined,
  keepLines: keepLines === true ? true : undefined,
});

import type { Content, Margins } from "pdfmake/interfaces.js";
import type { Block, Field } from "#shared/letter/types.ts";
import { textHeight } from "./heights.ts";
import { fieldList, justified, markedList, NOTHING } from "./parts.ts";
import { DEFAULT_LOOK } from "./page.ts";
import type { Press } from "./press.ts";
import type { Run } from "./typeset.ts";

/** Running text: paragraphs and lists, in the line height of the office's style. */

/** Content and how high it is at most, in points. */
export type Part = { content: Content; height: number };

const INDENT = 36;
const BELOW = 6;

export function paragraph(press: Press, text: string, indent = true) {
  const { look, page } = press;
  const { size, spacing } = look;
  const set = justified(press, text);
  // Pdfmake breaks a first word too wide for its line as if there were no indent.
  const fits = firstWidth(press, set.text) <= page.measure - INDENT;
  const leadingIndent = indent && fits ? INDENT : 0;
  return {
    content: {
      ...set,
      leadingIndent,
      lineHeight: spacing,
      margin: [0, 0, 0, BELOW] satisfies Margins,
    },
    height: textHeight(press, text, { size, spacing, width: page.measure - leadingIndent }) + BELOW,
  };
}

/** Width of the first word, which may be of several faces. */
function firstWidth({ fonts, look }: Press, runs: readonly Run[]): number {
  let width = 0;
  for (const { text, font = look.face } of runs) {
    const end = text.search(/\s/u);
    width += fonts.widthOf(end < 0 ? text : text.slice(0, end), look.size, false, font);
    if (end >= 0) break;
  }
  return width;
}

/** Labels have about a quarter of the measure, and more where the letters are large. */
export function fields(press: Press, items: readonly Field[], below = BELOW): Content {
  if (items.length === 0) return NOTHING;
  const { look, page } = press;
  const label = Math.min((108 * look.size) / DEFAULT_LOOK.size, page.measure / 3);
  return { ...fieldList(press, items, { label, width: page.measure }), margin: [0, 0, 0, below] };
}

type List = Extract<Block, { type: "list" }>;

/** The items from `first` on to `end`, where no more than a part of the list is wanted. */
export function list(press: Press, { style, items }: List, first = 0, end = items.length): Content {
  const marked = items.map((text, index) => ({ mark: markOf(style, index), text }));
  return {
    stack: [markedList(press, marked.slice(first, end), press.look.spacing)],
    margin: [0, 0, 0, end < items.length ? 0 : BELOW],
  };
}

/** "1.", "a." (after z. aa., ab.), or a dash. */
function markOf(style: List["style"], index: number): string {
  switch (style) {
    case "number":
      return `${index + 1}.`;
    case "letter":
      return `${letters(index)}.`;
    case "dash":
      return "–";
  }
}

const letters = (index: number): string =>
  (index < 26 ? "" : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));

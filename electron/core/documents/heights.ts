import type { Press } from "./press.ts";

/**
 * How high texts will be, in points, rather too much than too little: pdfmake drops what does not
 * fit in a part that must stay whole, so a part is kept whole only when it surely fits a page.
 */

/** Height of a line of any face, as a part of the size. */
const LINE = 1.2;
/** A character as wide as the font is high is wider than nearly all. */
const WIDE = 1.1;
/** What the main face has; other characters come from faces of other widths. */
const LATIN = /^[ -\u017F]*$/u;

export type Measured = { size: number; width: number; spacing?: number; bold?: boolean };

/** What texts are measured with. */
export type Measure = Pick<Press, "fonts" | "look">;

export function textHeight(press: Measure, text: string, at: Measured): number {
  return linesOf(press, text, at) * at.size * LINE * (at.spacing ?? press.look.tight);
}

/** Whether a text is at most `limit` points high; measures its words only when that is in doubt. */
export function isLow(press: Press, text: string, at: Measured, limit: number): boolean {
  const breaks = text.split("\n").length;
  const lines = breaks + 2 * Math.ceil((text.length * at.size * WIDE) / at.width);
  const line = at.size * LINE * (at.spacing ?? press.look.tight);
  return lines * line <= limit || textHeight(press, text, at) <= limit;
}

function linesOf({ fonts, look }: Measure, text: string, { size, width, bold }: Measured): number {
  const widthOf = (word: string) => {
    const wide = fonts.widthOf(word, size, bold ?? false, look.face);
    return LATIN.test(word) ? wide : Math.max(wide, word.length * size * WIDE);
  };
  const space = widthOf(" ");
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let free = 0;
    for (const word of paragraph.split(" ")) {
      const wide = widthOf(word);
      if (wide + space <= free) free -= wide + space;
      else {
        // Of a line that a broken word fills, the room of a letter may be left.
        const filled = Math.max(size / 2, width - size);
        const needed = wide <= width ? 1 : Math.ceil(wide / filled);
        lines += needed;
        free = needed > 1 ? 0 : width - wide;
      }
    }
  }
  return lines;
}

import { hyphenPoints } from "./hyphenate.ts";
import type { Font, Line, Measure } from "./types.ts";

type Piece = { text: string; spaced: boolean };

/**
 * Breaks `text` into lines of at most `width` units: at spaces, after strokes and hyphens, then
 * inside a word that is wider than a line (at a syllable, and where even that is too wide
 * anywhere). One character always goes on a line, however narrow. No text gives no line.
 */
export function wrapText(text: string, width: number, font: Font, measure: Measure): Line[] {
  const fits = (part: string) => measure(part, font) <= width;
  const lines: Line[] = [];
  let open = "";
  const close = (hyphen: boolean) => {
    if (open !== "") lines.push({ text: open, hyphen });
    open = "";
  };
  for (const piece of pieces(text)) {
    const joined = open === "" ? piece.text : open + (piece.spaced ? " " : "") + piece.text;
    if (fits(joined)) {
      open = joined;
      continue;
    }
    close(false);
    open = piece.text;
    while (!fits(open) && open.length > 1) {
      const cut = cutOf(open, fits);
      lines.push({ text: open.slice(0, cut.at), hyphen: cut.hyphen });
      open = open.slice(cut.at);
    }
  }
  close(false);
  return lines;
}

/** Wraps several texts one under the other; more than one are marked as a list. */
export function wrapList(
  texts: readonly string[],
  width: number,
  font: Font,
  measure: Measure,
): Line[] {
  if (texts.length < 2) return texts.flatMap((text) => wrapText(text, width, font, measure));
  const indent = measure(LIST_MARK, font);
  return texts.flatMap((text) =>
    wrapText(text, width - indent, font, measure).map((line, at) =>
      at === 0 ? { ...line, text: LIST_MARK + line.text } : { ...line, indent },
    ),
  );
}

const LIST_MARK = "- ";

/** Widest of the lines, hyphens counted. */
export function widthOf(lines: readonly Line[], font: Font, measure: Measure): number {
  return Math.max(0, ...lines.map((line) => measure(line.text + (line.hyphen ? "-" : ""), font)));
}

/** The words of a text; a no-break space joins what stands on one line where it fits. */
export const wordsOf = (text: string): string[] =>
  text.split(/[ \t\r\n]+/).filter((word) => word !== "");

function pieces(text: string): Piece[] {
  return wordsOf(text).flatMap((word) =>
    word
      .split(/(?<=[\p{L}\p{N}][/-])(?=[\p{L}\p{N}])/u)
      .map((part, index) => ({ text: part, spaced: index === 0 })),
  );
}

function cutOf(word: string, fits: (part: string) => boolean): { at: number; hyphen: boolean } {
  const syllable = hyphenPoints(word).findLast((at) => fits(`${word.slice(0, at)}-`));
  if (syllable !== undefined) return { at: syllable, hyphen: true };
  let at = 1;
  while (at < word.length - 1 && fits(word.slice(0, at + 1))) at += 1;
  // A pair of code units that make one character stays together.
  const code = word.charCodeAt(at - 1);
  if (code >= 0xd800 && code < 0xdc00) at += at > 1 ? -1 : 1;
  return { at, hyphen: false };
}

import type { Measure } from "#shared/sheet/types.ts";

/** The sheet's font on the screen; the same list stands in sheet.css. */
export const SHEET_FONT = '"Inter Variable", "Segoe UI", system-ui, sans-serif';

/** Texts measured are few (words of one sheet); past this many the memory is begun anew. */
const REMEMBERED = 20_000;

/** Measures text as the browser draws it. Make a new one when a font has arrived. */
export function createMeasure(): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) throw new Error("no canvas to measure text with");
  const known = new Map<string, number>();
  return (text, { size, bold }) => {
    const font = `${bold ? 600 : 400} ${size}px ${SHEET_FONT}`;
    const key = `${font} ${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size > REMEMBERED) known.clear();
    context.font = font;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}

/** Sizes in the diagram's pixels, as bpmn.io and its kin draw the symbols. */
export const TASK = { width: 170, height: 80 };
export const GATEWAY = 50;
export const EVENT = 36;
/** Heading strips of the pool and of each lane. */
export const HEAD = 30;
export const ORIGIN = { x: 160, y: 80 };
/** Between two parallel lines. */
export const TRACK = 12;
/** Least room beside a symbol before a line turns. */
export const STUB = 16;
export const PAD = 16;
/** Widest label of a symbol, and of an arrow. */
export const LABEL = 150;
export const WORDS = 84;
/** Height of a label's line, and of a task's. */
export const LINE = 14;
const CHARACTER = 6;

/** Lines that `text` takes in `width`, guessed on the safe side: each tool has its own font. */
export function linesIn(text: string, width: number): number {
  const fits = Math.max(1, Math.floor(width / CHARACTER));
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const size = Math.min(word.length, fits);
    if (used > 0 && used + 1 + size > fits) {
      lines += 1;
      used = size;
    } else used += (used > 0 ? 1 : 0) + size;
    lines += Math.floor((word.length - 1) / fits);
  }
  return lines;
}

/** Room for a label of at most `widest`. */
export function labelSize(text: string, widest: number): { width: number; height: number } {
  const width = Math.min(widest, Math.max(24, text.length * (CHARACTER + 1) + 8));
  return { width, height: linesIn(text, width) * LINE };
}

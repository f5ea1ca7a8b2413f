import type { Content } from "pdfmake/interfaces.js";
import type { Code } from "#shared/letter/types.ts";
import { type Measure, type Measured, textHeight } from "./heights.ts";
import { mm, type Page, roomOf } from "./page.ts";
import { markedList } from "./parts.ts";
import type { Press } from "./press.ts";
import { qrCode } from "./qr-code.ts";
import type { Part } from "./running.ts";

/** What may stand below the signatures. */

/** What may be higher than this share of a page goes on over pages. */
const WHOLE = 0.4;

const isWhole = (press: Press, texts: readonly string[], at: Measured): boolean =>
  texts.reduce((sum, text) => sum + textHeight(press, text, at) + 2, 0) <=
  roomOf(press.page) * WHOLE;

/** The copies with their height, to keep them with the signatures above. */
export function copiesPart(press: Press, items: readonly string[]): Part {
  const at = { size: press.look.size - 1, width: press.page.measure * 0.85 };
  const texts = ["Tembusan:", ...items];
  const height = texts.reduce((sum, text) => sum + textHeight(press, text, at) + 2, 22);
  return { content: copies(press, items), height };
}

export function copies(press: Press, items: readonly string[]): Content {
  const look = { ...press.look, size: press.look.size - 1 };
  return {
    unbreakable: isWhole(press, items, { size: look.size, width: press.page.measure * 0.85 }),
    fontSize: look.size,
    margin: [0, 16, 0, 6],
    stack: [
      { text: "Tembusan:", margin: [0, 0, 0, 2] },
      markedList(
        { ...press, look },
        items.map((text, index) => ({ mark: `${index + 1}.`, text })),
      ),
    ],
  };
}

export const CODE = mm(22);
/** More than the quiet zone that a reader needs. */
const GAP = 12;

/** The code beside its caption, over `room` points. */
export function qr(press: Press, { text, caption }: Code, room: number, side = CODE): Content {
  const at = { size: press.look.small, width: captionWidth(room, side) };
  const words: Content = {
    text: press.typeset(caption, at.width),
    fontSize: at.size,
    color: "#444444",
  };
  return {
    unbreakable: isWhole(press, [caption], at),
    margin: [0, side === CODE ? 14 : 2, 0, 0],
    columnGap: GAP,
    columns: [
      { width: side, stack: text === "" ? [] : [qrCode(text, side)] },
      { width: at.width, stack: [words] },
    ],
  };
}

/** Sides of a code in the foot of a page, in points: what a phone reads, and what looks well. */
const FOOT = { least: mm(14), most: mm(17), edge: mm(5.5) };

/** The side of a code that goes with its caption into the bottom margin; null when there is no room. */
export function footCode(measure: Measure, page: Page, { caption }: Code): number | null {
  const side = Math.min(FOOT.most, page.margins[3] - FOOT.edge - 4);
  const at = { size: measure.look.small, width: captionWidth(page.measure, side) };
  return side < FOOT.least || textHeight(measure, caption, at) > side ? null : side;
}

const captionWidth = (room: number, side: number): number => Math.min(room - side - GAP, mm(90));

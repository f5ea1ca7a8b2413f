import type { Content } from "pdfmake/interfaces.js";
import { measureArial } from "#shared/sheet/arial.ts";
import { wrapText } from "#shared/sheet/wrap.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { SMALL_SIZE } from "../page.ts";
import type { Press } from "../press.ts";
import { sopTitle } from "./sop-title.ts";

type TitleLine = { text: string; fontSize: number; bold: boolean };

/** The lines above a flowchart: the SOP and whose run it is at the left, its number at the right. */
export type Title = { left: TitleLine[]; right: TitleLine[]; height: number };

/** Share of the width that the left side has, of which a little stays free. */
const LEFT = 0.68;
const GAP = 12;
/** Height of a line, as a part of its size; the room under the last one, in points. */
const LINE = 1.29;
const UNDER = 6;
const LEAST = 30;

/** Breaks the title's texts; `height` in points is what the flowchart has to leave free. */
export function titleOf({ page }: Press, { name, number }: Definition, run: string): Title {
  const wrap = (text: string, width: number, fontSize: number, bold = false): TitleLine[] =>
    wrapText(text, width, { size: fontSize, bold }, measureArial).map((line) => ({
      text: line.hyphen ? `${line.text}-` : line.text,
      fontSize,
      bold,
    }));
  const width = page.measure * LEFT - GAP;
  const left = [
    ...wrap(sopTitle(name).toUpperCase(), width, 10.5, true),
    ...wrap(run, width, SMALL_SIZE),
  ];
  const right = wrap(`Nomor ${number}`, page.measure * (1 - LEFT), SMALL_SIZE);
  const high = (lines: TitleLine[]) => lines.reduce((sum, line) => sum + line.fontSize * LINE, 0);
  const most = Math.max(high(left), high(right) + SMALL_SIZE * LINE);
  return { left, right, height: Math.max(LEAST, most + UNDER) };
}

export function titleContent({ typeset, page }: Press, title: Title, sheet: string): Content[] {
  const [x, top] = page.margins;
  const set = (lines: readonly TitleLine[]): Content[] =>
    lines.map(({ text, ...look }) => ({ text: typeset(text), ...look }));
  const number: TitleLine = { text: sheet, fontSize: SMALL_SIZE, bold: false };
  return [
    { absolutePosition: { x, y: top }, stack: set(title.left) },
    {
      absolutePosition: { x: x + page.measure * LEFT, y: top },
      alignment: "right",
      stack: set([...title.right, number]),
    },
  ];
}

import type { Content, ContentStack } from "pdfmake/interfaces.js";
import type { Kop } from "#shared/letter/types.ts";
import type { Press } from "./press.ts";

const LOGO = { width: 54, height: 62 };
/** Sizes of the second line, the largest that sets it on one line; the first has three quarters. */
const NAME_SIZES = [16, 15, 14, 13, 12] as const;
/** Sizes of address and contacts, chosen in the same way. */
const LINE_SIZES = [9, 8.5, 8] as const;

/** Lambang at the left, the lines centred, a double rule below (norms, part 2). */
export function kop(
  { typeset, fonts, page, look }: Press,
  { logo, government, name, lines }: Kop,
): Content[] {
  const [lineSize] = LINE_SIZES;
  const widthOf = (text: string, size: number, bold: boolean): number =>
    fonts.widthOf(text, size, bold, look.face);
  const aside = logo === "" ? 0 : LOGO.width + 8;
  const widest = Math.max(...lines.map((line) => widthOf(line, lineSize, false)));
  // In the middle of the page; in the middle of what the lambang leaves when that is too narrow.
  const balance = widest <= page.measure - 2 * aside ? aside : 0;
  const width = page.measure - aside - balance;
  const size = NAME_SIZES.find((one) => widthOf(name, one, true) <= width) ?? 13;
  const middle: ContentStack & { width: number } = {
    width,
    alignment: "center",
    stack: [
      { text: typeset(government), fontSize: size * 0.75 },
      { text: typeset(name), fontSize: size, bold: true, margin: [0, 1, 0, 2] },
      ...lines.map((line) => ({
        text: typeset(line),
        fontSize: LINE_SIZES.find((one) => widthOf(line, one, false) <= width) ?? lineSize,
      })),
    ],
  };
  const head: Content =
    logo === ""
      ? middle
      : {
          columns: [
            { width: aside, stack: [{ image: "logo", fit: [LOGO.width, LOGO.height] }] },
            middle,
            { width: balance, text: "" },
          ],
        };
  return [head, doubleRule(page.measure)];
}

const doubleRule = (width: number): Content => ({
  margin: [0, 5, 0, 0],
  canvas: [
    { type: "line", x1: 0, y1: 1, x2: width, y2: 1, lineWidth: 2 },
    { type: "line", x1: 0, y1: 3.8, x2: width, y2: 3.8, lineWidth: 0.7 },
  ],
});

import { AlignmentType, BorderStyle, LineRuleType, Paragraph } from "docx";
import type { Kop } from "#shared/letter/types.ts";
import { measureArial } from "#shared/sheet/arial.ts";
import type { Layout } from "./layout.ts";
import { pictureOf } from "./picture.ts";
import { gap, type Part, table } from "./tables.ts";
import { textParagraph } from "./text.ts";
import { lines as lineHeight, twips } from "./units.ts";

const LOGO = { width: 54, height: 62 };
/** Sizes of the second line, the largest that sets it on one line; the first has three quarters. */
const NAME_SIZES = [16, 15, 14, 13, 12] as const;
/** Sizes of address and contacts, chosen in the same way. */
const LINE_SIZES = [9, 8.5, 8] as const;

/** Lambang at the left, the lines centred, a double rule below (norms, part 2). */
export function kop({ page }: Layout, { logo, government, name, lines }: Kop): Part[] {
  const picture = pictureOf(logo, LOGO, { id: "1", name: "Lambang" });
  const aside = picture === null ? 0 : LOGO.width + 8;
  const widest = Math.max(0, ...lines.map((line) => widthOf(line, LINE_SIZES[0], false)));
  // In the middle of the page; in the middle of what the lambang leaves when that is too narrow.
  const balance = widest <= page.measure - 2 * aside ? aside : 0;
  const width = page.measure - aside - balance;
  const size = NAME_SIZES.find((one) => widthOf(name, one, true) <= width) ?? 13;
  const middle = [
    centred(government, size * 0.75, false),
    centred(name, size, true),
    ...lines.map((line) =>
      centred(line, LINE_SIZES.find((one) => widthOf(line, one, false) <= width) ?? 9, false),
    ),
  ];
  if (picture === null) return [...middle, gap(4), ...doubleRule()];
  const widths = balance === 0 ? [aside, width] : [aside, width, balance];
  const cells = [{ parts: [new Paragraph({ children: [picture] })] }, { parts: middle }];
  return [
    table(widths, [{ cells: balance === 0 ? cells : [...cells, { parts: [] }] }]),
    ...doubleRule(),
  ];
}

const widthOf = (text: string, size: number, bold: boolean): number =>
  measureArial(text, { size, bold });

const centred = (text: string, size: number, bold: boolean) =>
  textParagraph(
    text,
    { size, bold },
    { alignment: AlignmentType.CENTER, spacing: { line: lineHeight(1) } },
  );

/** A thick rule above a thin one: the borders of a paragraph that holds nothing. */
const doubleRule = (): Paragraph[] => [
  new Paragraph({
    spacing: { before: twips(3), after: 0, line: twips(2), lineRule: LineRuleType.EXACT },
    run: { size: 2 },
    border: {
      top: { style: BorderStyle.SINGLE, size: 16, space: 0, color: "000000" },
      bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: "000000" },
    },
  }),
];

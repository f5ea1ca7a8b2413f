import { AlignmentType } from "docx";
import type { Initial, Signature } from "#shared/letter/types.ts";
import { qr } from "./endings.ts";
import type { Layout } from "./layout.ts";
import { type BlockOf, paragraph } from "./running.ts";
import { signature, signatureParts } from "./signature.ts";
import { type Cell, gap, PADDING, type Part, type Row, table } from "./tables.ts";
import { textParagraph } from "./text.ts";

/** Room for a signature and a stamp, in points. */
const ROOM = 54;
const GAP = 20;
/** A paraf's box, and how much lower than the post the boxes begin. */
const INITIAL = { width: 54, height: 22, below: 34 };
const MOST_INITIALS = 3;
/** Paragraphs of fewer characters all go to the page of the signatures. */
const FEW = 1500;

/** Last paragraphs and signatures on one page; of long ones only the end. */
export function signing(layout: Layout, block: BlockOf<"signing">, instance: number): Part[] {
  const { paragraphs } = block;
  const lengths = paragraphs.map((text) => text.length);
  return [
    ...paragraphs.map((text, index) => {
      const rest = lengths.slice(index).reduce((sum, one) => sum + one, 0);
      return paragraph(text, true, index === paragraphs.length - 1 || rest <= FEW);
    }),
    ...signatures(layout, block, instance),
    // Ends what is kept together.
    gap(2),
  ];
}

function signatures(
  layout: Layout,
  { signers, initials, code }: BlockOf<"signing">,
  instance: number,
): Part[] {
  const { measure } = layout.page;
  const [first, second, third] = signers;
  const parafs = initials.slice(0, MOST_INITIALS);
  const half = (measure - GAP) / 2;
  const right = measure * 0.54;
  const left = measure - right;
  if (first === undefined) return [];
  if (second === undefined) {
    const checked =
      parafs.length === 0
        ? []
        : [gap(INITIAL.below, true), initialsTable(layout, parafs, left - GAP)];
    const beside = [
      ...checked,
      ...(code === undefined ? [] : qr(layout, code, instance, left - GAP)),
    ];
    return [
      table([left, right], [{ cells: [{ parts: beside }, { parts: signature(first, ROOM) }] }]),
    ];
  }
  const parts: Part[] = [gap(8, true), pairOf(first, second, half)];
  if (third !== undefined) {
    const side = (measure - half) / 2;
    const cells = [held([]), { parts: signature(third, ROOM) }];
    parts.push(gap(12, true), table([side, half], [{ cells }]));
  }
  if (parafs.length > 0) parts.push(gap(12, true), initialsTable(layout, parafs, half));
  return parts;
}

/** Word keeps a row with the next one when every cell says so, an empty one too. */
const held = (parts: Part[]): Cell => ({ parts: parts.length === 0 ? [gap(1, true)] : parts });

/** Two signatures whose posts and names stand on one height. */
function pairOf(left: Signature, right: Signature, half: number) {
  const [one, other] = [signatureParts(left, ROOM), signatureParts(right, ROOM)];
  const row = (a: Part[], b: Part[]): Row => ({
    cells: [held(a), held([]), held(b)],
  });
  const hasPlace = left.place !== "" || right.place !== "";
  return table(
    [half, GAP, half],
    [
      ...(hasPlace ? [row([one.place], [other.place])] : []),
      row([one.post], [other.post]),
      row(one.name, other.name),
      row(one.details, other.details),
    ],
  );
}

/** Who checked the letter, with a box to write the paraf in. */
function initialsTable({ look }: Layout, initials: readonly Initial[], width: number) {
  const cell = (text: string, centred: boolean) => ({
    middle: true,
    parts: [
      textParagraph(
        text,
        { size: look.small },
        {
          alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
          keepNext: true,
        },
      ),
    ],
  });
  return table(
    [width - INITIAL.width, INITIAL.width],
    [
      { cells: [cell("Jabatan", true), cell("Paraf", true)] },
      ...initials.map(({ post, mark }) => ({
        height: INITIAL.height,
        cells: [cell(post, false), cell(mark, true)],
      })),
    ],
    { padding: PADDING },
  );
}

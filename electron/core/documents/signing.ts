import type { Content, ContentTable, Margins } from "pdfmake/interfaces.js";
import type { Block, Initial, Signature } from "#shared/letter/types.ts";
import { CODE, qr } from "./endings.ts";
import { textHeight } from "./heights.ts";
import { roomOf } from "./page.ts";
import { aside, BARE, GRID, LINE, PADDING, signature, signatureParts } from "./parts.ts";
import type { Press } from "./press.ts";
import { type Part, paragraph } from "./running.ts";

/** Room for a signature and a stamp, in points. */
const ROOM = 54;
const GAP = 20;
/** Room above a place and date, in points; an empty line stands there without. */
const ABOVE = 8;
/** A paraf's box, and how much lower than the post the boxes begin. */
const INITIAL = { width: 46, height: 17, below: 34 };
const MOST_INITIALS = 3;
/** A group that may be higher than this share of a page is not kept whole. */
const WHOLE = 0.8;
/** Copies that are higher than this share of it stand below by themselves. */
const COPIES = 0.25;

/**
 * Last paragraphs and signatures on one page, with what stood before where there are none. Of a
 * group too high for a page the last paragraph stays with the signatures.
 */
export function signing(
  press: Press,
  block: Extract<Block, { type: "signing" }>,
  before: readonly Part[],
  after: Part | null,
): Content {
  const limit = roomOf(press.page) * WHOLE;
  const signed = signatures(press, block);
  const paragraphs = block.paragraphs.map((text) => paragraph(press, text));
  const held = [...before, ...paragraphs];
  // Few copies stay with the signatures; many go on over the page.
  const below = after !== null && after.height <= limit * COPIES ? after.height : 0;
  const heightOf = (parts: readonly Part[]): number =>
    parts.reduce((sum, part) => sum + part.height, signed.height + below);
  const kept = [held, held.slice(-1), []].find((parts) => heightOf(parts) <= limit);
  const free = held.slice(0, held.length - (kept?.length ?? 0));
  return {
    stack: [
      ...free.map((part) => part.content),
      {
        unbreakable: kept !== undefined,
        stack: [
          ...(kept ?? []).map((part) => part.content),
          ...signed.content,
          ...(below > 0 && after !== null ? [after.content] : []),
        ],
      },
      ...(below === 0 && after !== null ? [after.content] : []),
    ],
  };
}

function signatures(
  press: Press,
  { signers, initials, code }: Extract<Block, { type: "signing" }>,
): { content: Content[]; height: number } {
  const { page } = press;
  const [first, second, third] = signers;
  const parafs = initials.slice(0, MOST_INITIALS);
  const half = (page.measure - GAP) / 2;
  const right = page.measure * 0.54;
  const height = initialsHeight(press, parafs, half);
  if (first === undefined) return { content: [], height: 0 };
  if (second === undefined) {
    const stack = signature(press, first, ROOM);
    const margin: Margins = [0, first.place === "" ? 0 : ABOVE, 0, 0];
    const left = page.measure - right - GAP;
    const below: Margins = [0, INITIAL.below, 0, 0];
    const beside: Content[] = [
      ...(parafs.length === 0 ? [] : [{ ...initialsTable(press, parafs, left), margin: below }]),
      ...(code === undefined ? [] : [qr(press, code, left)]),
    ];
    const content: Content =
      beside.length === 0
        ? aside(page.measure, stack)
        : {
            columns: [
              { width: page.measure - right, stack: beside },
              { width: right, stack },
            ],
          };
    const codeHeight = code === undefined ? 0 : CODE;
    return {
      content: [{ stack: [content], margin }],
      height: height + codeHeight + ABOVE + signatureHeight(press, first, right),
    };
  }
  const pair: Content = { ...pairOf(press, first, second, half), margin: [0, ABOVE, 0, 0] };
  const content: Content[] = [pair];
  const high = signers.slice(0, 3).map((one) => signatureHeight(press, one, half));
  if (third !== undefined) {
    content.push({
      margin: [0, 12, 0, 0],
      columns: [
        { width: (page.measure - half) / 2, text: "" },
        { width: half, stack: signature(press, third, ROOM).slice(third.place === "" ? 1 : 0) },
      ],
    });
  }
  if (parafs.length > 0) {
    content.push({ ...initialsTable(press, parafs, half), margin: [0, 12, 0, 0] });
  }
  return { content, height: high.reduce((sum, one) => sum + one, height + 40) };
}

/** Two signatures whose posts and names stand on one height. */
function pairOf(press: Press, left: Signature, right: Signature, half: number): ContentTable {
  const [one, other] = [signatureParts(press, left, ROOM), signatureParts(press, right, ROOM)];
  const hasPlace = left.place !== "" || right.place !== "";
  const gap = { text: "" };
  return {
    layout: { ...BARE, paddingBottom: () => 0 },
    table: {
      widths: [half, GAP, half],
      body: [
        ...(hasPlace ? [[one.place, gap, other.place]] : []),
        [one.post, gap, other.post],
        [{ stack: one.name }, gap, { stack: other.name }],
        [{ stack: one.details }, gap, { stack: other.details }],
      ],
    },
  };
}

/** Who checked the letter, with a box to write the paraf in. */
function initialsTable(press: Press, initials: readonly Initial[], width: number): ContentTable {
  const { typeset, look } = press;
  const size = look.small;
  const post = width - INITIAL.width - 2 * (PADDING.left + PADDING.right) - 3 * LINE;
  const margin: Margins = [0, (INITIAL.height - size * 1.3) / 2, 0, 0];
  const head = (text: string) => ({ text, alignment: "center" as const });
  return {
    fontSize: size,
    layout: GRID,
    table: {
      widths: [post, INITIAL.width],
      heights: (row) => (row === 0 ? 0 : INITIAL.height),
      body: [
        [head("Jabatan"), head("Paraf")],
        ...initials.map((one) => [
          { text: typeset(one.post, post), margin },
          { text: typeset(one.mark, INITIAL.width), alignment: "center" as const, margin },
        ]),
      ],
    },
  };
}

function initialsHeight(press: Press, initials: readonly Initial[], half: number): number {
  if (initials.length === 0) return 0;
  const size = press.look.small;
  const width = half - INITIAL.width - 20;
  return initials.reduce(
    (sum, one) =>
      sum +
      INITIAL.height +
      textHeight(press, one.post, { size, width }) +
      textHeight(press, one.mark, { size, width: INITIAL.width }),
    INITIAL.below + 2 * INITIAL.height,
  );
}

function signatureHeight(press: Press, signs: Signature, width: number): number {
  const at = { size: press.look.size, width };
  return [signs.place, signs.post, signs.name, ...signs.details].reduce(
    (sum, text) => sum + textHeight(press, text, { ...at, bold: true }),
    ROOM,
  );
}

import type { Content, ContentTable, CustomTableLayout } from "pdfmake/interfaces.js";
import type { Field, Signature } from "#shared/letter/types.ts";
import type { Press } from "./press.ts";
import type { Run } from "./typeset.ts";

/** Pieces that several blocks are made of. Every width is fixed, so that no long word widens it. */

export const LINE = 0.6;
export const PADDING = { left: 4, right: 4, top: 2.5, bottom: 2.5 };

/** Lines of this width around and between the cells. */
export const GRID: CustomTableLayout = {
  hLineWidth: () => LINE,
  vLineWidth: () => LINE,
  paddingLeft: () => PADDING.left,
  paddingRight: () => PADDING.right,
  paddingTop: () => PADDING.top,
  paddingBottom: () => PADDING.bottom,
};

/** No lines; rows follow each other like lines of text. */
export const BARE: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 2,
};

/** Where a list or a table has no row; pdfmake has no empty tables. */
export const NOTHING: Content = { text: "" };

/** Label, colon, value; the colons stand below each other. */
export function fieldList(
  { typeset }: Press,
  fields: readonly Field[],
  { label, width }: { label: number; width: number },
): ContentTable {
  const colon = 9;
  return {
    layout: BARE,
    table: {
      widths: [label, colon, width - label - colon],
      body: fields.map((field) => [
        { text: typeset(field.label, label) },
        { text: ":" },
        { text: typeset(field.value, width - label - colon), bold: field.strong === true },
      ]),
    },
  };
}

/** A word that a line may break inside, after a hyphen or a stroke. */
const BREAKABLE = /\S[-/–—]\S/u;
/** A word wider than this share of the measure is broken, for it may be wider than its line. */
const WIDEST_WHOLE = 0.4;

/**
 * Text with both edges straight. Pdfmake widens a line wherever it may break, inside
 * "Undang-Undang" and "118/UN99" too, so such words are kept whole.
 */
export function justified({ typeset, fonts, page, look }: Press, text: string) {
  const set = typeset(text);
  const runs = typeof set === "string" ? [{ text: set }] : set;
  const isWhole = (word: string): boolean =>
    BREAKABLE.test(word) &&
    fonts.widthOf(word, look.size, false, look.face) <= page.measure * WIDEST_WHOLE;
  return { alignment: "justify" as const, text: runs.flatMap((run) => wholeWords(run, isWhole)) };
}

function wholeWords(run: Run, isWhole: (word: string) => boolean): Run[] {
  if (run.text === "") return [run];
  const words = run.text.split(/(\S+[ ]?)/u).filter((word) => word !== "");
  const runs: Run[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (isWhole(word)) {
      runs.push({ ...run, text: word, noWrap: true });
    } else if (last !== undefined && last.noWrap === run.noWrap) last.text += word;
    else runs.push({ ...run, text: word });
  }
  return runs;
}

/** "1." and a paragraph, one below the other. */
export const numberedList = (press: Press, items: readonly string[]): Content =>
  markedList(
    press,
    items.map((text, index) => ({ mark: `${index + 1}.`, text })),
  );

/** Marks and paragraphs beside each other, in lines of `spacing` times the font's height. */
export function markedList(
  press: Press,
  items: readonly { mark: string; text: string }[],
  spacing?: number,
): Content {
  const { fonts, look, page } = press;
  if (items.length === 0) return NOTHING;
  const widest = Math.max(
    ...items.map(({ mark }) => fonts.widthOf(mark, look.size, false, look.face)),
  );
  const mark = Math.max(20, widest + 6);
  return {
    layout: BARE,
    ...(spacing === undefined ? {} : { lineHeight: spacing }),
    table: {
      widths: [mark, page.measure - mark],
      body: items.map((item) => [{ text: item.mark }, justified(press, item.text)]),
    },
  };
}

/** The right half of the page. */
export const aside = (measure: number, stack: Content[]): Content => ({
  columns: [
    { width: measure * 0.46, text: "" },
    { width: measure * 0.54, stack },
  ],
});

/** Place and date, post, room for signature and stamp, name, then rank and NIP, centred. */
export function signature(press: Press, signs: Signature, room: number): Content[] {
  const { place, post, name, details } = signatureParts(press, signs, room);
  return [place, post, ...name, ...details];
}

/** The parts of a signature, so that those of two can stand on one height. */
export function signatureParts({ typeset }: Press, signs: Signature, room: number) {
  const line = (text: string) => ({ text: typeset(text), alignment: "center" as const });
  const anchor = signs.anchor ?? "";
  // The anchor stands in the middle of the room and takes a line of it.
  const above = anchor === "" ? 0 : (room - ANCHOR_HEIGHT) / 2;
  const margin = (top: number): [number, number, number, number] => [0, top, 0, 0];
  return {
    // A space keeps the posts of two signatures on one height.
    place: signs.place === "" ? { ...line(""), text: " " } : line(signs.place),
    post: line(signs.post),
    name: [
      ...(anchor === "" ? [] : [{ ...line(anchor), ...ANCHOR, margin: margin(above) }]),
      {
        ...line(signs.name),
        margin: margin(anchor === "" ? room : room - above - ANCHOR_HEIGHT),
        ...(signs.name === ""
          ? { text: "(………………………………)" }
          : { bold: true, decoration: "underline" as const }),
      },
    ],
    details: signs.details.map(line),
  };
}

/** Words for a signing service: small and pale, as nobody reads them on paper. */
const ANCHOR = { fontSize: 6, color: "#777777", lineHeight: 1 };
const ANCHOR_HEIGHT = 7;

import type { Content, ContentTable, CustomTableLayout } from "pdfmake/interfaces.js";
import type { Column, Field, Signature } from "#shared/letter/types.ts";
import { TABLE_SIZE } from "./page.ts";
import type { Press } from "./press.ts";
import type { Run } from "./typeset.ts";

/** Pieces that several blocks are made of. Every width is fixed, so that no long word widens it. */

const LINE = 0.6;
const PADDING = { left: 4, right: 4, top: 2.5, bottom: 2.5 };

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
const BARE: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 2,
};

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
        { text: field.label },
        { text: ":" },
        { text: typeset(field.value), bold: field.strong === true },
      ]),
    },
  };
}

/** A word that a line may break inside, after a hyphen or a stroke. */
const BREAKABLE = /\S[-/–—]\S/u;
/** A longer word is broken, for it may be wider than the line. */
const LONGEST_WHOLE = 40;

/**
 * Text with both edges straight. Pdfmake widens a line wherever it may break, inside
 * "Undang-Undang" and "118/UN99" too, so such words are kept whole.
 */
export function justified({ typeset }: Press, text: string) {
  const set = typeset(text);
  const runs = typeof set === "string" ? [{ text: set }] : set;
  return { alignment: "justify" as const, text: runs.flatMap(wholeWords) };
}

function wholeWords(run: Run): Run[] {
  const words = run.text.split(/(\S+[ ]?)/u).filter((word) => word !== "");
  const runs: Run[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (BREAKABLE.test(word) && word.length <= LONGEST_WHOLE) {
      runs.push({ ...run, text: word, noWrap: true });
    } else if (last !== undefined && last.noWrap === run.noWrap) last.text += word;
    else runs.push({ ...run, text: word });
  }
  return runs;
}

/** "1." and a paragraph, one below the other. */
export function numberedList(press: Press, items: readonly string[]): Content {
  const number = 20;
  return {
    layout: BARE,
    table: {
      widths: [number, press.page.measure - number],
      body: items.map((item, index) => [{ text: `${index + 1}.` }, justified(press, item)]),
    },
  };
}

/** A table whose heading repeats on every page and whose rows stay whole. */
export function dataTable(
  { typeset, page }: Press,
  columns: readonly Column[],
  rows: readonly string[][],
): ContentTable {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const free = page.measure - columns.length * (PADDING.left + PADDING.right + LINE) - LINE;
  return {
    fontSize: TABLE_SIZE,
    layout: { ...GRID, fillColor: (row) => (row === 0 ? "#eeeeee" : null) },
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map((column) => (column.share / shares) * free),
      body: [
        columns.map((column) => ({ text: column.heading, bold: true, alignment: "center" })),
        ...rows.map((row) =>
          columns.map((column, index) => ({
            text: typeset(row[index] ?? ""),
            alignment: column.align ?? "left",
          })),
        ),
      ],
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
export function signature({ typeset }: Press, signs: Signature, room: number): Content[] {
  return [
    // A space keeps the posts of two signatures on one height.
    { text: signs.place === "" ? " " : typeset(signs.place), alignment: "center" },
    { text: typeset(signs.post), alignment: "center" },
    {
      margin: [0, room, 0, 0],
      alignment: "center",
      ...(signs.name === ""
        ? { text: "(………………………………)" }
        : { text: typeset(signs.name), bold: true, decoration: "underline" as const }),
    },
    ...signs.details.map((line): Content => ({ text: typeset(line), alignment: "center" })),
  ];
}

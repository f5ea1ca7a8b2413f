import type { Content, Margins, TableCell } from "pdfmake/interfaces.js";
import { measureArial } from "#shared/sheet/arial.ts";
import { wrapText } from "#shared/sheet/wrap.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { monthName, plainDay } from "#shared/time/format.ts";
import { GRID } from "../parts.ts";
import type { Press } from "../press.ts";

const LOGO: [number, number] = [62, 70];
/** Room for a signature and a stamp, in points. */
const SIGNING = 42;
const LABEL = 118;
/** Sizes of the text; the largest with which everything stands on one page. */
const SIZES = [10, 9.5, 9, 8.5, 8] as const;

/** The identity page after PermenPAN-RB 35/2012. */
export function identityPage(press: Press, sop: Definition, logo: string): Content[] {
  const half = press.page.measure / 2;
  const inner = half - 2 * 4 - 0.9;
  const room = press.page.height - press.page.margins[1] - press.page.margins[3];
  const size = SIZES.find((one) => HEAD_HEIGHT + listsHeight(sop, inner, one) <= room) ?? SIZES[0];
  return [
    {
      fontSize: SIZES[0],
      layout: GRID,
      table: {
        widths: [inner, inner],
        body: [[owner(press, sop, logo), facts(press, sop, inner)]],
      },
    },
    {
      fontSize: size,
      layout: { ...GRID, hLineWidth: (at) => (at === 0 ? 0 : 0.6) },
      table: { widths: [inner, inner], dontBreakRows: false, body: lists(press, sop, inner, size) },
    },
  ];
}

function owner({ typeset }: Press, sop: Definition, logo: string): TableCell {
  const government = /^pemerintah\b/iu.test(sop.office) ? sop.office : `Pemerintah ${sop.office}`;
  return {
    alignment: "center",
    verticalAlignment: "middle",
    stack: [
      ...(logo === ""
        ? []
        : [{ image: "logo", fit: LOGO, margin: [0, 0, 0, 8] satisfies Margins }]),
      { text: typeset(government.toUpperCase()), fontSize: 11 },
      { text: typeset(sop.unit.toUpperCase()), fontSize: 12, bold: true },
      ...(sop.section === undefined
        ? []
        : [
            {
              text: typeset(sop.section.toUpperCase()),
              margin: [0, 4, 0, 0] satisfies Margins,
            },
          ]),
    ],
  };
}

const dayOf = (day: string | null): string =>
  day === null ? "-" : day.length === 7 ? monthName(day) : plainDay(day);

function facts({ typeset }: Press, sop: Definition, width: number): TableCell {
  const row = (label: string, value: TableCell): TableCell[] => [{ text: label }, value];
  const text = (value: string) => ({ text: typeset(value) });
  const rows: TableCell[][] = [
    row("Nomor SOP", text(sop.number)),
    row("Tanggal Pembuatan", text(dayOf(sop.created))),
    row("Tanggal Revisi", text(dayOf(sop.revised))),
    ...(sop.approved === null ? [] : [row("Tanggal Pengesahan", text(dayOf(sop.approved)))]),
    ...(sop.effective === null && sop.approved !== null
      ? []
      : [row("Tanggal Efektif", text(dayOf(sop.effective)))]),
    row("Disahkan Oleh", {
      alignment: "center",
      stack: [
        text(sop.identity?.approvedBy ?? ""),
        { text: "(………………………………………)", margin: [0, SIGNING, 0, 0] },
        { text: "NIP …………………………………" },
      ],
    }),
    row("Nama SOP", { text: typeset(sop.name.toUpperCase()), bold: true }),
  ];
  return {
    margin: [-4, -2.5, -4, -2.5],
    table: { widths: [LABEL, width - LABEL - 8 - 0.6], body: rows },
    layout: {
      ...GRID,
      hLineWidth: (at, node) => (at === 0 || at === node.table.body.length ? 0 : 0.6),
      vLineWidth: (at) => (at === 1 ? 0.6 : 0),
    },
  };
}

type Lists = NonNullable<Definition["identity"]>;
const PAIRS: [keyof Lists, string, keyof Lists, string][] = [
  ["legalBasis", "Dasar Hukum", "qualifications", "Kualifikasi Pelaksana"],
  ["related", "Keterkaitan", "equipment", "Peralatan/Perlengkapan"],
  ["warnings", "Peringatan", "records", "Pencatatan dan Pendataan"],
];

/** Height of the upper part with a name of two lines, in points. */
const HEAD_HEIGHT = 200;

/** About how high the lists are with letters of `size`; a little more rather than less. */
function listsHeight({ identity }: Definition, width: number, size: number): number {
  const line = size * 1.149 * 1.12;
  const font = { size, bold: false };
  const heightOf = (key: keyof Lists): number => {
    const items = identity?.[key] ?? [];
    const texts = typeof items === "string" ? [items] : items;
    const lines = texts.map(
      (text) => wrapText(text, width - markWidth(size), font, measureArial).length,
    );
    return (
      Math.max(
        1,
        lines.reduce((sum, one) => sum + one, 0),
      ) * line
    );
  };
  return PAIRS.reduce(
    (sum, [left, , right]) => sum + line + Math.max(heightOf(left), heightOf(right)) + 11,
    0,
  );
}

/** Room for "10. ", which more letters need more of. */
const markWidth = (size: number): number => size * 1.8;

/** Numbers and texts beside each other, so that they are read and copied in their order. */
function numbered(
  { typeset }: Press,
  texts: readonly string[],
  width: number,
  size: number,
): TableCell {
  const mark = markWidth(size);
  return {
    layout: TIGHT,
    table: {
      widths: [mark, width - mark],
      body: texts.map((text, at) => [{ text: `${at + 1}.` }, { text: typeset(text) }]),
    },
  };
}

const TIGHT = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

function lists(press: Press, sop: Definition, width: number, size: number): TableCell[][] {
  const list = (key: keyof Lists): TableCell => {
    const items = sop.identity?.[key] ?? [];
    const texts = typeof items === "string" ? [items] : items;
    if (texts.length === 0) return { text: "-" };
    if (texts.length === 1) return { text: press.typeset(texts[0] ?? "") };
    return numbered(press, texts, width, size);
  };
  return PAIRS.flatMap(([left, leftWords, right, rightWords]) => [
    [
      { text: leftWords, bold: true, fillColor: "#e8e8e8" },
      { text: rightWords, bold: true, fillColor: "#e8e8e8" },
    ],
    [list(left), list(right)],
  ]);
}

import type { Content } from "pdfmake/interfaces.js";
import { TABLE_SIZE } from "../page.ts";
import { GRID } from "../parts.ts";
import type { Press } from "../press.ts";

/** An SOP as the book lists it; `anchor` stands where its sheet begins. */
export type ListedSop = { name: string; number: string; anchor: string };

const PAGE = 42;
const NO = 24;

/** A page of its own for the list, where no chapter holds it. */
export const listPages = (press: Press, sops: readonly ListedSop[]): Content[] => [
  { text: "DAFTAR SOP", bold: true, fontSize: 13, alignment: "center", margin: [0, 0, 0, 12] },
  sopList(press, sops),
];

/** The list of SOPs with the pages on which they begin. */
export function sopList({ typeset, page }: Press, sops: readonly ListedSop[]): Content {
  const free = page.measure - NO - PAGE - 4 * 8 - 3;
  const head = (text: string): Content => ({ text, bold: true, alignment: "center" });
  return {
    fontSize: TABLE_SIZE,
    margin: [0, 4, 0, 10],
    layout: { ...GRID, fillColor: (row) => (row === 0 ? "#eeeeee" : null) },
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [NO, free * 0.62, free * 0.38, PAGE],
      body: [
        [head("No."), head("Nama SOP"), head("Nomor SOP"), head("Hal.")],
        ...sops.map((sop, at) => [
          { text: `${at + 1}.` },
          { text: typeset(sop.name) },
          { text: typeset(sop.number) },
          { pageReference: sop.anchor, alignment: "right" as const },
        ]),
      ],
    },
  };
}

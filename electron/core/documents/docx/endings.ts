import { Paragraph } from "docx";
import type { Code } from "#shared/letter/types.ts";
import { mm } from "../page.ts";
import { codePicture } from "./code-picture.ts";
import type { Layout } from "./layout.ts";
import { picture } from "./picture.ts";
import { list } from "./running.ts";
import { gap, type Part, table } from "./tables.ts";
import { textParagraph } from "./text.ts";
import { twips } from "./units.ts";

/** What may stand below the signatures. */

export const copies = (layout: Layout, items: readonly string[], instance: number): Part[] => [
  textParagraph(
    "Tembusan:",
    { size: layout.look.size - 1 },
    {
      keepNext: true,
      spacing: { before: twips(16), after: twips(2) },
    },
  ),
  ...list(layout, { style: "number", items, size: layout.look.size - 1 }, instance),
];

const CODE = mm(22);
const GAP = 12;
const GREY = "444444";

/** The code beside its caption; one that is too long for a picture is written out. */
export function qr(
  { page, look }: Layout,
  { text, caption }: Code,
  instance: number,
  room = page.measure,
): Part[] {
  const words = textParagraph(caption, { size: look.small, color: GREY });
  const data = codePicture(text);
  if (data === null) {
    return [words, textParagraph(text, { size: look.small, color: GREY })];
  }
  const image = picture(
    data,
    "png",
    { width: CODE, height: CODE },
    { id: String(instance), name: "Kode pemeriksaan" },
  );
  return [
    gap(14, true),
    table(
      [CODE + GAP, Math.min(room - CODE - GAP, mm(90))],
      [{ cells: [{ parts: [new Paragraph({ children: [image] })] }, { parts: [words] }] }],
    ),
    gap(2),
  ];
}

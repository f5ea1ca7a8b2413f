import type { Content } from "pdfmake/interfaces.js";
import type { Book } from "#shared/sop/book.ts";
import { justified } from "../parts.ts";
import type { Press } from "../press.ts";
import { signed } from "./signed.ts";

type Decree = NonNullable<Book["decree"]>;

/** The decree that puts the SOPs into force: a titled paper after Tata Naskah Dinas. */
export function decreePages(press: Press, book: Book, decree: Decree): Content[] {
  const { typeset } = press;
  const line = (text: string, bold: boolean, space = 0): Content => ({
    text: typeset(text.toUpperCase()),
    bold,
    alignment: "center",
    margin: [0, space, 0, 0],
  });
  const decision = ({ label, text }: Decree["decisions"][number]): Content => ({
    margin: [0, 8, 0, 0],
    layout: "noBorders",
    table: {
      widths: [76, 8, press.page.measure - 84 - 3 * 8],
      body: [[{ text: typeset(label) }, ":", justified(press, text)]],
    },
  });
  return [
    line(book.office, false),
    line(book.unit, true),
    line(decree.title, true, 18),
    line(`Nomor ${decree.number}`, false),
    line("Tentang", false, 10),
    line(decree.about, true, 4),
    ...(decree.post === "" ? [] : [line(`${decree.post},`, false, 14)]),
    clause(press, "Menimbang", decree.considering, letter),
    clause(press, "Mengingat", decree.recalling, (at) => `${at + 1}.`),
    {
      unbreakable: true,
      stack: [line("Memutuskan", true, 16), ...decree.decisions.slice(0, 1).map(decision)],
    },
    ...decree.decisions.slice(1).map(decision),
    signed(press, decree, "Ditetapkan di"),
  ];
}

const letter = (at: number): string => `${String.fromCharCode(97 + (at % 26))}.`;

/** "Menimbang : a. …": the label stands once, the items below each other. */
function clause(
  press: Press,
  label: string,
  items: readonly string[],
  mark: (at: number) => string,
): Content {
  return {
    margin: [0, 12, 0, 0],
    layout: "noBorders",
    table: {
      widths: [76, 8, 18, press.page.measure - 102 - 4 * 8],
      body: items.map((item, at) => [
        at === 0 ? label : "",
        at === 0 ? ":" : "",
        mark(at),
        justified(press, item),
      ]),
    },
  };
}

import type { Content } from "pdfmake/interfaces.js";
import type { Book } from "#shared/sop/book.ts";
import type { Press } from "../press.ts";

const LOGO = { width: 96, height: 110 };

/** The first page: lambang, title, unit and year, in the middle of the page. */
export function cover({ typeset, page }: Press, book: Book, logo: string): Content[] {
  const centred = (text: string, fontSize: number, bold: boolean, space: number): Content => ({
    text: typeset(text.toUpperCase()),
    fontSize,
    bold,
    alignment: "center",
    margin: [0, space, 0, 0],
  });
  const top = page.height * 0.14;
  return [
    logo === ""
      ? { text: " ", margin: [0, top, 0, LOGO.height - 14] }
      : {
          image: "logo",
          fit: [LOGO.width, LOGO.height],
          alignment: "center",
          margin: [0, top, 0, 0],
        },
    centred(book.title, 20, true, 48),
    centred(book.office, 14, false, page.height * 0.2),
    centred(book.unit, 14, true, 4),
    ...(book.section === "" ? [] : [centred(book.section, 12, false, 4)]),
    centred(String(book.year), 14, true, 18),
  ];
}

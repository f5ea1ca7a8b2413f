import type { Office } from "#shared/office.ts";
import type { Book } from "#shared/sop/book.ts";

/** A book to begin with: the office's own, with every SOP in use and the two tables. */
export function newBook(office: Office, year: number, sops: string[]): Book {
  return {
    title: `Standar Operasional Prosedur ${office.name}`,
    office: office.government,
    unit: office.name,
    section: "",
    year,
    foreword: { place: office.place, date: "", post: office.head.post, paragraphs: [] },
    decree: null,
    chapters: [
      {
        title: "Gambaran Umum SOP",
        sections: [
          { title: "Makna dan Simbol SOP", paragraphs: [], items: [], table: "symbols" },
          { title: "Daftar SOP", paragraphs: [], items: [], table: "sops" },
        ],
      },
    ],
    sops,
  };
}

export const emptyDecree = (office: Office): NonNullable<Book["decree"]> => ({
  place: office.place,
  date: "",
  post: office.head.post,
  title: `Keputusan ${office.head.post}`,
  number: "",
  about: "",
  considering: [],
  recalling: [],
  decisions: [{ label: "KESATU", text: "" }],
});

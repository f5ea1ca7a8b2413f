import type { Paper } from "#shared/request/model.ts";
import type { Book } from "#shared/sop/book.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { uprightPage } from "../page.ts";
import type { PrintJob, PrintSection } from "../printer.ts";
import { sheetSections } from "../sheet/sheet-job.ts";
import { chapterPages, forewordPages } from "./chapters.ts";
import { cover } from "./cover.ts";
import { decreePages } from "./decree.ts";
import { type ListedSop, listPages } from "./sop-list.ts";

export type BookOptions = { paper: Paper; dots: boolean; logo: string };

/** Cover, decree, foreword, chapters with the table of symbols and the list of SOPs, every sheet. */
export function bookJob(book: Book, sops: readonly Definition[], options: BookOptions): PrintJob {
  const { paper, dots, logo } = options;
  const { decree } = book;
  const listed = sops.map((sop, at): ListedSop => ({
    name: sop.name,
    number: sop.number,
    anchor: `sop-${at + 1}`,
  }));
  const foot = { text: `Buku SOP ${book.unit} ${book.year}`, firstPage: true };
  const upright = (content: PrintSection["content"]): PrintSection => ({
    page: uprightPage(paper),
    content,
    foot,
  });
  const listsSops = book.chapters.some((chapter) =>
    chapter.sections.some((section) => section.table === "sops"),
  );
  return {
    title: book.title,
    author: book.unit,
    date: decree?.date || book.foreword.date || `${book.year}-01-01`,
    logo,
    mark: "",
    sections: [
      { ...upright((press) => cover(press, book, logo)), foot: { ...foot, firstPage: false } },
      ...(decree === null ? [] : [upright((press) => decreePages(press, book, decree))]),
      ...(book.foreword.paragraphs.length === 0
        ? []
        : [upright((press) => forewordPages(press, book))]),
      ...(book.chapters.length === 0
        ? []
        : [upright((press) => chapterPages(press, book, listed))]),
      ...(listsSops ? [] : [upright((press) => listPages(press, listed))]),
      ...sops.flatMap((sop, at) =>
        sheetSections(sop, { paper, dots, logo, run: null }, listed[at]?.anchor),
      ),
    ],
  };
}

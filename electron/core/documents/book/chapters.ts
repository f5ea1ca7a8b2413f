import type { Content, ContentText } from "pdfmake/interfaces.js";
import type { Book } from "#shared/sop/book.ts";
import { romanOf } from "#shared/time/format.ts";
import { LEAD } from "../blocks.ts";
import { justified, numberedList } from "../parts.ts";
import type { Press } from "../press.ts";
import { signed } from "./signed.ts";
import { type ListedSop, sopList } from "./sop-list.ts";
import { symbolTable } from "./symbols.ts";

type Section = Book["chapters"][number]["sections"][number];

const heading = ({ typeset }: Press, text: string, under: number): ContentText => ({
  text: typeset(text.toUpperCase()),
  bold: true,
  fontSize: 13,
  alignment: "center",
  margin: [0, 0, 0, under],
});

const paragraph = (press: Press, text: string): Content => ({
  ...justified(press, text),
  lineHeight: 1.35,
  margin: [0, 0, 0, 8],
});

export function forewordPages(press: Press, { foreword }: Book): Content[] {
  return [
    heading(press, "Kata pengantar", 14),
    ...foreword.paragraphs.map((text) => paragraph(press, text)),
    signed(press, foreword, null),
  ];
}

/** The chapters, each on a page of its own; sections are lettered where they have a title. */
export function chapterPages(press: Press, book: Book, sops: readonly ListedSop[]): Content[] {
  return book.chapters.map((chapter, at): Content => {
    let titled = 0;
    const sections = chapter.sections.flatMap((section) => {
      const letter = String.fromCharCode(65 + (titled % 26));
      if (section.title !== "") titled += 1;
      return sectionContent(press, section, letter, sops);
    });
    return {
      ...(at === 0 ? {} : { pageBreak: "before" }),
      stack: [
        heading(press, `Bab ${romanOf(at + 1)}`, 2),
        heading(press, chapter.title, 14),
        ...sections,
      ],
    };
  });
}

function sectionContent(
  press: Press,
  section: Section,
  letter: string,
  sops: readonly ListedSop[],
): Content[] {
  const content: Content[] = [];
  if (section.title !== "") {
    content.push({
      text: press.typeset(`${letter}. ${section.title}`),
      bold: true,
      headlineLevel: LEAD,
      margin: [0, 10, 0, 6],
    });
  }
  content.push(...section.paragraphs.map((text) => paragraph(press, text)));
  if (section.items.length > 0) {
    content.push({ stack: [numberedList(press, section.items)], margin: [0, 0, 0, 8] });
  }
  if (section.table === "symbols") content.push(symbolTable(press));
  if (section.table === "sops") content.push(sopList(press, sops));
  // A table of less than a page stays with its heading.
  const isShort = section.table !== undefined && sops.length <= SHORT_LIST;
  return isShort && section.items.length === 0 ? [{ unbreakable: true, stack: content }] : content;
}

const SHORT_LIST = 20;

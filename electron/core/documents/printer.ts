import pdfmake from "pdfmake";
import type { Content, ContentSection, Node, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Code, DocumentModel } from "#shared/letter/types.ts";
import type { Paper } from "#shared/request/model.ts";
import { blocksContent, LEAD } from "./blocks.ts";
import { footCode, qr } from "./endings.ts";
import { createFonts, type Face, FONT_FILES, type Fonts } from "./fonts.ts";
import { kop } from "./kop.ts";
import {
  DEFAULT_LOOK,
  formPage,
  letterPage,
  type Look,
  lookOf,
  mm,
  type Page,
  SMALL_SIZE,
} from "./page.ts";
import { isPrintable } from "./picture.ts";
import type { Press } from "./press.ts";
import { createTypeset, type Run } from "./typeset.ts";

export type PrintedDocument = { pdf: Uint8Array; pages: number };

/** Pages of one size that follow each other; a section begins on a page of its own. */
export type PrintSection = {
  page: Page;
  /** What the paper is, at the foot beside the page's number; `firstPage`: on the first one too. */
  foot: { text: string; firstPage: boolean; code?: Code };
  content(press: Press): Content[];
};

export type PrintJob = {
  title: string;
  author: string;
  /** The paper's own day, so that printing it again gives the same bytes. */
  date: string;
  /** Data URL of the picture `logo`; empty for none. */
  logo: string;
  /** What every page says of a paper that has no number yet, or none any more; empty for neither. */
  mark: string;
  /** The usual look when absent. */
  look?: Look;
  /** Where it is a part of a larger paper: pages that come before it, and of the whole. */
  within?: { before: number; total: number };
  sections: PrintSection[];
};

export type DocumentPrinter = {
  /**
   * Sets the document on the paper, that of its style when none is given. The same model gives the
   * same bytes.
   */
  render(model: DocumentModel, paper?: Paper): Promise<PrintedDocument>;
  /**
   * Prints what `build` makes with the logo, and without it when it cannot be decoded. The same job
   * gives the same bytes.
   */
  print(build: (logo: string) => PrintJob, logo: string): Promise<PrintedDocument>;
  close(): Promise<void>;
};

/** Prints documents as PDF with the fonts of a folder embedded. Reads nothing else, fetches nothing. */
export function createDocumentPrinter({ fonts: folder }: { fonts: string }): DocumentPrinter {
  const fonts = createFonts(folder);
  pdfmake.setUrlAccessPolicy(() => false);
  // The fonts come by the virtual file system, the logo as a data URL: no file is to be read.
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setFonts(FONT_FILES);

  async function setJob(job: PrintJob): Promise<PrintedDocument> {
    const look = job.look ?? DEFAULT_LOOK;
    const used = new Set<Face>([look.face]);
    const typeset = createTypeset(fonts, used, look.face);
    /** The page on which a section begins, as its footers find it. */
    const begins = new Map<PrintSection, number>();
    const content = job.sections.map((section): ContentSection => {
      const { page, foot } = section;
      const reference = typeset(shortened(fonts, foot.text, page.measure * REFERENCE, look));
      return {
        section: { stack: section.content({ typeset, fonts, page, look }) },
        pageSize: { width: page.width, height: page.height },
        pageMargins: page.margins,
        footer: (current, count) => {
          const first = begins.get(section) ?? current;
          begins.set(section, first);
          if (current === first && foot.code !== undefined) {
            return codeFoot({ typeset, fonts, page, look }, foot.code);
          }
          if (current === first && !foot.firstPage) return null;
          const { before, total } = job.within ?? { before: 0, total: count };
          return pageNumber(page, reference, before + current, total);
        },
      };
    });
    let pages = 0;
    const definition: TDocumentDefinitions = {
      ...properties(job, look),
      content,
      header: (current, count) => {
        // Pages are counted anew when a line has moved to the next one; headers come first.
        if (current === 1) begins.clear();
        pages = count;
        return null;
      },
      // A header has no more room than the margin, which may be too narrow for the mark.
      background: () => (job.mark === "" ? null : pageMark(job.sections[0]?.page, job.mark)),
      pageBreakBefore: startsLate,
    };
    for (const [name, standIn] of fonts.standIns(used)) virtualFiles.writeFileSync(name, standIn);
    const pdf = await pdfmake.createPdf(definition).getBuffer();
    return { pdf, pages };
  }

  async function print(build: (logo: string) => PrintJob, logo: string): Promise<PrintedDocument> {
    // A picture that cannot be decoded must not keep a paper from being printed.
    if (!isPrintable(logo)) return setJob(build(""));
    try {
      return await setJob(build(logo));
    } catch (error) {
      if (!isImageError(error)) throw error;
      return setJob(build(""));
    }
  }

  return {
    render: (model, paper = model.style.paper) =>
      print((logo) => letterJob(fonts, model, paper, logo), model.kop?.logo ?? ""),
    print,
    close: async () => fonts.close(),
  };
}

/** Pdfmake's own store of fonts, which its types leave out. */
const { virtualfs: virtualFiles } = pdfmake as typeof pdfmake & {
  virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
};

const isImageError = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("Invalid image");

function letterJob(fonts: Fonts, model: DocumentModel, paper: Paper, logo: string): PrintJob {
  const { kop: head, blocks, style } = model;
  const isForm = blocks.some((block) => block.type === "disposition");
  const page = isForm ? formPage(paper) : letterPage(paper, style.margins);
  // A code of its own after the signatures would be the one thing on a second page.
  const look = isForm ? { ...DEFAULT_LOOK, face: lookOf(style).face } : lookOf(style);
  const code = blocks.find(
    (block) => block.type === "qr" && footCode({ fonts, look }, page, block) !== null,
  );
  return {
    title: `${model.title} – ${model.reference}`,
    author: model.author,
    date: model.date,
    logo,
    mark: model.mark,
    look,
    sections: [
      {
        page,
        foot: {
          text: model.reference,
          firstPage: false,
          ...(code?.type === "qr" && { code: { text: code.text, caption: code.caption } }),
        },
        content: (press) => [
          ...(head === null ? [] : kop(press, { ...head, logo })),
          ...blocksContent(
            press,
            blocks.filter((block) => block !== code),
            head === null,
          ),
        ],
      },
    ],
  };
}

function properties({ title, author, date, logo, sections }: PrintJob, look: Look) {
  const images: Record<string, string> = logo === "" ? {} : { logo };
  const page = sections[0]?.page;
  if (page === undefined) throw new Error("a document without a page");
  return {
    pageSize: { width: page.width, height: page.height },
    pageMargins: page.margins,
    defaultStyle: { font: look.face, fontSize: look.size, lineHeight: look.tight },
    images,
    language: "id",
    displayTitle: true,
    version: "1.7" as const,
    info: {
      title,
      author,
      creator: "Lajur",
      producer: "Lajur",
      creationDate: new Date(`${date}T00:00:00Z`),
    },
  };
}

/** A line that introduces a list must not be the last on its page. */
const startsLate = (
  node: Node,
  { getFollowingNodesOnPage }: { getFollowingNodesOnPage(): Node[] },
): boolean => node.headlineLevel === LEAD && getFollowingNodesOnPage().length === 0;

/** Nothing is printed nearer to the edge of the paper, in points. */
const EDGE = mm(5.5);
/** Height of a line of the head or the foot, in points. */
const LINE_HEIGHT = SMALL_SIZE * 1.2 * DEFAULT_LOOK.tight;

/** Over the text at the right; in a narrow margin as high as a printer reaches. */
const pageMark = (page: Page | undefined, words: string): Content =>
  page === undefined
    ? []
    : {
        absolutePosition: {
          x: page.margins[0],
          y: Math.max(EDGE, Math.min(mm(10), page.margins[1] - LINE_HEIGHT)),
        },
        columns: [
          {
            width: page.measure,
            text: words,
            bold: true,
            fontSize: SMALL_SIZE,
            lineHeight: DEFAULT_LOOK.tight,
            color: "#9a3412",
            alignment: "right",
          },
        ],
      };

/** Share of the foot's width that says what the paper is. */
const REFERENCE = 0.7;

/** Pdfmake's types leave it out. */
const ONE_LINE = { maxHeight: LINE_HEIGHT * 1.2 };

/** As much of a text as goes on the one line that the foot has room for. */
function shortened(fonts: Fonts, text: string, width: number, { face }: Look): string {
  const fits = (one: string) => fonts.widthOf(one, SMALL_SIZE, false, face) <= width;
  const line = text.replace(/\s+/gu, " ");
  if (fits(line)) return line;
  const words = line.split(" ");
  while (words.length > 1 && !fits(`${words.join(" ")} …`)) words.pop();
  const letters = [...words.join(" ")];
  while (letters.length > 1 && !fits(`${letters.join("")} …`)) letters.pop();
  return `${letters.join("")} …`;
}

/** The code at the left of the bottom margin, beside its caption. */
function codeFoot(press: Press, code: Code): Content {
  const { page } = press;
  const side = footCode(press, page, code) ?? 0;
  const content = qr(press, code, page.measure, side);
  return { stack: [content], margin: [page.margins[0], 0, page.margins[2], 0] };
}

function pageNumber(
  page: Page,
  reference: string | Run[],
  current: number,
  count: number,
): Content {
  // Lower in a wide margin than in a narrow one, but never off the paper.
  const below = Math.max(0, Math.min(mm(9), page.margins[3] - EDGE - LINE_HEIGHT));
  return {
    fontSize: SMALL_SIZE,
    lineHeight: DEFAULT_LOOK.tight,
    color: "#444444",
    margin: [page.margins[0], below, page.margins[2], 0],
    columns: [
      { width: page.measure * REFERENCE, text: reference, ...ONE_LINE },
      {
        width: page.measure * (1 - REFERENCE),
        text: `halaman ${current} dari ${count}`,
        alignment: "right",
      },
    ],
  };
}

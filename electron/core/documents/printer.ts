import pdfmake from "pdfmake";
import type {
  Content,
  ContentSection,
  DynamicContent,
  Node,
  TDocumentDefinitions,
} from "pdfmake/interfaces.js";
import type { DocumentModel } from "#shared/letter/types.ts";
import type { Paper } from "#shared/request/model.ts";
import { blockContent, LEAD } from "./blocks.ts";
import { createFonts, type Face, FONT_FILES, type Fonts } from "./fonts.ts";
import { kop } from "./kop.ts";
import { mm, type Page, pageOf, SMALL_SIZE, TEXT_SIZE } from "./page.ts";
import type { Press } from "./press.ts";
import { createTypeset, type Run } from "./typeset.ts";

export type PrintedDocument = { pdf: Uint8Array; pages: number };

/** Pages of one size that follow each other; a section begins on a page of its own. */
export type PrintSection = {
  page: Page;
  /** What the paper is, at the foot beside the page's number; `firstPage`: on the first one too. */
  foot: { text: string; firstPage: boolean };
  content(press: Press): Content[];
};

export type PrintJob = {
  title: string;
  author: string;
  /** The paper's own day, so that printing it again gives the same bytes. */
  date: string;
  /** Data URL of the picture `logo`; empty for none. */
  logo: string;
  /** Every page says that the paper has no number yet. */
  draft: boolean;
  sections: PrintSection[];
};

export type DocumentPrinter = {
  /** Sets the document on the paper. The same model gives the same bytes. */
  render(model: DocumentModel, paper: Paper): Promise<PrintedDocument>;
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
    const used = new Set<Face>(["text"]);
    const typeset = createTypeset(fonts, used);
    /** The page on which a section begins, as its footers find it. */
    const begins = new Map<PrintSection, number>();
    const content = job.sections.map((section): ContentSection => {
      const { page, foot } = section;
      const reference = typeset(shortened(fonts, foot.text, page.measure * REFERENCE));
      return {
        section: { stack: section.content({ typeset, fonts, page }) },
        pageSize: { width: page.width, height: page.height },
        pageMargins: page.margins,
        footer: (current, count) => {
          const first = begins.get(section) ?? current;
          begins.set(section, first);
          if (current === first && !foot.firstPage) return null;
          return pageNumber(page, reference, current, count);
        },
      };
    });
    let pages = 0;
    const definition: TDocumentDefinitions = {
      ...properties(job),
      content,
      header: (current, count, size) => {
        // Pages are counted anew when a line has moved to the next one; headers come first.
        if (current === 1) begins.clear();
        pages = count;
        const page = job.sections[0]?.page;
        return job.draft && page !== undefined ? draftMark(page)(current, count, size) : null;
      },
      pageBreakBefore: startsLate,
    };
    for (const [name, standIn] of fonts.standIns(used)) virtualFiles.writeFileSync(name, standIn);
    const pdf = await pdfmake.createPdf(definition).getBuffer();
    return { pdf, pages };
  }

  async function print(build: (logo: string) => PrintJob, logo: string): Promise<PrintedDocument> {
    try {
      return await setJob(build(logo));
    } catch (error) {
      // A picture that cannot be decoded must not keep a paper from being printed.
      if (logo === "" || !isImageError(error)) throw error;
      return setJob(build(""));
    }
  }

  return {
    render: (model, paper) => print((logo) => letterJob(model, paper, logo), model.kop.logo),
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

function letterJob(model: DocumentModel, paper: Paper, logo: string): PrintJob {
  return {
    title: `${model.title} – ${model.reference}`,
    author: model.author,
    date: model.date,
    logo,
    draft: model.draft,
    sections: [
      {
        page: pageOf(model.kind, paper),
        foot: { text: model.reference, firstPage: false },
        content: (press) => [
          ...kop(press, { ...model.kop, logo }),
          ...model.blocks.map((one) => blockContent(press, one)),
        ],
      },
    ],
  };
}

function properties({ title, author, date, logo, sections }: PrintJob) {
  const images: Record<string, string> = logo === "" ? {} : { logo };
  const page = sections[0]?.page;
  if (page === undefined) throw new Error("a document without a page");
  return {
    pageSize: { width: page.width, height: page.height },
    pageMargins: page.margins,
    defaultStyle: { font: "text", fontSize: TEXT_SIZE, lineHeight: 1.12 },
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

const draftMark =
  (page: Page): DynamicContent =>
  (): Content => ({
    text: "DRAF – belum bernomor",
    bold: true,
    fontSize: SMALL_SIZE,
    color: "#9a3412",
    alignment: "right",
    margin: [page.margins[0], mm(10), page.margins[2], 0],
  });

/** Share of the foot's width that says what the paper is. */
const REFERENCE = 0.7;

/** As many words as go on the one line that the foot has room for. */
function shortened(fonts: Fonts, text: string, width: number): string {
  const fits = (one: string) => fonts.widthOf(one, SMALL_SIZE, false) <= width;
  if (fits(text)) return text;
  const words = text.split(" ");
  while (words.length > 1 && !fits(`${words.join(" ")} …`)) words.pop();
  return `${words.join(" ")} …`;
}

function pageNumber(
  page: Page,
  reference: string | Run[],
  current: number,
  count: number,
): Content {
  return {
    fontSize: SMALL_SIZE,
    color: "#444444",
    margin: [page.margins[0], mm(9), page.margins[2], 0],
    columns: [
      { width: page.measure * REFERENCE, text: reference },
      {
        width: page.measure * (1 - REFERENCE),
        text: `halaman ${current} dari ${count}`,
        alignment: "right",
      },
    ],
  };
}

import pdfmake from "pdfmake";
import type { Content, DynamicContent, Node, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { DocumentModel } from "#shared/letter/types.ts";
import type { Paper } from "#shared/request/model.ts";
import { blockContent, LEAD } from "./blocks.ts";
import { createFonts, type Face, FONT_FILES } from "./fonts.ts";
import { kop } from "./kop.ts";
import { mm, type Page, pageOf, SMALL_SIZE, TEXT_SIZE } from "./page.ts";
import { createTypeset, type Run } from "./typeset.ts";

export type PrintedDocument = { pdf: Uint8Array; pages: number };

export type DocumentPrinter = {
  /** Sets the document on the paper. The same model gives the same bytes. */
  render(model: DocumentModel, paper: Paper): Promise<PrintedDocument>;
  close(): Promise<void>;
};

/** Prints documents as PDF with the fonts of a folder embedded. Reads nothing else, fetches nothing. */
export function createDocumentPrinter({ fonts: folder }: { fonts: string }): DocumentPrinter {
  const fonts = createFonts(folder);
  pdfmake.setUrlAccessPolicy(() => false);
  // The fonts come by the virtual file system, the logo as a data URL: no file is to be read.
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setFonts(FONT_FILES);

  async function print(model: DocumentModel, paper: Paper): Promise<PrintedDocument> {
    const page = pageOf(model.kind, paper);
    const used = new Set<Face>();
    const typeset = createTypeset(fonts, used);
    const press = { typeset, fonts, page };
    const content = [
      ...kop(press, model.kop),
      ...model.blocks.map((one) => blockContent(press, one)),
    ];
    const reference = typeset(model.reference);
    let pages = 0;
    const definition: TDocumentDefinitions = {
      ...properties(model, page),
      content,
      header: model.draft ? draftMark(page) : undefined,
      footer: (current, count) => {
        pages = count;
        return current === 1 ? null : pageNumber(page, reference, current, count);
      },
      pageBreakBefore: startsLate,
    };
    for (const [name, standIn] of fonts.standIns(used)) virtualFiles.writeFileSync(name, standIn);
    const pdf = await pdfmake.createPdf(definition).getBuffer();
    return { pdf, pages };
  }

  return {
    render: async (model, paper) => {
      try {
        return await print(model, paper);
      } catch (error) {
        // A picture that cannot be decoded must not keep a letter from being printed.
        if (model.kop.logo === "" || !isImageError(error)) throw error;
        return print({ ...model, kop: { ...model.kop, logo: "" } }, paper);
      }
    },
    close: async () => fonts.close(),
  };
}

/** Pdfmake's own store of fonts, which its types leave out. */
const { virtualfs: virtualFiles } = pdfmake as typeof pdfmake & {
  virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
};

const isImageError = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("Invalid image");

function properties(model: DocumentModel, page: Page) {
  const images: Record<string, string> = model.kop.logo === "" ? {} : { logo: model.kop.logo };
  const day = new Date(`${model.date}T00:00:00Z`);
  return {
    pageSize: { width: page.width, height: page.height },
    pageMargins: page.margins,
    defaultStyle: { font: "text", fontSize: TEXT_SIZE, lineHeight: 1.12 },
    images,
    language: "id",
    displayTitle: true,
    version: "1.7" as const,
    info: {
      title: `${model.title} – ${model.reference}`,
      author: model.author,
      creator: "Lajur",
      producer: "Lajur",
      // The paper's own day, so that printing it again gives the same bytes.
      creationDate: day,
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
      { width: page.measure * 0.7, text: reference },
      { width: page.measure * 0.3, text: `halaman ${current} dari ${count}`, alignment: "right" },
    ],
  };
}

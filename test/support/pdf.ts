import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

export type PdfPage = {
  /** In millimetres, rounded. */
  size: [number, number];
  /** The text with runs of white space as one space. */
  text: string;
  /** How far below the top edge the lowest text stands, in millimetres. */
  lowest: number;
};

/** Text and size of every page, and the file's properties. */
export async function readPdf(pdf: Uint8Array): Promise<{ pages: PdfPage[]; info: object }> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  const file = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : ""));
    const bottoms = items.map((item) => ("str" in item ? Number(item.transform[5]) : height));
    pages.push({
      lowest: millimetres(height - Math.min(...bottoms)),
      size: [millimetres(width), millimetres(height)],
      text: words.join("").replace(/\s+/g, " "),
    });
  }
  const { info } = await file.getMetadata();
  await task.destroy();
  return { pages, info };
}

const millimetres = (points: number): number => Math.round((points * 25.4) / 72);

/** All text of a PDF in one line, as a search would see it. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  const { pages } = await readPdf(pdf);
  return pages.map((page) => page.text).join(" ");
}

import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A piece of text where it stands on its page, in points from the upper left corner. */
export type Word = { text: string; left: number; right: number; top: number; bottom: number };
export type InkedPage = { width: number; height: number; words: Word[] };

/** Share of the letter's size that stands over and under the line. */
const ASCENT = 0.9;
const DESCENT = 0.22;
/** Width of a space, as a share of the size: what ends a line prints nothing. */
const SPACE = 0.25;

/** The texts of every page by the PDF's own coordinates. */
export async function inkOf(pdf: Uint8Array): Promise<InkedPage[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  const file = await task.promise;
  const pages: InkedPage[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const words: Word[] = [];
    for (const item of (await page.getTextContent()).items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [size = 0, , , , left = 0, line = 0] = item.transform.map(Number);
      const ending = item.str.length - item.str.trimEnd().length;
      words.push({
        text: item.str,
        left,
        right: left + item.width - ending * SPACE * size,
        top: height - line - ASCENT * size,
        bottom: height - line + DESCENT * size,
      });
    }
    pages.push({ width, height, words });
  }
  await task.destroy();
  return pages;
}

/** Names of the fonts of a PDF, and whether each has its file in it; for PDFs of this program. */
export function fontsOf(pdf: Uint8Array): { name: string; embedded: boolean }[] {
  const text = Buffer.from(pdf).toString("latin1");
  return [...text.matchAll(/<<[^<>]*\/Type \/FontDescriptor[^<>]*>>/g)].map(([descriptor]) => ({
    name: /\/FontName \/(\S+)/.exec(descriptor)?.[1] ?? "",
    embedded: /\/FontFile2 \d+ 0 R/.test(descriptor),
  }));
}

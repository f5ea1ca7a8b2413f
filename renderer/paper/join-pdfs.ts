import type { PDFDocumentProxy } from "pdfjs-dist";

/** One PDF or picture of what is printed together. */
export type Sheet = { bytes: Uint8Array<ArrayBuffer>; kind: "pdf" | "jpeg" | "png" };

/**
 * All pages of all files in one PDF, in their order, so that a printer gets one job. The pages are
 * taken over as they are; a picture becomes a page of its own. Rejects for a file that cannot be
 * read.
 */
export async function joinPdfs(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const [only] = sheets;
  if (only !== undefined && sheets.length === 1 && only.kind === "pdf") return only.bytes;
  const pdfjs = await import("pdfjs-dist");
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(
    "pdfjs-dist/build/pdf.worker.min.mjs",
    import.meta.url,
  ).href;
  const first = sheets.find(({ kind }) => kind === "pdf");
  // Pages are joined by an opened document, which needs not be among them.
  const task = pdfjs.getDocument({ data: (first?.bytes ?? blankPdf()).slice() });
  try {
    const opened = await task.promise;
    return await opened.extractPages(await Promise.all(sheets.map(pageInfo)));
  } finally {
    await task.destroy();
  }
}

type PageInfo = Parameters<PDFDocumentProxy["extractPages"]>[0][number];

async function pageInfo({ bytes, kind }: Sheet): Promise<PageInfo> {
  if (kind === "pdf") return { document: bytes.slice() };
  return { image: await createImageBitmap(new Blob([bytes], { type: `image/${kind}` })) };
}

/** The smallest PDF with a page, for pictures alone. */
const blankPdf = (): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" +
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n" +
      "trailer<</Root 1 0 R>>\n%%EOF",
  );

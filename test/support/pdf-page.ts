import { getDocument } from "pdfjs-dist";
// In the page itself instead of a worker's script, which a bundle has no address for.
import "pdfjs-dist/build/pdf.worker.mjs";

/** Runs in a browser: the pages of a PDF as PNG, with the share of each that is not white. */
export type DrawnPage = { png: string; ink: number; width: number; height: number };

async function draw(base64: string, dotsPerInch: number): Promise<DrawnPage[]> {
  const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const task = getDocument({ data });
  const file = await task.promise;
  const pages: DrawnPage[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const viewport = page.getViewport({ scale: dotsPerInch / 72 });
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(viewport.width);
    canvas.height = Math.ceil(viewport.height);
    await page.render({ canvas, viewport }).promise;
    const { width, height } = canvas;
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 200) dark += 1;
    const png = canvas.toDataURL("image/png");
    pages.push({ png, ink: dark / (width * height), width, height });
  }
  await task.destroy();
  return pages;
}

Object.assign(window, { drawPdf: draw });

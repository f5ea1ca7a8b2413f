import { useEffect, useRef } from "react";
import { bytesOfBase64 } from "../../api/host.ts";
import { paperText as text } from "../../text/request-page.ts";

/** The pages of a PDF as they will print, drawn by pdf.js, which is loaded only here. */
export function PdfView({ pdf }: { pdf: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = place.current;
    if (target === null) return undefined;
    let current = true;
    const draw = async (): Promise<void> => {
      const pages = await drawPages(pdf, target.clientWidth - 2);
      if (current) target.replaceChildren(...pages);
    };
    void draw();
    return () => {
      current = false;
    };
  }, [pdf]);
  return <div ref={place} className="pdf-pages" role="group" aria-label={text.preview} />;
}

/** One canvas a page, `width` CSS pixels wide, with its text over it to select and to read out. */
async function drawPages(pdf: string, width: number): Promise<HTMLElement[]> {
  const pdfjs = await import("pdfjs-dist");
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(
    "pdfjs-dist/build/pdf.worker.min.mjs",
    import.meta.url,
  ).href;
  const task = pdfjs.getDocument({ data: bytesOfBase64(pdf) });
  const opened = await task.promise;
  const pages: HTMLElement[] = [];
  for (let number = 1; number <= opened.numPages; number += 1) {
    const page = await opened.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: width / natural.width });
    const ratio = window.devicePixelRatio;
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(viewport.width * ratio);
    canvas.height = Math.floor(viewport.height * ratio);
    const transform = [ratio, 0, 0, ratio, 0, 0];
    await page.render({ canvas, viewport, transform }).promise;
    const words = document.createElement("div");
    words.className = "textLayer";
    const layer = new pdfjs.TextLayer({
      textContentSource: await page.getTextContent(),
      container: words,
      viewport,
    });
    await layer.render();
    const sheet = document.createElement("div");
    sheet.className = "pdf-page";
    sheet.style.setProperty("--total-scale-factor", String(viewport.scale));
    sheet.setAttribute("aria-label", text.page(number, opened.numPages));
    sheet.append(canvas, words);
    pages.push(sheet);
  }
  await task.destroy();
  return pages;
}

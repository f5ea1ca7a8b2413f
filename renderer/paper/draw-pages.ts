import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from "pdfjs-dist";
import { bytesOfBase64 } from "../api/host.ts";
import { paperText as text } from "../text/paper.ts";

type Pdfjs = typeof import("pdfjs-dist");

/** An upright page is no wider than reads well, in CSS pixels. */
const UPRIGHT = 780;

/** One page's place, empty until it is filled, so that a whole book costs no memory at once. */
export type PagePlace = { element: HTMLElement; fill(): Promise<void>; clear(): void };
export type Pages = { places: PagePlace[]; close(): void };

/**
 * Lays out PDFs one after another with one worker, for starting a worker takes longer than reading
 * a letter. pdf.js loads with the first.
 */
export function createLayout() {
  let worker: Promise<PDFWorker> | null = null;
  async function start(): Promise<PDFWorker> {
    const pdfjs = await import("pdfjs-dist");
    pdfjs.GlobalWorkerOptions.workerSrc = new URL(
      "pdfjs-dist/build/pdf.worker.min.mjs",
      import.meta.url,
    ).href;
    return pdfjs.PDFWorker.create({});
  }
  return {
    /** Opens a PDF (base64) and lays out its pages, `width` CSS pixels wide. */
    async pages(pdf: string, width: number): Promise<Pages> {
      const pdfjs = await import("pdfjs-dist");
      worker ??= start();
      const task = pdfjs.getDocument({ data: bytesOfBase64(pdf), worker: await worker });
      const opened = await task.promise;
      const ended = new AbortController();
      const places: PagePlace[] = [];
      for (let number = 1; number <= opened.numPages; number += 1) {
        places.push(placeOf(pdfjs, opened, await opened.getPage(number), width, ended.signal));
      }
      return {
        places,
        close: () => {
          ended.abort();
          void task.destroy();
        },
      };
    },
    close(): void {
      const ending = worker;
      worker = null;
      void ending?.then((one) => one.destroy());
    },
  };
}

function placeOf(
  pdfjs: Pdfjs,
  opened: PDFDocumentProxy,
  page: PDFPageProxy,
  width: number,
  ended: AbortSignal,
): PagePlace {
  const paper = page.getViewport({ scale: 1 });
  const scale = (paper.height > paper.width ? Math.min(width, UPRIGHT) : width) / paper.width;
  const viewport = page.getViewport({ scale });
  const element = document.createElement("div");
  element.className = "pdf-page";
  element.style.setProperty("--total-scale-factor", String(scale));
  element.style.width = `${viewport.width}px`;
  element.style.aspectRatio = `${viewport.width} / ${viewport.height}`;
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", text.page(page.pageNumber, opened.numPages));
  let wanted = false;
  return {
    element,
    async fill() {
      if (wanted) return;
      wanted = true;
      try {
        const drawn = await drawPage(pdfjs, page, viewport);
        if (wanted) element.replaceChildren(...drawn);
      } catch (error) {
        // A page that was being drawn when its paper was closed is no longer needed.
        if (!ended.aborted) throw error;
      }
    },
    clear() {
      wanted = false;
      element.replaceChildren();
    },
  };
}

/** A canvas, with the page's text over it to select and to read out. */
async function drawPage(
  pdfjs: Pdfjs,
  page: PDFPageProxy,
  viewport: ReturnType<PDFPageProxy["getViewport"]>,
): Promise<HTMLElement[]> {
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
  return [canvas, words];
}

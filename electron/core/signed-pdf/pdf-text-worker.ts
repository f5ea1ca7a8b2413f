import { parentPort, workerData } from "node:worker_threads";
import { getDocument, PasswordException, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfReading } from "./pdf-text.ts";

/** Entry of the thread that reads one PDF from outside; see pdf-text.ts. */

const MOST_PAGES = 200;
const MOST_TEXT = 200_000;

async function read(data: Uint8Array): Promise<PdfReading> {
  const task = getDocument({ data, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  try {
    const file = await task.promise;
    let text = "";
    for (let page = 1; page <= Math.min(file.numPages, MOST_PAGES); page += 1) {
      if (text.length >= MOST_TEXT) break;
      const { items } = await (await file.getPage(page)).getTextContent();
      for (const item of items) if ("str" in item) text += item.str + (item.hasEOL ? "\n" : "");
      text += "\n";
    }
    return { kind: "ok", pages: file.numPages, text: text.slice(0, MOST_TEXT).toWellFormed() };
  } catch (error) {
    return { kind: error instanceof PasswordException ? "locked" : "broken" };
  }
}

if (parentPort === null) throw new Error("pdf-text-worker runs in a worker thread only");
parentPort.postMessage(await read(workerData as Uint8Array));

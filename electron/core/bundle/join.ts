import { getDocument, PasswordException, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

import { pageCount } from "./outline.ts";

/**
 * PDFs from outside, in a task's thread. Node's own memory takes their bytes; `data` is handed over
 * to the reader, so every opening has a copy.
 */

export type Opened = { kind: "ok"; pages: number } | { kind: "locked" } | { kind: "broken" };

const SETTINGS = { verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, stopAtErrors: false };

/** Whether a file is a PDF that can be taken over page by page, and how many it has. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, 1028).includes("%PDF-")) return { kind: "broken" };
  const task = getDocument({ data: new Uint8Array(bytes), ...SETTINGS });
  try {
    const { numPages } = await task.promise;
    return { kind: "ok", pages: numPages };
  } catch (error) {
    return { kind: error instanceof PasswordException ? "locked" : "broken" };
  } finally {
    await task.destroy();
  }
}

/**
 * All pages of all PDFs, in their order, taken over as they are. Rejects when they are not `pages`
 * altogether, for the reader leaves out silently what it cannot read.
 */
export async function joinPdfs(parts: readonly Uint8Array[], pages: number): Promise<Uint8Array> {
  const [first] = parts;
  if (first === undefined) throw new Error("nothing to join");
  const task = getDocument({ data: new Uint8Array(first), ...SETTINGS });
  try {
    const opened = await task.promise;
    const joined = await opened.extractPages(
      parts.map((part, at) => ({ document: at === 0 ? null : plain(part) })),
    );
    const count = joined === null ? 0 : pageCount(joined);
    if (joined === null || count !== pages) throw new Error(`${count} of ${pages} pages joined`);
    return joined;
  } finally {
    await task.destroy();
  }
}

/**
 * Bytes as the reader takes them: without the class of a buffer, and in memory of their own, for it
 * reads a small buffer's shared memory from its beginning.
 */
function plain(bytes: Uint8Array): Uint8Array {
  const { buffer, byteLength } = bytes;
  return buffer.byteLength === byteLength ? new Uint8Array(buffer) : new Uint8Array(bytes);
}

import type { Report } from "../tasks/progress.ts";
import { makePdf } from "./make-pdf.ts";
import type { BundleSource } from "./source.ts";
import { writeWhole } from "./write-whole.ts";

export type PdfOrder = { source: BundleSource; path: string };

/** Makes the PDF of a bundle and writes it to `path`, whole or not at all. */
export async function run({ source, path }: PdfOrder, report: Report) {
  const { parts, pages, left } = await makePdf(source, report);
  await writeWhole(path, async (handle) => {
    for (const part of parts) await handle.writeFile(part);
  });
  return { pages, left };
}

import { uprightPage } from "../documents/page.ts";
import type {
  DocumentPrinter,
  PrintedDocument,
  PrintJob,
  PrintSection,
} from "../documents/printer.ts";
import { sheetRunOf } from "../documents/sheet/run-of.ts";
import { runSections } from "../documents/sheet/sheet-job.ts";
import {
  type ContentsLine,
  contentsPages,
  coverPage,
  missingPage,
  type OtherFile,
  otherPages,
  picturePage,
  summaryPages,
} from "./pages.ts";
import type { BundleSource } from "./source.ts";

/** Pages of the whole that come before a paper, and all of them. */
export type Within = NonNullable<PrintJob["within"]>;

/** The papers that the bundle itself brings, as jobs for the printer. */
export function ownPapers(source: BundleSource, printer: DocumentPrinter) {
  const { office, request, paper, today } = source;
  const foot = { text: `Berkas ${request.number} – ${request.subject}`, firstPage: true };
  const upright = (content: PrintSection["content"], firstPage = true): PrintSection => ({
    page: uprightPage(paper),
    foot: { ...foot, firstPage },
    content,
  });
  const print = (
    within: Within,
    sections: (logo: string) => PrintSection[],
    logo = "",
  ): Promise<PrintedDocument> =>
    printer.print(
      (usable) => ({
        title: foot.text,
        author: office.name,
        date: today,
        logo: usable,
        mark: "",
        within,
        sections: sections(usable),
      }),
      logo,
    );
  return {
    front: (lines: readonly ContentsLine[], within: Within) =>
      print(
        within,
        (logo) => [
          upright((press) => coverPage(press, source, logo), false),
          upright((press) => contentsPages(press, lines)),
        ],
        office.logo,
      ),
    summary: (within: Within) =>
      print(within, () => [upright((press) => summaryPages(press, source))]),
    sheet: (within: Within) =>
      print(within, () =>
        runSections(source.definition, {
          paper,
          dots: office.sheetDots,
          logo: "",
          run: sheetRunOf(request, office.zone),
        }),
      ),
    others: (files: readonly OtherFile[], within: Within) =>
      print(within, () => [upright((press) => otherPages(press, files))]),
    picture: (name: string, image: string, within: Within) =>
      print(within, () => [upright((press) => picturePage(press, name, image))]),
    missing: (file: OtherFile, within: Within) =>
      print(within, () => [upright((press) => missingPage(press, file))]),
  };
}

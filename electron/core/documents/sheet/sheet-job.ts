import type { Content } from "pdfmake/interfaces.js";
import type { Paper } from "#shared/request/model.ts";
import type { Definition } from "#shared/sop/definition.ts";
import { annexPages } from "../annexes.ts";
import { uprightPage } from "../page.ts";
import type { PrintJob, PrintSection } from "../printer.ts";
import { type FlowOptions, flowPages } from "./flow-pages.ts";
import { identityPage } from "./identity-page.ts";
import { sheetPage } from "./sheet-page.ts";
import { sopTitle } from "./sop-title.ts";

export type SheetOptions = FlowOptions & { paper: Paper; logo: string };

/** Everything of one SOP: identity page, flowchart, and what its office binds behind it. */
export function sheetSections(
  sop: Definition,
  { paper, logo, ...flow }: SheetOptions,
  anchor?: string,
): PrintSection[] {
  const foot = { text: `${sopTitle(sop.name)} – ${sop.number}`, firstPage: true };
  return [
    {
      page: sheetPage(paper),
      foot,
      content: (press) => [
        ...(anchor === undefined ? [] : [mark(anchor)]),
        ...identityPage(press, sop, logo),
        ...pagesAfter(flowPages(press, sop, flow)),
      ],
    },
    ...annexPages(sop).map((content): PrintSection => ({
      page: uprightPage(paper),
      foot,
      content,
    })),
  ];
}

/** The flowchart alone with a run on it: the sheet of one request. */
export function runSections(sop: Definition, { paper, ...flow }: SheetOptions): PrintSection[] {
  return [
    {
      page: sheetPage(paper),
      foot: { text: flow.run?.title ?? "", firstPage: true },
      content: (press) => {
        const [first = [], ...others] = flowPages(press, sop, flow);
        return [...first, ...pagesAfter(others)];
      },
    },
  ];
}

export const sheetJob = (
  sop: Definition,
  { logo, author, date }: { logo: string; author: string; date: string },
  sections: PrintSection[],
): PrintJob => ({
  title: `${sopTitle(sop.name)} – ${sop.number}`,
  author,
  date,
  logo,
  mark: "",
  sections,
});

/** Something that a list of contents can refer to; it takes no room. */
const mark = (id: string): Content => ({ text: " ", id, fontSize: 0.1, lineHeight: 0.1 });

/** Each on a page of its own; what is placed by coordinates needs something to begin the page. */
const pagesAfter = (pages: readonly Content[][]): Content[] =>
  pages.flatMap((page) => [{ text: "", pageBreak: "before" }, ...page]);

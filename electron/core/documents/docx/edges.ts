import {
  AlignmentType,
  Footer,
  Header,
  type IParagraphOptions,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import type { DocumentModel } from "#shared/letter/types.ts";
import { mm } from "../page.ts";
import type { Layout } from "./layout.ts";
import { runs, textParagraph } from "./text.ts";
import { halfPoints, twips } from "./units.ts";

/** Height of a line of the head or the foot, in points. */
const LINE = 13;
/** Nothing is printed nearer to the edge of the paper, in points. */
const EDGE = mm(5.5);
const GREY = "444444";

/** Every page says what a paper is not yet, or no longer; further pages are numbered. */
export function edges(
  { page, look }: Layout,
  { mark: words, reference }: DocumentModel,
): Pick<ISectionOptions, "headers" | "footers"> {
  const mark = () =>
    new Header({
      children: [
        textParagraph(
          words,
          { size: look.small, bold: true, color: "9A3412" },
          { alignment: AlignmentType.RIGHT },
        ),
      ],
    });
  const foot: IParagraphOptions = {
    tabStops: [{ type: TabStopType.RIGHT, position: twips(page.measure) }],
    children: [
      ...runs(reference, { size: look.small, color: GREY }),
      new TextRun({
        size: halfPoints(look.small),
        color: GREY,
        children: [new Tab(), "halaman ", PageNumber.CURRENT, " dari ", PageNumber.TOTAL_PAGES],
      }),
    ],
  };
  return {
    ...(words !== "" && { headers: { first: mark(), default: mark() } }),
    footers: { default: new Footer({ children: [new Paragraph(foot)] }) },
  };
}

/** Page, margins, and how far head and foot are from the edge of the paper. */
export function pageProperties({ page }: Layout): ISectionOptions["properties"] {
  const [left, top, right, bottom] = page.margins.map(twips);
  return {
    titlePage: true,
    page: {
      size: { width: twips(page.width), height: twips(page.height) },
      margin: {
        left,
        top,
        right,
        bottom,
        header: twips(fromEdge(page.margins[1])),
        footer: twips(fromEdge(page.margins[3])),
        gutter: 0,
      },
    },
  };
}

const fromEdge = (margin: number): number => Math.max(EDGE, Math.min(mm(10), margin - LINE));

import type { DocumentModel } from "#shared/letter/types.ts";
import type { Paper } from "#shared/request/model.ts";
import { DEFAULT_LOOK, formPage, letterPage, type Look, lookOf, type Page } from "../page.ts";

/** What the blocks of one paper are set with; the page's measures and the sizes are in points. */
export type Layout = { page: Page; look: Look };

/** The same page and sizes as the PDF has; a form has its own. */
export function layoutOf({ blocks, style }: DocumentModel, paper: Paper): Layout {
  const look = lookOf(style);
  return blocks.some((block) => block.type === "disposition")
    ? { page: formPage(paper), look: { ...DEFAULT_LOOK, face: look.face } }
    : { page: letterPage(paper, style.margins), look };
}

/** Word's own fonts, whose measures the PDF's fonts have. */
export const fontOf = ({ face }: Look): string => (face === "serif" ? "Times New Roman" : "Arial");

import type { Paper } from "#shared/request/model.ts";
import { mm, type Page, PAPER_SIZES } from "../page.ts";

/** Sheets lie across the paper (PermenPAN-RB 35/2012). */
export function sheetPage(paper: Paper): Page {
  const { width: height, height: width } = PAPER_SIZES[paper];
  const margins: Page["margins"] = [mm(14), mm(14), mm(14), mm(14)];
  return { width, height, margins, measure: width - margins[0] - margins[2] };
}

/** Points a unit of the drawing: its texts of 12.5 units print at 8.5 pt, 8.1 pt or 7.8 pt. */
export const SCALES = [0.68, 0.65, 0.625] as const;

/** The legend of connectors below a flowchart and the room over it, in points. */
export const LEGEND = { height: 16, over: 3 } as const;

import type { Paper } from "#shared/request/model.ts";
import { mm, type Page, PAPER_SIZES } from "../page.ts";

/** Sheets lie across the paper (PermenPAN-RB 35/2012). */
export function sheetPage(paper: Paper): Page {
  const { width: height, height: width } = PAPER_SIZES[paper];
  const margins: Page["margins"] = [mm(14), mm(14), mm(14), mm(14)];
  return { width, height, margins, measure: width - margins[0] - margins[2] };
}

/** Points a unit of the drawing: its texts of 12.5 units print at 8.5 pt. */
export const POINTS_PER_UNIT = 0.68;

/** The line above each flowchart, and the legend of connectors below it, in points. */
export const TITLE_HEIGHT = 30;
export const LEGEND_HEIGHT = 14;
